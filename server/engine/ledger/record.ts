/** A record of the ledger: one decision of the writer, on a claim, a name or a rule of one draft, as one line of JSON. */

/** A figure in its claim: what of it has to stay the same for a decision to hold. */
export interface FigureTarget {
  /** The figure's value, as `quantityKey` writes it. */
  readonly quantity: string;
  /** What it measures, in the draft's words. */
  readonly measures: string;
  /** The names that its sentence says it of, as written; any of them will do. */
  readonly subject: readonly string[];
  /** Which of the draft's equal claims it is, from 1. */
  readonly ordinal: number;
}

/** A name as the draft spells it, wherever it stands. */
export interface NameTarget {
  readonly name: string;
}

/** Words in quotation marks as the draft has them, on one line, wherever they stand. */
export interface QuotationTarget {
  readonly quotation: string;
}

/** A rule, in the whole draft. */
export interface RuleTarget {
  readonly rule: string;
}

export type Target = FigureTarget | NameTarget | QuotationTarget | RuleTarget;

/** The passage of a source that somebody relied on, as it read then. */
export interface ReliedOn {
  /** The source's path relative to the ledger's folder, with `/`; its URI where it is not below that. */
  readonly source: string;
  /** The figure, the name or the quoted words as the source writes them, on one line. */
  readonly says: string;
  /** The passage's words, cut where it is long. */
  readonly text: string;
  /** Of a passage that was cut, what tells all its words from others; null of any other. */
  readonly hash: string | null;
}

export interface Decision {
  /** The draft's path relative to the ledger's folder, with `/`. */
  readonly draft: string;
  readonly target: Target;
  /** `stet`, `tick` or `query`; what else a later version decides is kept as it is. */
  readonly decision: string;
  /** The day, ISO 8601 in the writer's calendar; null where it is not known. */
  readonly when: string | null;
  /** Who decided; null where nobody said who they are. */
  readonly who: string | null;
  readonly note: string | null;
  /** Of a tick or a query on a figure: the figure as the draft wrote it then, on one line; null of any other. */
  readonly figure: string | null;
  /** Of a tick or a query on a figure: the words of its sentence then, by which it is found again after it changed; null of any other. */
  readonly said: string | null;
  /** What a tick relies on; null where no source was relied on. */
  readonly passage: ReliedOn | null;
}

/** The writer's decision to keep what is flagged. */
export const STET = 'stet';
/** A checker's word that a figure, a name or a quotation is right. */
export const TICK = 'tick';
/** A checker's question about a figure, a name or a quotation, which is open until it is taken back or answered by a tick. */
export const QUERY = 'query';

/** A decision that is nothing but its target, its kind and the day. */
export function plainDecision(draft: string, target: Target, decision: string, when: string | null): Decision {
  return { draft, target, decision, when, who: null, note: null, figure: null, said: null, passage: null };
}

/** What two records of one decision have in common. */
export function keyOf({ draft, target, decision }: Pick<Decision, 'draft' | 'target' | 'decision'>): string {
  return JSON.stringify([draft, ...valuesOf(target), decision]);
}

/** Whether two targets are the same one. */
export function sameTarget(a: Target, b: Target): boolean {
  return JSON.stringify(valuesOf(a)) === JSON.stringify(valuesOf(b));
}

function valuesOf(target: Target): unknown[] {
  if ('rule' in target) return ['rule', target.rule];
  if ('name' in target) return ['name', target.name];
  if ('quotation' in target) return ['quotation', target.quotation];
  return ['figure', target.quantity, target.measures, target.subject, target.ordinal];
}

/** The line of a record, its fields always in one order. */
export function lineOf({ draft, target, decision, when, who, note, figure, said, passage }: Decision): string {
  const written = 'quantity' in target ? figureOf(target) : target;
  return JSON.stringify({
    draft,
    ...written,
    decision,
    ...(when !== null && { when }),
    ...(who !== null && { who }),
    ...(note !== null && { note }),
    ...(figure !== null && { figure }),
    ...(said !== null && { said }),
    ...(passage !== null && { passage: passageOf(passage) }),
  });
}

function passageOf({ source, says, text, hash }: ReliedOn): object {
  return { source, says, text, ...(hash !== null && { hash }) };
}

function figureOf({ quantity, measures, subject, ordinal }: FigureTarget): object {
  return { quantity, ...(measures && { measures }), ...(subject.length > 0 && { subject }), ordinal };
}

/** The decision that a parsed line holds; null for what is none, or none that this version knows how to read. */
export function decisionOf(value: unknown): Decision | null {
  if (typeof value !== 'object' || value === null) return null;
  const { draft, decision, when, who, note, figure, said, passage } = value as Record<string, unknown>;
  const target = readTarget(value);
  if (typeof draft !== 'string' || typeof decision !== 'string' || !target) return null;
  const more = { figure: stringOr(figure), said: stringOr(said), passage: readPassage(passage) };
  return { draft, target, decision, when: stringOr(when), who: stringOr(who), note: stringOr(note), ...more };
}

/** The passage that plain data describes, whoever sent it; null where it describes none. */
export function readPassage(value: unknown): ReliedOn | null {
  if (typeof value !== 'object' || value === null) return null;
  const { source, says, text, hash } = value as Record<string, unknown>;
  if (typeof source !== 'string' || source === '' || typeof says !== 'string' || typeof text !== 'string') return null;
  return { source, says, text, hash: stringOr(hash) };
}

/** The target that plain data describes, whoever sent it; null where it describes none. */
export function readTarget(value: unknown): Target | null {
  if (typeof value !== 'object' || value === null) return null;
  const { rule, name, quotation, quantity, measures = '', subject = [], ordinal = 1 } = value as Record<string, unknown>;
  if (typeof quantity === 'string' && quantity !== '') {
    const isWhole = typeof ordinal === 'number' && Number.isSafeInteger(ordinal) && ordinal > 0;
    if (!isWhole || typeof measures !== 'string' || !Array.isArray(subject)) return null;
    return { quantity, measures, subject: subject.filter((each) => typeof each === 'string'), ordinal };
  }
  if (typeof name === 'string' && name !== '') return { name };
  if (typeof quotation === 'string' && quotation !== '') return { quotation };
  return typeof rule === 'string' && rule !== '' ? { rule } : null;
}

function stringOr(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
