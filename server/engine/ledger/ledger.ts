/** The ledger's file: one record a line. What cannot be read, or is of a later version, is kept as it stands. */
import type { Span } from '../model.ts';
import { linesOf } from '../text/spans.ts';
import { type Decision, decisionOf, keyOf, lineOf } from './record.ts';

interface Line {
  readonly text: string;
  /** Null where this version cannot tell what it decides. */
  readonly decision: Decision | null;
  /** Whether it is no JSON object: a conflict's marker, half a record. */
  readonly broken: boolean;
}

export interface Ledger {
  readonly lines: readonly Line[];
  readonly lineEnd: '\n' | '\r\n';
}

/** What is to become of a ledger: a record to put into it or to take out by its key, or a draft, or a folder with drafts, that was moved. */
export type Change =
  | { readonly put: Decision }
  | { readonly remove: string }
  | { readonly move: { readonly from: string; readonly to: string } };

export const emptyLedger: Ledger = { lines: [], lineEnd: '\n' };

/** Reads a ledger's text. Never throws; blank lines are dropped. */
export function parseLedger(text: string): Ledger {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map(lineFrom);
  return { lines, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

/**
 * The text of a ledger: sorted, one record a key, a line break at the end, so that two copies differ only where their records do. While
 * a line is broken all lines stay where they are, for its place may tell how to mend it.
 */
export function ledgerText({ lines, lineEnd }: Ledger): string {
  const kept = lines.some(({ broken }) => broken) ? lines : sorted(lines);
  return kept.map(({ text }) => text + lineEnd).join('');
}

/** The decisions that a ledger holds: one a key, the newest. */
export function decisionsOf({ lines }: Ledger): Decision[] {
  const newest = new Map<string, Line>();
  for (const line of lines) if (line.decision) keep(newest, line);
  return [...newest.values()].map(({ decision }) => decision!);
}

/** A line that is no record: where it stands in the ledger's text, and its number, from 1. */
export interface BrokenLine extends Span {
  readonly number: number;
  /** Whether it is a mark that a merge left where both sides changed. */
  readonly conflict: boolean;
}

/** The broken lines of a ledger's text. */
export function brokenLines(text: string): BrokenLine[] {
  const found: BrokenLine[] = [];
  let number = 0;
  for (const { start, end } of linesOf(text)) {
    number++;
    const line = text.slice(start, end).replace(/^\ufeff/, '');
    if (line.trim() !== '' && lineFrom(line).broken) found.push({ start, end, number, conflict: /^(?:<{7}|={7}|>{7}|\|{7})/.test(line) });
  }
  return found;
}

/**
 * The ledger after some changes. Of two records with one key the newer stays, whichever was put first; putting one twice changes nothing.
 */
export function changeLedger(ledger: Ledger, changes: readonly Change[]): Ledger {
  let lines = [...ledger.lines];
  for (const change of changes) {
    if ('move' in change) {
      lines = lines.map((line) => moved(line, change.move));
      continue;
    }
    if ('remove' in change) {
      lines = lines.filter(({ decision }) => decision === null || keyOf(decision) !== change.remove);
      continue;
    }
    const line: Line = { text: lineOf(change.put), decision: change.put, broken: false };
    const key = keyOf(change.put);
    const known = lines.findIndex(({ decision }) => decision !== null && keyOf(decision) === key);
    // At the end it is in nobody's conflict, whose one side may be thrown away.
    if (known < 0) lines.push(line);
    else lines[known] = newer(lines[known]!, line);
  }
  return { ...ledger, lines };
}

/** Whether a draft's path is that of what was moved, or below it. */
export function isBelow(draft: string, path: string): boolean {
  return draft === path || draft.startsWith(`${path}/`);
}

/** A record's line with the new path of its draft; its other fields stay, whatever they are. */
function moved(line: Line, { from, to }: { readonly from: string; readonly to: string }): Line {
  if (line.broken) return line;
  const { draft, ...rest } = JSON.parse(line.text);
  if (typeof draft !== 'string' || !isBelow(draft, from)) return line;
  return lineFrom(JSON.stringify({ draft: to + draft.slice(from.length), ...rest }));
}

function lineFrom(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { text, decision: null, broken: true };
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { text, decision: decisionOf(value), broken: !isRecord };
}

function sorted(lines: readonly Line[]): Line[] {
  const records = new Map<string, Line>();
  const others = new Map<string, Line>();
  for (const line of lines) {
    if (line.decision) keep(records, line);
    else others.set(line.text, line);
  }
  return [...records.values(), ...others.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

function keep(records: Map<string, Line>, line: Line): void {
  const key = keyOf(line.decision!);
  const known = records.get(key);
  records.set(key, known ? newer(known, line) : line);
}

/** The later decision; of two of one day the one that says more, so that everybody comes to the same. */
function newer(a: Line, b: Line): Line {
  const [ours, theirs] = [a.decision!.when ?? '', b.decision!.when ?? ''];
  if (ours !== theirs) return ours > theirs ? a : b;
  if (a.text.length !== b.text.length) return a.text.length > b.text.length ? a : b;
  return a.text >= b.text ? a : b;
}
