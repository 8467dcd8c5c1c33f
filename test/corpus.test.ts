/** The sample desk: its sources say what they digest, borrow no sentence and invent no figure, and its draft shows what the README says it shows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const seedFolder = join(root, '..', 'shared', 'seeds');
const leftOut = 'left out: the articles that the sample digests are not in ../shared/seeds';

interface Document {
  readonly name: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function read(path: string): Document {
  const text = readFileSync(join(root, 'corpus', path), 'utf8');
  const end = text.indexOf('\n---\n');
  if (!text.startsWith('---\n') || end < 0) throw new Error(`${path} has no front matter`);
  return {
    name: path,
    front: load(text.slice(4, end), { schema: CORE_SCHEMA }) as Readonly<Record<string, unknown>>,
    body: text.slice(end + 5),
  };
}

const sources = readdirSync(join(root, 'corpus', 'sources')).map((name) => read(`sources/${name}`));
const draft = read('draft.md');
const seeds = existsSync(seedFolder) ? readdirSync(seedFolder).map((name) => readFileSync(join(seedFolder, name), 'utf8')) : null;

/** The words of a text in lower case; `3,000` and `81-year-old` are several. */
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every run of `length` words, as one string each. */
function runs(text: string, length: number): string[] {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - length + 1)).map((_, at) => all.slice(at, at + length).join(' '));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The authors that the digested articles name; the others name none. */
const authors: Readonly<Record<string, string>> = {
  'World Socialist Web Site': 'Jason Melanovski, Clara Weiss',
  'Socialist Worker': 'Simon Basketter',
  'The Militant': 'Roy Landersen',
};

describe('the sources of the sample desk', () => {
  test('are five, of five publications', () => {
    expect(sources.map((source) => source.front.publication).sort()).toEqual([
      'International Viewpoint',
      'Socialist Worker',
      'The Militant',
      'World Socialist Web Site',
      'socialistworld.net',
    ]);
  });

  test.each(sources)('$name names its title, publication, author and date, and says that it is a digest', ({ front }) => {
    expect(front.title).toMatch(/\S/);
    expect(front.author).toBe(authors[String(front.publication)]);
    expect(front.date).toMatch(/^2022-01(-\d\d)?$/);
    expect(front['digest-of']).toMatch(/words are ours/);
  });

  test.for(sources)('$name gives no number that the article it digests does not give', ({ front, body }, { skip }) => {
    if (!seeds) return skip(leftOut);
    const article = seeds.find((seed) => oneLine(seed).includes(String(front.title)));
    expect(article, `an article titled ${front.title}`).toBeDefined();
    const given = new Set(article!.match(/\d+/g));
    expect((body.match(/\d+/g) ?? []).filter((digits) => !given.has(digits))).toEqual([]);
  });
});

describe('the draft of the sample desk', () => {
  test.each([
    '26 protesters had been killed',
    'Twelve law enforcement officers were killed.',
    'More than 3,000 people have been detained.',
    'In 2011 police shot dead 16 striking oil workers in Zhanaozen.',
    'Annual inflation had reached 8.7 percent',
    'Nurlan Nogaev',
    'Karim Massimov',
  ])('says: %s', (sentence) => {
    expect(oneLine(draft.body)).toContain(sentence);
  });
});

describe('the words of the sample desk', () => {
  test.for([...sources, draft])('$name shares no run of eight words with an article', ({ body }, { skip }) => {
    if (!seeds) return skip(leftOut);
    const taken = new Set(seeds.flatMap((seed) => runs(seed, 8)));
    expect(runs(body, 8).filter((run) => taken.has(run))).toEqual([]);
  });
});
