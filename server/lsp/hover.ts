/** What a writer sees on resting over a figure or a name: what the sources say of it, readable at a glance. */
import type { Hover } from 'vscode-languageserver';
import type { Evidence, FigureVerdict, SeeAlso } from '../engine/check.ts';
import type { Claim } from '../engine/claims/claim.ts';
import type { Source } from '../engine/library.ts';
import type { Span } from '../engine/model.ts';
import type { NameVerdict } from '../engine/names/judge.ts';
import { byStance, citation, labelOf, onePerSource, reasonInWords, sightings, whyInWords } from './cite.ts';
import type { Client } from './client.ts';
import { excerpt } from './excerpt.ts';
import { isFigure, type Judged, spanOf, subjectAt } from './judged.ts';
import { type Markup, markdown, plaintext } from './markdown.ts';
import { rangeIn, rangeInArticle } from './positions.ts';

/** Most sources in a hover: as many as fit a screen. The rest are counted. */
const MOST_SOURCES = 5;

/** How much of a sentence is shown, in UTF-16 units: two lines of a hover. */
const ROOM = { before: 90, after: 110 };

type HoverClient = Pick<Client, 'markdown' | 'translate' | 'locale'>;

/** The hover at an offset of a draft; null where there is nothing to say. */
export function hoverAt(judged: Judged, offset: number, client: HoverClient): Hover | null {
  const subject = subjectAt(judged, offset);
  if (!subject || !(judged.hasSources() || judged.isReading())) return null;
  const page = new Page(client);
  if (isFigure(subject)) page.figure(subject);
  else if (!page.name(subject, judged)) return null;
  if (judged.isReading()) page.reading();
  return {
    contents: { kind: page.markup.kind, value: page.blocks.join('\n\n') },
    range: rangeIn(judged.document, spanOf(subject)),
  };
}

/** A hover being written: paragraphs and lists, in the format and language of the client. */
class Page {
  readonly blocks: string[] = [];
  readonly markup: Markup;
  private left = MOST_SOURCES;

  constructor(private readonly client: HoverClient) {
    this.markup = client.markdown ? markdown : plaintext;
  }

  figure({ verdict, evidence, seeAlso }: FigureVerdict): void {
    const { agreeing, differing } = byStance(evidence);
    const also = onePerSource(seeAlso);
    this.blocks.push(this.markup.strong(this.headline(verdict, agreeing.length)));
    const both = agreeing.length > 0 && differing.length > 0;
    this.list(both ? this.translate('Agree') : '', agreeing, (piece) => this.piece(piece));
    this.list(both ? this.translate('Differ') : '', differing, (piece) => this.piece(piece));
    this.list(this.translate('See also'), also, (piece) => this.also(piece));
    this.rest(agreeing.length + differing.length + also.length);
  }

  /** False where the sources have nothing about the name. */
  name({ mention, verdict, canonical, variants }: NameVerdict, judged: Judged): boolean {
    if (verdict === 'unknown' || variants.length === 0) return false;
    this.blocks.push(this.markup.strong(verdict === 'misspelt' && canonical ? canonical : mention.full));
    if (verdict === 'misspelt') this.blocks.push(this.markup.text(this.translate('No source spells it “{name}”.', { name: mention.text })));
    if (variants.length > 1) {
      const lines = variants.slice(0, MOST_SOURCES).map((variant) => {
        const users = variant.sources.flatMap((uri) => judged.sourceOf(uri) ?? []);
        const labels = [...new Set(users.map(({ article }) => labelOf(article)))];
        const shown = labels.slice(0, MOST_SOURCES).join(', ');
        const more = labels.length > MOST_SOURCES ? this.translate(' and {count} more', { count: labels.length - MOST_SOURCES }) : '';
        return `- ${this.markup.strong(variant.text)}: ${this.markup.text(shown + more)}`;
      });
      this.blocks.push(
        [this.markup.text(this.translate('The sources spell it in {count} ways:', { count: variants.length })), '', ...lines].join('\n'),
      );
    }
    const seen = sightings(variants, judged.sourceOf);
    this.list('', seen, ({ source, mention: found }) => this.entry(source, found, found.passage, []));
    this.rest(seen.length);
    return true;
  }

  reading(): void {
    this.blocks.push(this.markup.text(this.translate('Some sources are still being read.')));
  }

  private headline(verdict: FigureVerdict['verdict'], agreeing: number): string {
    switch (verdict) {
      case 'supported':
        return agreeing === 1 ? this.translate('1 source agrees') : this.translate('{count} sources agree', { count: agreeing });
      case 'conflicting':
        return this.translate('Sources differ');
      case 'refuted':
        return this.translate('No source agrees');
      case 'unsourced':
        return this.translate('No source has this figure');
    }
  }

  private piece({ source, claim, reason }: Evidence): string {
    return this.claim(source, claim, reasonInWords(reason, this.client.translate));
  }

  private also(piece: SeeAlso): string {
    return this.claim(piece.source, piece.claim, whyInWords(piece, this.client.translate));
  }

  private claim(source: Source, { figure, speaker, denied }: Claim, remark: string): string {
    const said = speaker ? this.translate('according to {speaker}', { speaker }) : '';
    return this.entry(source, figure, figure.passage, [said, denied ? this.translate('denied') : '', remark]);
  }

  private entry(source: Source, span: Span, passage: number, remarks: readonly string[]): string {
    const { text, strong, link } = this.markup;
    const { before, text: figure, after } = excerpt(source, passage, span, ROOM);
    const { line, character } = rangeInArticle(source.article, span).start;
    const head = [citation(source.article, this.client.locale), ...remarks].filter(Boolean).join(', ');
    const open = link(this.translate('open'), `${source.article.uri}#L${line + 1},${character + 1}`);
    const shown = this.markup.kind === 'markdown' ? ` ${open}` : '';
    return `- ${text(head)}: “${text(before)}${strong(figure)}${text(after)}”${shown}`;
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
