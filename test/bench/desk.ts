/** Makes up sources and a draft, always the same for the same seed, so that a measurement can be repeated anywhere. */
import type { SourceFile } from '../../server/sources/read.ts';
import * as stock from './stories.ts';

/** Texts to measure with. */
export interface Desk {
  readonly name: string;
  readonly sources: readonly SourceFile[];
  /** Markdown. */
  readonly draft: string;
}

/** How many articles tell one story, as the desks of a newsroom fill: one event, many reports. */
const ARTICLES_A_STORY = 10;
/** The length of an article, in UTF-16 units. */
const ARTICLE = 5000;
/** How much of a draft is told of one story before it goes on to the next, in UTF-16 units. */
const SECTION = 5000;

/**
 * A desk of `articles` sources of about 5 kB each: ten tell each story, agreeing on most of its figures, with people, bodies and places of
 * the whole country named in all, and others in as many stories as Zipf's law gives them. The draft, of about `length` UTF-16 units, tells the first stories in sections, and gets some wrong;
 * it is the same for any number of articles.
 */
export function madeUpDesk(articles: number, length: number, seed: number): Desk {
  const encoder = new TextEncoder();
  const stories = Array.from({ length: Math.ceil(articles / ARTICLES_A_STORY) }, (_, index) => new Story(index, seed));
  const sources = Array.from({ length: articles }, (_, index) => {
    const story = stories[Math.floor(index / ARTICLES_A_STORY)]!;
    const report = index % ARTICLES_A_STORY;
    const outlet = stock.OUTLETS[(index * 7 + report) % stock.OUTLETS.length]!;
    const date = `2023-${two(1 + (story.index % 12))}-${two(1 + ((story.index * 3 + report) % 28))}`;
    const front = `---\ntitle: ${story.title}\npublication: ${outlet}\ndate: ${date}\n---\n\n`;
    return { uri: `file:///desk/${index}.md`, name: `${index}.md`, bytes: encoder.encode(`${front}${story.tell(1 + report, ARTICLE)}`) };
  });
  return { name: `${articles} made-up articles`, sources, draft: draftOf(stories, length) };
}

function draftOf(stories: readonly Story[], length: number): string {
  let draft = '# What the year was like\n\n';
  for (let section = 0; draft.length < length; section++) {
    const story = stories[section % stories.length]!;
    draft += `## ${story.title}\n\n${story.tell(1000 + section, Math.min(SECTION, length - draft.length))}\n`;
  }
  return draft;
}

/** Something that a story counts, in one of the frames for its kind. */
interface Fact {
  readonly frames: readonly string[];
  readonly value: number;
  readonly what: string;
  readonly done: string;
  readonly style: 'count' | 'share' | 'year' | 'age';
}

/** How many facts a story has. */
const FACTS = 16;
/** How many sentences in ten tell a fact: a figure in every 200 UTF-16 units or so, as news has. */
const TELLING = 4;

const TOWNS = composed(stock.FIRST_HALVES, stock.SECOND_HALVES);
const SURNAMES = [...stock.LAST_NAMES, ...composed(stock.FIRST_SYLLABLES, stock.LAST_SYLLABLES)];

/** One event with its people, places and facts, told in as many ways as asked. */
class Story {
  private readonly names: Readonly<Record<string, string>>;
  private readonly facts: readonly Fact[];
  readonly title: string;

  constructor(
    readonly index: number,
    private readonly seed: number,
  ) {
    const random = generator(seed * 7919 + index * 104_729);
    const town = () => common(random, TOWNS);
    const person = () => `${pick(random, stock.GIVEN)} ${common(random, SURNAMES)}`;
    const place = town();
    this.names = {
      ...stock.SHARED,
      town: place,
      near: town(),
      mayor: person(),
      witness: person(),
      chief: person(),
      body: `${place} ${pick(random, ['City Council', 'Fire Brigade', 'General Hospital', 'District Court'])}`,
      day: `${1 + Math.floor(random() * 27)} ${pick(random, ['January', 'March', 'May', 'June', 'October'])}`,
      street: `${town()} Street`,
      scene: pick(random, stock.SCENES),
      event: pick(random, stock.EVENTS),
      manner: pick(random, stock.MANNERS),
    };
    this.facts = Array.from({ length: FACTS }, () => factOf(random));
    this.title = `The ${this.names.event} in ${place}`;
  }

  /** A telling of about `length` UTF-16 units, in paragraphs of two to five sentences. The same for the same `telling`. */
  tell(telling: number, length: number): string {
    const random = generator((this.seed * 31 + this.index) * 7919 + telling);
    const paragraphs: string[] = [];
    for (let told = 0; told < length; ) {
      const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () => this.sentence(random));
      paragraphs.push(sentences.join(' '));
      told += paragraphs.at(-1)!.length + 2;
    }
    return `${paragraphs.join('\n\n')}\n`;
  }

  private sentence(random: () => number): string {
    const fact = random() * 10 < TELLING ? pick(random, this.facts) : null;
    const frame = pick(random, fact?.frames ?? stock.PASSING);
    const filled = frame.replace(/\{(\w+)\}/g, (_, key: string) => {
      if (key === 'n' || key === 'sum') return fact ? `${key === 'sum' ? '$' : ''}${figureOf(fact, random)}` : '';
      if (key === 'aside') return pick(random, stock.ASIDES);
      if (key === 'what' || key === 'done') return fact?.[key] ?? '';
      const name = this.names[key === 'person' ? 'witness' : key] ?? '';
      // Later in a text a person goes by the surname.
      const isPerson = ['mayor', 'witness', 'chief', 'minister'].includes(key);
      return isPerson && random() < 0.5 ? name.slice(name.indexOf(' ') + 1) : name;
    });
    const sentence = filled.replace(/^[ ,]+/, '');
    return sentence[0]!.toUpperCase() + sentence.slice(1);
  }
}

/** All pairs of a first half and a second, in an order that has every first half early. */
function composed(first: readonly string[], second: readonly string[]): string[] {
  return second.flatMap((_, by) => first.map((half, at) => half + second[(at + by) % second.length]!));
}

/**
 * Common words are common, as Zipf's law has it: a list's second comes up half as often as its first, its tenth a tenth as often. So a
 * name or a measure that few stories share is met beside some that hundreds do, and a larger library knows more names.
 */
function common(random: () => number, list: readonly string[]): string {
  // The sum of 1/r up to a rank is close to its logarithm.
  return list[Math.min(list.length - 1, Math.floor((list.length + 1) ** random()) - 1)]!;
}

function factOf(random: () => number): Fact {
  const kind = random();
  const size = (least: number, most: number) => Math.round(least * (most / least) ** random());
  const fact = (frames: readonly string[], value: number, what: string, style: Fact['style'] = 'count', done = ''): Fact => ({
    ...{ frames, value, what, style, done },
  });
  if (kind < 0.35) return fact(stock.COUNTED, size(3, 9000), common(random, stock.CROWDS), 'count', common(random, stock.HAPPENED));
  if (kind < 0.6) return fact(stock.COUNTED, size(3, 90_000), common(random, stock.THINGS), 'count', common(random, stock.DONE));
  if (kind < 0.75) return fact(stock.PRICED, size(2, 900), common(random, stock.SUMS));
  if (kind < 0.87) return fact(stock.SHARED_OUT, 1 + Math.round(random() * 900) / 10, common(random, stock.SHARES), 'share');
  if (kind < 0.95) return fact(stock.DATED, 1900 + Math.floor(random() * 120), '', 'year');
  return fact(stock.AGED, 18 + Math.floor(random() * 65), '', 'age');
}

/** Three tellings in four give the figure as it is, the rest round it, hedge it or have another. */
function figureOf({ value, style }: Fact, random: () => number): string {
  const chance = random();
  if (style === 'year' || style === 'age') return String(chance < 0.9 ? value : value + 1);
  if (chance < 0.08) return said(style === 'count' ? Math.round(value * (0.6 + random() * 0.9)) + 1 : Math.round(value * 12) / 10);
  if (chance < 0.16 && value > 100) return `more than ${said(Math.floor(value / 100) * 100)}`;
  if (chance < 0.24 && style === 'count') return `about ${said(value)}`;
  return said(value);
}

function said(value: number): string {
  return value.toLocaleString('en');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Numbers from 0 to 1 that look random and depend on the seed alone (Mulberry32, by Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
