/** Pairs of claims with different figures, from the labelled stories: which are about one thing, and what the signs say of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyse } from '../../server/engine/analysis.ts';
import { wants } from '../../server/engine/check.ts';
import type { Claim } from '../../server/engine/claims/claim.ts';
import { agrees } from '../../server/engine/compare/agree.ts';
import type { Aligned } from '../../server/engine/compare/candidates.ts';
import { isTimeSlip } from '../../server/engine/compare/slips.ts';
import { weighedFrom } from '../../server/engine/compare/thresholds.ts';
import type { Trace } from '../../server/engine/compare/trace.ts';
import { weighEvidence } from '../../server/engine/compare/weighing.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { type AnalysedArticle, type ClaimRef, Library, type Source } from '../../server/engine/library.ts';
import type { Work } from '../../server/engine/model.ts';
import { readArticle } from '../../server/sources/read.ts';
import { stories } from './score.mjs';

/** What one source says otherwise than a labelled figure. */
export interface Pair {
  readonly story: string;
  readonly held: boolean;
  /** Whether the label says that the source differs; else it says that the source does not. */
  readonly differs: boolean;
  /** Whether the source has the same figure too, so that it hardly matters what else it has. */
  readonly agrees: boolean;
  /** Whether the source that bears the figure out was left out, so that it is in none. */
  readonly missing: boolean;
  /** The source's claims that may be about the same thing: how well each aligns, and its signs. */
  readonly claims: readonly { readonly score: number; readonly signs: readonly number[] }[];
}

/** How well a source's same figure aligns from where on the source has it. */
const HAS = 0.1;

/**
 * The pairs of all labelled stories. Figures whose labels leave open whether a source differs make none. Those that one source alone bears
 * out are held against the others by themselves too, where nobody speaks of them: most figures of a draft may be in no source.
 */
export async function pairsOf(): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const story of stories()) {
    const entries = await entriesOf(story.sources);
    const drafts = story.cases.map((labelled) => ({
      labelled,
      draft: finish(analyse({ text: labelled.draft, language: 'markdown', date: null, omitted: [] }, english)),
    }));
    for (const left of [null, ...(entries.length > 1 ? entries : [])]) {
      const missing = left && basename(left.article.uri);
      const library = new Library(english);
      for (const entry of entries) if (entry !== left) library.set(entry);
      for (const { labelled, draft } of drafts) {
        const figures = labelled.figures.filter((figure) => missing === null || restsOn(figure, missing));
        if (figures.length === 0) continue;
        const heard = new Recorder(library.size === 1);
        finish(weighEvidence(draft, library.fetch(wants(draft, english)), heard));
        for (const { text, status, also = [], differ } of figures) {
          const start = labelled.draft.indexOf(text);
          const claim = draft.claims.find(({ figure }) => figure.start < start + text.length && figure.end > start);
          const right = [status, ...also];
          for (const [source, { claims, agrees }] of claim ? heard.of(claim) : []) {
            const named = differ.includes(basename(source.article.uri)) || (entries.length === 1 && right.join() === 'refuted');
            const open = !named && (right.includes('refuted') || right.includes('conflicting'));
            if (!open && claims.length > 0)
              pairs.push({ story: story.name, held: labelled.held ?? false, differs: named, agrees, missing: missing !== null, claims });
          }
        }
      }
    }
  }
  return pairs;
}

export type Labelled = ReturnType<typeof stories>[number]['cases'][number]['figures'][number];

/** Whether a source alone bears a figure out, and nobody differs: without it none speaks of the figure. */
export function restsOn({ status, also = [], agree, differ }: Labelled, source: string): boolean {
  return status === 'supported' && also.length === 0 && differ.length === 0 && agree.length === 1 && agree[0] === source;
}

/** The articles of a folder, read and analysed. */
export async function entriesOf(folder: string): Promise<AnalysedArticle[]> {
  const entries: AnalysedArticle[] = [];
  for (const name of readdirSync(folder).sort()) {
    const reading = await readArticle({ uri: name, name, bytes: readFileSync(join(folder, name)) });
    if ('article' in reading) entries.push({ article: reading.article, analysis: finish(analyse(reading.article, english)) });
  }
  return entries;
}

/** What was weighed of one source for a claim, and whether the source has the same figure. */
interface Heard {
  readonly claims: { readonly score: number; readonly signs: readonly number[] }[];
  agrees: boolean;
}

/** Hears what is weighed of each claim. */
class Recorder implements Trace {
  private readonly heard = new Map<Claim, Map<Source, Heard>>();
  private readonly scores = new Map<Claim, Map<Claim, number>>();

  /** `only` where the library has one source. */
  constructor(private readonly only: boolean) {}

  of(claim: Claim): ReadonlyMap<Source, Heard> {
    return this.heard.get(claim) ?? new Map();
  }

  private at(claim: Claim, source: Source): Heard {
    const sources = this.heard.get(claim) ?? new Map<Source, Heard>();
    this.heard.set(claim, sources);
    const heard = sources.get(source) ?? { claims: [], agrees: false };
    sources.set(source, heard);
    return heard;
  }

  aligned(claim: Claim, { ref, alignment, agreement }: Aligned): void {
    const scores = this.scores.get(claim) ?? new Map<Claim, number>();
    this.scores.set(claim, scores.set(ref.claim, alignment.score));
    if (agrees(agreement) && !alignment.bar && alignment.score >= HAS) this.at(claim, ref.source).agrees = true;
  }

  weighed(claim: Claim, ref: ClaimRef, signs: readonly number[]): void {
    const score = this.scores.get(claim)!.get(ref.claim)!;
    // What is heard in however few words for being a slip of the hand says nothing of words.
    const isFaint = score < weighedFrom(claim, this.only) && isTimeSlip(claim.figure.quantity, ref.claim.figure.quantity);
    if (!isFaint) this.at(claim, ref.source).claims.push({ score, signs });
  }

  dropped(): void {}
}

/** The result of work done without a break. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
