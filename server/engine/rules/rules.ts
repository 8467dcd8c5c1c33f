/** All rules in the order they apply: one finding a verdict or slip, the first that has something to say. To add a rule, list it here. */
import type { FigureVerdict } from '../compare/evidence.ts';
import type { Inconsistency } from '../consistency/inconsistency.ts';
import type { RuleId, Severity } from '../model.ts';
import type { NameVerdict } from '../names/judge.ts';
import type { QuoteVerdict } from '../quotes/judge.ts';
import { type Subject, spanOf } from '../subjects.ts';
import { alteredQuote } from './altered-quote.ts';
import { conflictingSources } from './conflicting-sources.ts';
import { inconsistentDraft } from './inconsistent-draft.ts';
import { missingAttribution } from './missing-attribution.ts';
import { misspeltName } from './misspelt-name.ts';
import { nameFirstReference } from './name-first-reference.ts';
import { nameVariant } from './name-variant.ts';
import { outdatedFigure } from './outdated-figure.ts';
import { refutedFigure } from './refuted-figure.ts';
import type { Finding, Rule, RuleSeverities, Translate } from './rule.ts';
import { singleSource } from './single-source.ts';
import { unsourcedFigure } from './unsourced-figure.ts';

export type { Finding, RuleSeverities, Translate } from './rule.ts';

const figureRules: readonly Rule<FigureVerdict>[] = [
  refutedFigure,
  outdatedFigure,
  conflictingSources,
  unsourcedFigure,
  missingAttribution,
  singleSource,
];
const consistencyRules: readonly Rule<Inconsistency>[] = [inconsistentDraft];
const quoteRules: readonly Rule<QuoteVerdict>[] = [alteredQuote];
const nameRules: readonly Rule<NameVerdict>[] = [misspeltName, nameVariant, nameFirstReference];

/** Every rule's severity where the writer sets none. */
export const defaultSeverities = Object.fromEntries(
  [...figureRules, ...consistencyRules, ...quoteRules, ...nameRules].map(({ id, defaultSeverity }) => [id, defaultSeverity]),
) as Record<RuleId, Severity | 'off'>;

interface Options {
  readonly severities: RuleSeverities;
  readonly translate: Translate;
}

export const rules = {
  figure: (verdict: FigureVerdict, options: Options): Finding | null => first(figureRules, verdict, options),
  inconsistency: (found: Inconsistency, options: Options): Finding | null => first(consistencyRules, found, options),
  quotation: (verdict: QuoteVerdict, options: Options): Finding | null => first(quoteRules, verdict, options),
  name: (verdict: NameVerdict, options: Options): Finding | null => first(nameRules, verdict, options),
};

/** The first rule that is on and has something to say. A rule's own judgement of severity counts only where the writer kept its default. */
function first<Looked extends Subject>(list: readonly Rule<Looked>[], subject: Looked, options: Options): Finding | null {
  for (const rule of list) {
    const chosen = options.severities[rule.id];
    if (chosen === 'off') continue;
    const found = rule.look(subject, options.translate);
    if (!found) continue;
    const severity = chosen === rule.defaultSeverity ? (found.atLeast ?? chosen) : chosen;
    const span = found.span ?? spanOf(subject);
    return { rule: rule.id, severity, start: span.start, end: span.end, message: found.message, subject };
  }
  return null;
}
