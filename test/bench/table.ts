/** The benchmark's table: one line a measurement, with the goal, what was measured, and whether a regression is to fail. */

/** What is counted: milliseconds, how many times another measurement, a part of one, bytes a UTF-16 unit of text, thousands of bytes. */
export type Unit = 'ms' | 'times' | 'parts' | 'bytes' | 'kB' | 'MB';

/** One measurement, of every round. */
export interface Row {
  readonly name: string;
  readonly unit: Unit;
  /** One a round; none where `missing` says why. */
  readonly values: readonly number[];
  /** The median is to be no more than this. */
  readonly goal?: number;
  /** From this on the gate fails. It stands well above what is measured, so that noise does not pass it. Only of what no machine changes. */
  readonly gate?: number;
  /** Why this machine has no measurement. */
  readonly missing?: string;
}

/** The rows of one file in `rows/`, under the heading that says what was measured on. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The value that so large a part of all values does not exceed; the median by default. */
export function quantile(values: readonly number[], part = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** A row that is filled round by round. */
export class Measured implements Row {
  readonly values: number[] = [];

  constructor(
    readonly name: string,
    readonly unit: Unit,
    private readonly limits: { readonly goal?: number; readonly gate?: number } = {},
  ) {}

  get goal(): number | undefined {
    return this.limits.goal;
  }

  get gate(): number | undefined {
    return this.limits.gate;
  }

  toJSON(): Row {
    const { name, unit, values } = this;
    return { name, unit, values, ...this.limits };
  }
}

/** A row without a measurement. */
export function missing(name: string, unit: Unit, goal: number | undefined, why: string): Row {
  return { name, unit, values: [], ...(goal === undefined ? {} : { goal }), missing: why };
}

const HEAD = ['work', 'goal', 'measured', 'least to most', ''] as const;

/** The section as lines of a terminal. */
export function linesOf({ title, rows }: Section): string[] {
  const cells = rows.map(cellsOf);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((row) => (row.length === HEAD.length ? row[at]!.length : 0))));
  const line = (row: readonly string[]) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return [title, line(HEAD), ...cells.map(line), ''];
}

function cellsOf({ name, unit, values, goal, missing: why }: Row): readonly string[] {
  const aim = goal === undefined ? '' : `${plain(goal)} ${unit}`;
  if (values.length === 0) return [name, aim, why ?? 'nothing was measured'];
  const median = quantile(values);
  const spread = values.length > 1 ? `${plain(Math.min(...values))} to ${plain(Math.max(...values))}` : 'once';
  return [name, aim, `${plain(median)} ${unit}`, spread, goal === undefined ? '' : median <= goal ? 'met' : 'missed'];
}

function plain(value: number): string {
  return value.toFixed(Number.isInteger(value) || value >= 100 ? 0 : value < 1 ? 3 : 1);
}

/** What went so much worse that a change must be to blame, in words. */
export function regressions(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, rows }) =>
    rows.flatMap(({ name, unit, values, gate }) => {
      const median = values.length > 0 ? quantile(values) : 0;
      return gate !== undefined && median > gate ? [`${title}: ${name.trim()}: ${plain(median)} ${unit}, more than ${plain(gate)}`] : [];
    }),
  );
}
