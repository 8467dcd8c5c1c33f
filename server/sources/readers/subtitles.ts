/** The reader of subtitles (WebVTT, SubRip): what is said, by whom and when. */
import { decode } from '../encoding.ts';
import { type ExtractedBlock, extractedArticle, NOTHING_STATED, type Piece } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { reasons } from '../reasons.ts';
import { timeOf } from '../timecodes.ts';

interface Cue {
  /** In seconds. */
  readonly from: number;
  readonly to: number;
  readonly speaker: string | null;
  readonly text: string;
}

/** A silence longer than this, in seconds, begins a new paragraph. */
const SILENCE = 4;
/** A paragraph longer than this, in UTF-16 units, ends with its sentence. */
const LONG = 500;

export async function readSubtitles({ uri, bytes }: SourceFile): Promise<Reading> {
  const decoded = decode(bytes);
  if ('skipped' in decoded) return decoded;
  if (decoded.text.trim() === '') return { skipped: reasons.empty };
  const cues = cuesOf(decoded.text);
  if (cues.length === 0) return { skipped: reasons.damaged };
  const article = extractedArticle(uri, paragraphs(cues), NOTHING_STATED);
  return article ? { article } : { skipped: reasons.noText };
}

const TIMING = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let before: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const timing = TIMING.exec(lines[at]!);
    if (!timing) continue;
    const [from, to] = [seconds(timing.slice(1, 5)), seconds(timing.slice(5, 9))];
    const said: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]!.trim() !== '' && !TIMING.test(lines[at + 1]!)) said.push(lines[++at]!);
    // Captions that roll say each line twice: below, then above.
    const fresh = said.filter((line) => !before.includes(line.trim()));
    before = said.map((line) => line.trim());
    let voice: string | null = null;
    for (const line of fresh) {
      const voiced = /<v(?:\.[^\s>]{0,40})?\s([^>]{1,80})>/.exec(line);
      if (voiced) voice = voiced[1]!.trim();
      const plain = withoutMarks(line);
      const named = /^(?:>>\s*|[-\u2013]\s*)?(\p{Lu}[\p{L}\p{M}.'\u2019 -]{0,40}):\s+(.*)$/u.exec(plain);
      const speaker: string | null = named ? named[1]!.trim() : voice;
      if (speaker !== null) voice = speaker;
      const words = (named ? named[2]! : plain.replace(/^(?:>>|[-\u2013])\s+/, '')).trim();
      if (words !== '') cues.push({ from, to, speaker, text: words });
    }
  }
  return cues;
}

function seconds([hours = '0', minutes, rest, fraction]: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(`0.${fraction}`);
}

/** Without tags, positions and what is heard but not said: `[music]`, `(applause)`. */
function withoutMarks(line: string): string {
  return line
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/\[[\p{L} ,'-]{1,40}\]|\([\p{L} ]{1,24}\)(?=\s*$)|[\u266a\u266b]/gu, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? ' ')
    .trim();
}

/** Cues joined while one speaker goes on; each keeps its time. A speaker is named where they begin. */
function paragraphs(cues: readonly Cue[]): ExtractedBlock[] {
  const blocks: { kind: 'paragraph'; pieces: Piece[] }[] = [];
  let speaker: string | null = null;
  let end = Number.NEGATIVE_INFINITY;
  let length = 0;
  for (const cue of cues) {
    const last = blocks.at(-1);
    const said = last?.pieces.at(-1)?.text.trimEnd() ?? '';
    const isEnded = /[.!?\u2026]["'\u201d]?$/.test(said);
    const another = cue.speaker !== null && cue.speaker !== speaker;
    const piece: Piece = { text: `${another ? `${cue.speaker}: ` : ''}${cue.text} `, locator: { time: timeOf(cue.from) } };
    if (!last || another || cue.from - end > SILENCE || (length > LONG && isEnded)) {
      blocks.push({ kind: 'paragraph', pieces: [piece] });
      length = 0;
    } else last.pieces.push(piece);
    if (cue.speaker !== null) speaker = cue.speaker;
    end = cue.to;
    length += cue.text.length;
  }
  return blocks;
}
