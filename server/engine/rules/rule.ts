/** What a rule is: one file that says what it looks for and how it says it. */
import type { FigureVerdict } from '../compare/evidence.ts';
import type { RuleId, Severity, Span } from '../model.ts';
import type { NameVerdict } from '../names/judge.ts';

/** Says a message in the writer's language: fills `{name}` placeholders of the English template it is given. */
export type Translate = (template: string, values: Readonly<Record<string, string | number>>) => string;

export type RuleSeverities = Readonly<Record<RuleId, Severity | 'off'>>;

/** What is shown to the writer. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** The verdict it rests on: a figure's, or a name's. */
  readonly subject: FigureVerdict | NameVerdict;
}

/** A rule looks at one verdict. It says nothing (null), or what to tell the writer and, where it knows better than its default, how severe that is. */
export interface Rule<Subject> {
  readonly id: RuleId;
  readonly defaultSeverity: Severity | 'off';
  look(subject: Subject, translate: Translate): { readonly message: string; readonly atLeast?: Severity } | null;
}
