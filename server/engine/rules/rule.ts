/** What a rule is: one file that says what it looks for and how it says it. */
import type { RuleId, Severity, Span } from '../model.ts';
import type { Subject } from '../subjects.ts';

/** Says a message in the writer's language: fills `{name}` placeholders of the English template it is given. */
export type Translate = (template: string, values: Readonly<Record<string, string | number>>) => string;

export type RuleSeverities = Readonly<Record<RuleId, Severity | 'off'>>;

/** What is shown to the writer. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** What it is about, with all that it rests on. */
  readonly subject: Subject;
}

/** What a rule says, and where not the whole subject is to be marked, what of it. */
export interface Told {
  readonly message: string;
  readonly atLeast?: Severity;
  readonly span?: Span;
}

/** A rule looks at one subject. It says nothing (null), or what to tell the writer and, where it knows better than its default, how severe that is. */
export interface Rule<Looked extends Subject> {
  readonly id: RuleId;
  readonly defaultSeverity: Severity | 'off';
  look(subject: Looked, translate: Translate): Told | null;
}
