/** Makes up sources and a draft, always the same for the same seed, so that a measurement can be repeated anywhere. */
import type { SourceFile } from '../../server/sources/read.ts';

/** Texts to measure with. */
export interface Desk {
  readonly name: string;
  readonly sources: readonly SourceFile[];
  readonly draft: string;
}

const GIVEN = ['Anna', 'Peter', 'Maria', 'David', 'Laura', 'James', 'Helen', 'Robert'];
/** Put together by two, these make some two hundred names of families and of towns. */
const FIRST_HALVES = ['Ash', 'Black', 'Carl', 'Dun', 'East', 'Farn', 'Glen', 'Hart', 'Kings', 'Lang', 'Mar', 'Nor', 'Oak', 'Pen', 'Red'];
const SECOND_HALVES = ['bury', 'combe', 'dale', 'field', 'ford', 'gate', 'ham', 'ley', 'mere', 'stead', 'ton', 'well', 'wick', 'worth'];
const CROWDS = ['people', 'workers', 'residents', 'families', 'officers', 'passengers'];
const EVENTS = ['were injured', 'were evacuated', 'were detained', 'were killed', 'lost their homes'];
const HEDGES = ['', '', 'about ', 'more than ', 'nearly ', 'up to '];
const FILLERS = [
  'The council will meet again in the spring to hear the report.',
  'Nobody who was there had expected the weather to turn so quickly.',
  'Shops along the high street stayed closed for most of the day.',
];

/**
 * A desk of `articles` sources of about 5 kB each, every one about a town, and a draft as long as one of them. Every second
 * sentence has a figure.
 */
export function madeUpDesk(articles: number, seed: number): Desk {
  const random = generator(seed);
  const encoder = new TextEncoder();
  const sources = Array.from({ length: articles }, (_, index) => ({
    uri: `file:///desk/${index}.md`,
    name: `${index}.md`,
    bytes: encoder.encode(
      `---\ntitle: Report ${index}\ndate: 2021-03-${String((index % 28) + 1).padStart(2, '0')}\n---\n\n${story(random)}`,
    ),
  }));
  return { name: `${articles} made-up articles`, sources, draft: story(random) };
}

function story(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const count = () => Math.floor(10 ** (1 + random() * 4)).toLocaleString('en');
  const name = () => pick(FIRST_HALVES) + pick(SECOND_HALVES);
  const place = name();
  const sentences = Array.from({ length: 80 }, (_, index) => {
    if (index % 2) return pick(FILLERS);
    if (index % 4) return `In ${place}, ${pick(HEDGES)}${count()} ${pick(CROWDS)} ${pick(EVENTS)} in the storm.`;
    return `${pick(GIVEN)} ${name()} said the repairs would cost $${count()} by ${1990 + Math.floor(random() * 30)}.`;
  });
  return `${sentences.map((sentence, index) => (index % 5 === 4 ? `${sentence}\n\n` : `${sentence} `)).join('')}\n`;
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
