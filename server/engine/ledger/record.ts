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

export interface Decision {
  /** The draft's path relative to the ledger's folder, with `/`. */
  readonly draft: string;
  readonly target: Target;
  /** `stet`; what else a later version decides is kept as it is. */
  readonly decision: string;
  /** The day, ISO 8601 in the writer's calendar; null where it is not known. */
  readonly when: string | null;
  /** Who decided; nothing writes it yet, for a name is nobody's but its owner's to give. */
  readonly who: string | null;
  readonly note: string | null;
}

/** The writer's decision to keep what is flagged. */
export const STET = 'stet';

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
export function lineOf({ draft, target, decision, when, who, note }: Decision): string {
  const written = 'quantity' in target ? figureOf(target) : target;
  return JSON.stringify({
    draft,
    ...written,
    decision,
    ...(when !== null && { when }),
    ...(who !== null && { who }),
    ...(note !== null && { note }),
  });
}

function figureOf({ quantity, measures, subject, ordinal }: FigureTarget): object {
  return { quantity, ...(measures && { measures }), ...(subject.length > 0 && { subject }), ordinal };
}

/** The decision that a parsed line holds; null for what is none, or none that this version knows how to read. */
export function decisionOf(value: unknown): Decision | null {
  if (typeof value !== 'object' || value === null) return null;
  const { draft, decision, when, who, note } = value as Record<string, unknown>;
  const target = readTarget(value);
  if (typeof draft !== 'string' || typeof decision !== 'string' || !target) return null;
  return { draft, target, decision, when: stringOr(when), who: stringOr(who), note: stringOr(note) };
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
