/** The engine's test helper: a library of short texts, a draft with carets under its figures and names, and what is expected of each. */
import { expect } from 'vitest';
import { type Analysis, analyse } from '../../server/engine/analysis.ts';
import { type Judgement, judge, wants } from '../../server/engine/check.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Article, CalendarDate, Work } from '../../server/engine/model.ts';
import { defaultSeverities } from '../../server/engine/rules/rules.ts';

/** Runs long work to its end. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A source of a test: its text, and what else it states. */
export interface SourceText {
  readonly text: string;
  readonly date?: string;
  readonly publisher?: string;
}

export function dateOf(iso: string | undefined): CalendarDate | null {
  if (!iso) return null;
  const [year, month, day] = iso.split('-').map(Number);
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

export function analysed(text: string, date?: string): Analysis {
  return finish(analyse({ text, language: 'plaintext', date: dateOf(date), omitted: [] }, english));
}

/** A library of short texts, each under its name. */
export function libraryOf(sources: Readonly<Record<string, string | SourceText>>): Library {
  const library = new Library(english);
  for (const [name, source] of Object.entries(sources)) {
    const { text, date, publisher } = typeof source === 'string' ? { text: source, date: undefined, publisher: undefined } : source;
    const prose = { text, language: 'plaintext' as const, date: dateOf(date), omitted: [] };
    const article: Article = {
      ...prose,
      uri: name,
      title: null,
      author: null,
      publisher: publisher ?? name,
      url: null,
      isExtracted: false,
      locators: [],
    };
    library.set({ article, analysis: finish(analyse(prose, english)) });
  }
  return library;
}

/** Judges a text against a library, with every rule at its default. */
export function judged(library: Library, text: string, date?: string): Judgement {
  const draft = analysed(text, date);
  const translate = (template: string, values: Readonly<Record<string, string | number>>) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  return finish(judge(draft, library.fetch(wants(draft, english)), { lexicon: english, severities: defaultSeverities, translate }));
}

/** The draft and the expectations of a marked text: lines whose first mark is a caret speak of the line above them. */
function unmarked(marked: string): { text: string; expected: { start: number; end: number; says: string }[] } {
  const lines = marked.replace(/^\n/, '').trimEnd().split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  const kept: string[] = [];
  const expected: { start: number; end: number; says: string }[] = [];
  let offset = 0;
  for (const line of lines.map((each) => each.slice(indent))) {
    const carets = /^\s*(\^+)\s*(.*)$/.exec(line);
    if (carets) {
      const start = offset + line.indexOf('^');
      expected.push({ start, end: start + carets[1]!.length, says: carets[2]!.trim() });
      continue;
    }
    if (kept.length > 0) offset += kept.at(-1)!.length + 1;
    kept.push(line);
  }
  return { text: kept.join('\n'), expected };
}

/**
 * Checks a marked draft against a library. A mark says the verdict, then the sources that agree (`+name`) and differ (`-name`, with a
 * reason after a colon: `-name:later`); marks of names say the verdict and, after `=`, the canonical spelling. What has no mark is free.
 */
export function check(library: Library, marked: string, date?: string): void {
  const { text, expected } = unmarked(marked);
  const { figures, names } = judged(library, text, date);
  for (const { start, end, says } of expected) {
    const quoted = text.slice(start, end);
    const figure = figures.find(({ claim }) => claim.figure.start < end && claim.figure.end > start);
    const name = names.find(({ mention }) => mention.start < end && mention.end > start);
    const [verdict, ...rest] = says.split(/\s+/);
    if (['known', 'variant', 'misspelt', 'unknown'].includes(verdict!)) {
      const canonical = says.includes('=') ? says.slice(says.indexOf('=') + 1).trim() : undefined;
      expect({ quoted, verdict: name?.verdict ?? 'unknown', ...(canonical && { canonical: name?.canonical }) }).toEqual({
        quoted,
        verdict,
        ...(canonical && { canonical }),
      });
      continue;
    }
    const stances = (figure?.evidence ?? []).map(
      ({ source, stance, reason }) => `${stance === 'agrees' ? '+' : '-'}${source.article.uri}${reason ? `:${reason}` : ''}`,
    );
    expect({ quoted, verdict: figure?.verdict ?? 'no figure' }).toEqual({ quoted, verdict });
    for (const wanted of rest) expect(stances, quoted).toContain(wanted);
  }
}
