/** Whatever figure of the sources a draft takes over, checked again it is borne out by the sources that the fix names. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { judge, wants } from '../../../server/engine/check.ts';
import { figureChoices } from '../../../server/engine/fixes/choices.ts';
import { figureFixes } from '../../../server/engine/fixes/figure.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Library } from '../../../server/engine/library.ts';
import type { MarkupLanguage } from '../../../server/engine/model.ts';
import { defaultSeverities } from '../../../server/engine/rules/rules.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { finish, libraryOf } from '../check.ts';

function judged(library: Library, text: string, language: MarkupLanguage) {
  const draft = finish(analyse({ text, language, date: null, omitted: [] }, english));
  return finish(
    judge(draft, library.fetch(wants(draft, english)), { lexicon: english, severities: defaultSeverities, translate: inEnglish }),
  );
}

interface Frame {
  /** Sentences with a gap for the figure. */
  readonly draft: string;
  readonly source: string;
  readonly styles: readonly string[];
  readonly figures: readonly string[];
}

const frames: Readonly<Record<string, Frame>> = {
  'counts of people': {
    draft: 'Police detained # dockers at the harbour of Tarvik.',
    source: 'On Thursday police detained # dockers at the harbour of Tarvik.',
    styles: [
      '300',
      'twelve',
      'more than 3,000',
      'about 300',
      'three million',
      '3 million',
      '3,000,000',
      '3000',
      '3\u202f000',
      '300 or so',
      'up to 40',
      '**300**',
      'more than **3,000**',
      'two dozen',
      'a hundred',
      'between 700 and 800',
      '20-30',
      'as many as 16',
    ],
    figures: [
      '18',
      'eighteen',
      'almost 10,000',
      'more than 5,000',
      'around 450',
      '5.2 million',
      '1,312',
      '1,312,450',
      'at least 14',
      '60 or more',
      '10,000+',
      'two dozen',
      'between 40 and 50',
      'up to 90',
      'hundreds of',
      'tens of thousands of',
    ],
  },
  'counts at the start of a sentence': {
    draft: '# dockers were detained at the harbour of Tarvik.',
    source: 'The police said # dockers were detained at the harbour of Tarvik.',
    styles: ['Twelve', '12', 'More than 3,000', 'Three million', '3,000', 'Dozens of', '*Twelve*'],
    figures: ['18', 'eighteen', 'almost 10,000', '1,312', 'hundreds of', '5 million', 'about 450'],
  },
  money: {
    draft: 'The harbour of Tarvik paid # for the new crane.',
    source: 'The harbour board of Tarvik paid # for the new crane last year.',
    styles: [
      '$3 million',
      '$3m',
      '$3,000,000',
      'three million dollars',
      '$3-million',
      '\\$3 million',
      'about $3 million',
      '$300',
      '$3bn',
      'more than \\$3 million',
      '$3.5 million',
    ],
    figures: [
      '$5.2 million',
      '$800,000',
      '$2 billion',
      'almost $7m',
      '7 million dollars',
      'US$9 million',
      '$1,312,450',
      'more than $640',
      'between $40 million and $50 million',
    ],
  },
  euros: {
    draft: 'The harbour of Tarvik paid # for the new crane.',
    source: 'The harbour board of Tarvik paid # for the new crane last year.',
    styles: ['€3 million', '€3m', '3 million euros', '300 euros', 'EUR 300'],
    figures: ['€5 million', 'almost €7m', '640 euros', 'about 12 million euros'],
  },
  cents: {
    draft: 'In Tarvik the price of diesel rose to # a litre.',
    source: 'In Tarvik on Monday the price of diesel rose to # a litre.',
    styles: ['21 cents', '$0.21', '$.21', 'about 21 cents'],
    figures: ['$0.28', '35 cents', '$1.40', 'about $0.55'],
  },
  shares: {
    draft: 'The union of Tarvik says # of the dockers joined the strike.',
    source: 'The union of Tarvik said # of the dockers joined the strike.',
    styles: ['30%', '30 percent', '30 per cent', 'about 30%', 'more than 30 percent', 'half', 'a third', 'thirty percent', '30\\%'],
    figures: ['80%', '80 per cent', 'almost 90 percent', '12.5%', 'a quarter', 'three quarters', 'between 60 and 65 percent'],
  },
  measures: {
    draft: 'The new breakwater of Tarvik is # long.',
    source: 'The new breakwater of Tarvik will be # long.',
    styles: ['12 miles', '12 km', '1 mile', 'about 12 miles', 'twelve miles', '12 kilometres'],
    figures: ['30 kilometres', '5 miles', 'nearly 40 km', 'one mile', '3.5 miles'],
  },
  durations: {
    draft: 'The strike at the harbour of Tarvik lasted # in all.',
    source: 'The strike at the harbour of Tarvik lasted # in the end.',
    styles: ['12 days', 'twelve days', 'one week', 'more than 12 days', 'two weeks'],
    figures: ['30 days', 'three weeks', 'nearly 40 days', '5 days', 'one month'],
  },
  dates: {
    draft: 'The dockers of Tarvik began their strike on #.',
    source: 'The dockers of Tarvik began their strike on #, the union said.',
    styles: ['January 5', '5 January', 'Jan. 5', 'Jan 5', '5th January', 'January 5, 2022', '5 January 2022', '2022-01-05', '05.01.2022'],
    figures: ['January 8', '9 March', 'Sept. 12', '21 February 2022', 'April 3, 2022'],
  },
  years: {
    draft: 'The harbour of Tarvik was founded in #.',
    source: 'The harbour of Tarvik was founded in #, says its archive.',
    styles: ['1903', 'about 1903'],
    figures: ['1899', '1912', 'around 1870'],
  },
  ages: {
    draft: 'Tomas Wendelin, #, leads the dockers of Tarvik.',
    source: 'Tomas Wendelin, #, leads the dockers of the harbour of Tarvik.',
    styles: ['54', '54 years old', 'aged 54'],
    figures: ['61', '48 years old', 'aged 39'],
  },
};

/** Every fix of a draft's figure: the sources it names, what the draft then says, and the sources that then agree. */
function everyFix(library: Library, text: string, style: string, language: MarkupLanguage) {
  const at = text.indexOf(style);
  const verdict = judged(library, text, language).figures.find(
    ({ claim }) => claim.figure.start < at + style.length && claim.figure.end > at,
  );
  if (!verdict) return [];
  const { start, end, quantity } = verdict.claim.figure;
  const choices = figureChoices(verdict, {}, english);
  return figureFixes({ text, language, span: { start, end }, quantity }, choices, english).map((fix, index) => {
    const named = choices[index]!.evidence.map(({ source }) => source.article.uri);
    if (!fix) return { named, fixed: null, now: null };
    const fixed = text.slice(0, fix.start) + fix.newText + text.slice(fix.end);
    const again = judged(library, fixed, language).figures.find(
      ({ claim }) => claim.figure.start >= fix.start && claim.figure.end <= fix.start + fix.newText.length,
    );
    const agreeing = again?.evidence.filter(({ stance }) => stance === 'agrees') ?? [];
    return { named, fixed, now: agreeing.map(({ source }) => source.article.uri) };
  });
}

/** Which marks a style is written in. */
const languageOf = (style: string): MarkupLanguage => (/[*\\]/.test(style) ? 'markdown' : 'plaintext');

const gap = (frame: string, figure: string) => frame.replace('#', () => figure).replace('of of', 'of');

describe.each(Object.entries(frames))('%s', (_, { draft, source, styles, figures }) => {
  test.each(styles)('of a draft that says %s', (style) => {
    const language = languageOf(style);
    const text = gap(draft, style);
    let taken = 0;
    const failed: string[] = [];
    for (const [index, figure] of figures.entries()) {
      // By itself, and beside a source that has another.
      const other = figures[(index + 1) % figures.length]!;
      for (const sources of [{ one: figure }, { one: figure, two: figure }, { one: figure, two: other }]) {
        const library = libraryOf(Object.fromEntries(Object.entries(sources).map(([name, said]) => [name, gap(source, said)])));
        for (const { named, fixed, now } of everyFix(library, text, style, language)) {
          if (fixed === null) failed.push(`${JSON.stringify(sources)}: no fix`);
          else if (named.every((uri) => now?.includes(uri))) taken++;
          else failed.push(`${JSON.stringify(sources)}: ${fixed} has ${now}, not ${named}`);
        }
      }
    }
    expect(failed).toEqual([]);
    expect(taken).toBeGreaterThan(0);
  });
});
