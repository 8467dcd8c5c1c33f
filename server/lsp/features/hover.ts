/** What a writer sees on resting over a figure, a name or a quotation: what the sources say of it, readable at a glance. */
import type { CancellationToken, Hover } from 'vscode-languageserver';
import type { Evidence, FigureVerdict } from '../../engine/check.ts';
import type { Claim } from '../../engine/claims/claim.ts';
import type { Mark } from '../../engine/ledger/marks.ts';
import type { LetStand } from '../../engine/ledger/stets.ts';
import type { ClaimRef } from '../../engine/library.ts';
import type { NameVariant, NameVerdict } from '../../engine/names/judge.ts';
import { countOrigins, originIdOf } from '../../engine/origins/count.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import type { PassageHit } from '../../engine/search.ts';
import { isFigure, isInconsistency, isQuotation, type Subject, spanOf } from '../../engine/subjects.ts';
import { byStance, decisionInWords, firstSightings, onePerSource, originsInWords, reasonInWords, whyInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Judged, subjectAt } from '../judged.ts';
import { type Markup, markdown, plaintext } from '../markdown.ts';
import { markInWords, markOf } from '../marks.ts';
import { rangeIn } from '../positions.ts';
import { namesSpeaker, Quoting } from '../quoting.ts';
import type { Feature } from './feature.ts';
import { pictureLink } from './picture.ts';

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register({ connection, aboutText }) {
    connection.onHover(({ textDocument, position }, token) =>
      aboutText(textDocument.uri, token, (judged, client) => hoverAt(judged, judged.document.offsetAt(position), client, token)),
    );
  },
};

/** Most sources in a hover: as many as fit a screen. The rest are counted. */
const MOST_SOURCES = 5;

/** How much of a long quotation is shown before its first change, in UTF-16 units. */
const BEFORE_CHANGE = 200;

/** Most copies of one story that are named beside the first. */
const MOST_COPIES = 3;

/** What tells at a glance which of some sources agree; in words it would be a heading each, and a hover has few lines. */
const MARKS = { agrees: '✓', differs: '≠' } as const;

type HoverClient = Pick<Client, 'markdown' | 'translate' | 'locale' | 'sourceTexts' | 'pictures'>;

/** The hover at an offset of a draft; null where there is nothing to say. */
export async function hoverAt(judged: Judged, offset: number, client: HoverClient, token: CancellationToken): Promise<Hover | null> {
  const subject = subjectAt(judged, offset);
  if (!subject) return null;
  const mark = markOf(subject, judged.marks());
  if (!mark && !judged.hasSources() && !judged.isReading()) return null;
  const page = new Page(client);
  page.mark(mark);
  if (isFigure(subject)) {
    const silent = subject.evidence.length === 0 && subject.seeAlso.length === 0;
    // A source is where figures come from: what no other has is nothing to tell of.
    if (silent && judged.source) return null;
    page.figure(subject, judged);
    if (silent) page.near(await passagesNear(subject.claim, judged, token), judged);
    if (subject.evidence.length > 0 && client.pictures) page.picture(pictureLink(judged, subject));
  } else if (!(isQuotation(subject) ? page.quotation(subject, judged) : page.name(subject, judged)) && !mark) return null;
  page.decision(judged.letStand.find(({ finding }) => isAbout(finding.subject, subject)));
  if (judged.isReading()) page.reading();
  return {
    contents: { kind: page.markup.kind, value: page.blocks.join('\n\n') },
    range: rangeIn(judged.document, spanOf(subject)),
  };
}

/** Whether a finding is about what stands under the cursor. */
function isAbout(found: Subject, subject: Subject): boolean {
  return found === subject || (isInconsistency(found) && isFigure(subject) && found.marked === subject.claim);
}

/** How many words of a figure's sentence are looked for where no source has it, how many must be found together, and in how many sources. */
const LOOKED_FOR = 6;
const FOUND_TOGETHER = 3;
const MOST_NEAR = 2;

/** The passages that share the words nearest to a figure: where a writer would look for it. Found by words, they prove nothing. */
async function passagesNear({ terms, names, ownNames }: Claim, judged: Judged, token: CancellationToken): Promise<PassageHit[]> {
  const own = [...terms].filter(([term]) => !names.has(term) || ownNames.has(term));
  const nearest = own.sort((a, b) => b[1] - a[1]).slice(0, LOOKED_FOR);
  const hits = await judged.search(
    nearest.map(([term]) => term),
    MOST_NEAR,
    token,
  );
  return hits.filter(({ matched }) => matched >= FOUND_TOGETHER);
}

/** A hover being written: paragraphs and lists, in the format and language of the client. */
class Page {
  readonly blocks: string[] = [];
  readonly markup: Markup;
  private readonly quoting: Quoting;
  private left = MOST_SOURCES;

  constructor(private readonly client: HoverClient) {
    this.markup = client.markdown ? markdown : plaintext;
    this.quoting = new Quoting(this.markup, client);
  }

  figure({ verdict, evidence, seeAlso }: FigureVerdict, { source }: Judged): void {
    const { agreeing, differing } = byStance(evidence);
    const also = onePerSource(seeAlso);
    if (verdict === 'refuted' && source) this.blocks.push(this.markup.strong(this.translate('No other source agrees')));
    else if (!source || verdict !== 'unsourced') this.blocks.push(this.headline(verdict, agreeing, differing));
    const pieces = [...copiesTogether(agreeing), ...copiesTogether(differing)];
    const mark = verdict === 'conflicting' ? MARKS : null;
    // What a source's own figure is not held against, such as `dozens`, is for reading.
    const heading = source && verdict === 'unsourced' ? this.translate('See also') : '';
    this.list(heading, pieces, (copies) =>
      this.claim(copies, mark ? `${mark[copies[0].stance]} ` : '', reasonInWords(copies[0].reason, this.client.translate)),
    );
    this.list(heading && pieces.length > 0 ? '' : this.translate('See also'), also, (piece) =>
      this.claim([piece], '', whyInWords(piece, this.client.translate)),
    );
    this.rest(pieces.length + also.length);
  }

  /** False where the sources have nothing about the name. */
  name({ mention, verdict, canonical, variants }: NameVerdict, judged: Judged): boolean {
    if (verdict === 'unknown' || variants.length === 0) return false;
    const title = this.markup.strong(verdict === 'misspelt' && canonical ? canonical : mention.full);
    const told = [];
    if (verdict === 'misspelt') told.push(this.translate('No source spells it “{name}”.', { name: mention.text }));
    if (variants.length > 1) told.push(this.translate('The sources spell it in {count} ways:', { count: variants.length }));
    this.blocks.push([title, ...told.map(this.markup.text)].join(' '));
    if (variants.length > 1) {
      this.list('', variants, (variant) => this.variant(variant, judged));
      this.rest(variants.length);
    } else {
      const { first, count } = firstSightings(variants, judged.sourceOf, MOST_SOURCES);
      this.list(
        '',
        first,
        ({ source, mention: found }) =>
          `- ${this.quoting.cited(source, found, [])}: ${this.quoting.sentence(source, found, found.passage)}`,
      );
      this.rest(count);
    }
    return true;
  }

  /** False where there is nothing to say. */
  quotation({ verdict, quotation, places, changes }: QuoteVerdict, { source, document }: Judged): boolean {
    const { strong, struck, text } = this.markup;
    // A source is where words come from: what no other has is nothing to tell of.
    if (verdict === 'unfound' && source) return false;
    if (verdict === 'unfound') this.blocks.push(strong(this.translate('No source has these words')));
    if (verdict === 'exact') this.blocks.push(strong(this.translate('Quoted exactly')));
    if (verdict === 'misattributed') this.blocks.push(strong(this.translate('Said by somebody else in the source')));
    if (verdict === 'altered') {
      this.blocks.push(strong(this.translate('Quoted otherwise than in the source')));
      const words = document.getText();
      let from = changes[0]!.start - quotation.start > BEFORE_CHANGE ? changes[0]!.start - BEFORE_CHANGE : quotation.start;
      while (from > quotation.start && /\S/u.test(words[from - 1]!)) from--;
      let diff = from > quotation.start ? '…' : '';
      for (const { start, end, newText } of changes) {
        diff += `${text(words.slice(from, start))}${struck(words.slice(start, end))} ${strong(newText)}`;
        from = end;
      }
      this.blocks.push(`“${diff}${text(words.slice(from, quotation.end))}”`);
    }
    this.list(
      '',
      places,
      ({ source: from, ...place }) => `- ${this.quoting.cited(from, place)}: ${this.quoting.sentence(from, place, place.passage)}`,
    );
    this.rest(places.length);
    return true;
  }

  near(hits: readonly PassageHit[], { sourceOf }: Judged): void {
    const found = hits.flatMap((hit) => {
      const source = sourceOf(hit.uri);
      return source ? [{ ...hit, source }] : [];
    });
    this.list(
      this.translate('Passages with the same words'),
      found,
      ({ source, passage, word }) =>
        `- ${this.quoting.cited(source, { ...word, passage: passage.index }, [])}: ${this.quoting.sentence(source, word, passage.index)}`,
    );
  }

  /** Who ticked it or asked about it, when and against what, and what has changed since. */
  mark(mark: Mark | undefined): void {
    if (!mark) return;
    const sign = { ticked: '✓', queried: '?', reopened: '↺' }[mark.state];
    this.blocks.push(this.markup.text(`${sign} ${markInWords(mark, this.client.translate, this.client.locale)}`));
  }

  /** The way to how the figure was reported. Its target is the server's own, and nothing of a source or draft is in its words. */
  picture(target: string): void {
    const link = this.markup.link(this.translate('How it was reported'), target);
    const [first = ''] = this.blocks;
    // Beside the verdict, for the end of a long hover is out of sight; a source that says nothing of its verdict has it first.
    if (first.includes('\n')) this.blocks.unshift(link);
    else this.blocks[0] = `${first} · ${link}`;
  }

  /** That nothing flags this because the writer let it stand, and when. */
  decision(stet: LetStand | undefined): void {
    if (stet) this.blocks.push(this.markup.text(decisionInWords(stet, this.client.translate, this.client.locale)));
  }

  reading(): void {
    this.blocks.push(this.markup.text(this.translate('Some sources are still being read.')));
  }

  /** The verdict in words; copies of one story count once, and where there are any, that is said. */
  private headline(verdict: FigureVerdict['verdict'], agreeing: readonly Evidence[], differing: readonly Evidence[]): string {
    const { strong, text } = this.markup;
    const origins = originsInWords(verdict === 'supported' ? agreeing : [...agreeing, ...differing], this.client.translate);
    const told = (...parts: string[]) => [...parts, text(origins)].filter(Boolean).join(' ');
    const count = agreeing.length;
    switch (verdict) {
      case 'supported':
        if (origins) return told(strong(this.translate('Sources agree')));
        return strong(count === 1 ? this.translate('1 source agrees') : this.translate('{count} sources agree', { count }));
      case 'conflicting': {
        const sides = `${MARKS.agrees} ${countOrigins(agreeing)}, ${MARKS.differs} ${countOrigins(differing)}`;
        return told(strong(this.translate('Sources differ')), text(origins ? `${sides};` : sides));
      }
      case 'refuted':
        return told(strong(this.translate('No source agrees')));
      case 'unsourced':
        return told(strong(this.translate('No source has this figure')));
    }
  }

  /** A source's claim: who published it and when, its copies, who said it where the sentence does not tell, and the sentence. */
  private claim([first, ...copies]: Copies<ClaimRef>, mark: string, remark: string): string {
    const { source, claim } = first;
    const { figure, speaker, denied } = claim;
    const sentence = this.quoting.sentence(source, figure, figure.passage);
    const said = speaker && !namesSpeaker(sentence, speaker) ? speaker : '';
    const cited = this.quoting.cited(source, figure, [said, denied ? this.translate('denied') : '', remark]);
    return `- ${mark}${cited}${this.copied(copies)}: ${sentence}`;
  }

  /** The other sources that have the same of the same story. */
  private copied(copies: readonly ClaimRef[]): string {
    if (copies.length === 0) return '';
    const { text } = this.markup;
    const shown = copies.slice(0, MOST_COPIES).map(({ source, claim }) => this.quoting.linked(source, claim.figure));
    const more = copies.length - shown.length;
    return `; ${shown.join(', ')}${text(more > 0 ? this.translate(' and {count} more', { count: more }) : '')}`;
  }

  /** A spelling, the sources that use it, and the first of their passages. */
  private variant(variant: NameVariant, judged: Judged): string {
    const { text, strong } = this.markup;
    const { first, count } = firstSightings([variant], judged.sourceOf, MOST_SOURCES);
    const shown = first.map(({ source, mention }) => this.quoting.linked(source, mention));
    const more = count > shown.length ? text(this.translate(' and {count} more', { count: count - shown.length })) : '';
    const [one] = first;
    const passage = one ? `: ${this.quoting.sentence(one.source, one.mention, one.mention.passage)}` : '';
    return `- ${strong(variant.text)} ${shown.join(', ')}${more}${passage}`;
  }

  /** Adds a list of as many as there is room left for. */
  private list<T>(heading: string, items: readonly T[], entry: (item: T) => string): void {
    const shown = items.slice(0, this.left);
    if (shown.length === 0) return;
    this.left -= shown.length;
    const lines = shown.map(entry).join('\n');
    this.blocks.push(heading ? `${this.markup.text(heading)}\n\n${lines}` : lines);
  }

  private rest(count: number): void {
    if (count > MOST_SOURCES) this.blocks.push(this.markup.text(this.translate('and {count} more', { count: count - MOST_SOURCES })));
  }

  private translate(template: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.client.translate(template, values);
  }
}

/** Pieces of one origin that give the same figure. */
type Copies<T> = readonly [T, ...T[]];

/** Evidence with the copies of one story that say the same gathered, in the order of the first of each. */
function copiesTogether(evidence: readonly Evidence[]): Copies<Evidence>[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const piece of evidence) {
    const key = `${piece.claim.figure.text.toLowerCase()}\n${originIdOf(piece.source)}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()];
}
