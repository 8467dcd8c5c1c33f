/** Tells which of the values somebody gave as settings can be used, and what is wrong with the rest. */
import type { RuleSeverities, Translate } from '../check.ts';
import type { PrimeSources } from '../citing/prime.ts';
import type { Severity } from '../model.ts';
import { inEnglish } from '../translate.ts';
import { globFault } from './globs.ts';
import { defaults, type Settings } from './settings.ts';

/** Settings as given: what is not given is left to others. */
export type GivenSettings = Partial<Omit<Settings, 'rules'>> & { readonly rules?: Partial<RuleSeverities> };

/** What a rule may be set to, the gravest first. */
export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The settings that are lists of text, and those of them whose texts are globs. */
const LISTS = { sources: 'globs', exclude: 'globs', drafts: 'languages' } as const;

/** The settings that are on or off. */
const SWITCHES: readonly string[] = ['inlayHints', 'codeLenses'] satisfies (keyof Settings)[];

/** Something wrong with a setting. */
export interface ValueProblem {
  /** Where: property names and list positions, from the whole object inwards. */
  readonly path: readonly (string | number)[];
  /** Whether the name of the property is at fault, or its value. */
  readonly fault: 'name' | 'value';
  readonly message: string;
}

/**
 * Takes what can be used from a settings object, such as the editor's. Unknown keys and wrong values are problems, and the rest still
 * counts; a list keeps its good entries. `undefined` and `null` stand for a setting that is not given.
 */
export function validateSettings(value: unknown, translate: Translate = inEnglish): { settings: GivenSettings; problems: ValueProblem[] } {
  const problems: ValueProblem[] = [];
  const settings: { -readonly [K in keyof GivenSettings]: GivenSettings[K] } = {};
  if (value === undefined || value === null) return { settings, problems };
  if (!isObject(value)) {
    problems.push({ path: [], fault: 'value', message: translate('The settings must be an object: { … }.', {}) });
    return { settings, problems };
  }
  for (const [key, given] of Object.entries(value)) {
    if (key === '$schema' || given === undefined || given === null) continue;
    if (key === 'rules') settings.rules = readRules(given, problems, translate);
    else if (key === 'primeSources') settings.primeSources = readPrimeSources(given, problems, translate);
    else if (key === 'checker') {
      if (typeof given === 'string') settings.checker = given.trim();
      else problems.push({ path: [key], fault: 'value', message: translate('"{name}" must be a text, such as a name.', { name: key }) });
    } else if (isList(key)) {
      const list = readList(key, given, problems, translate);
      if (list) settings[key] = list;
    } else if (isSwitch(key)) {
      if (typeof given === 'boolean') settings[key] = given;
      else problems.push({ path: [key], fault: 'value', message: translate('"{name}" is either true or false.', { name: key }) });
    } else problems.push({ path: [key], fault: 'name', message: translate('Second Source has no setting "{name}".', { name: key }) });
  }
  return { settings, problems };
}

function readList(key: keyof typeof LISTS, given: unknown, problems: ValueProblem[], translate: Translate): string[] | undefined {
  if (!Array.isArray(given)) {
    const message =
      LISTS[key] === 'globs'
        ? translate('"{name}" must be a list of globs, such as ["sources/**"].', { name: key })
        : translate('"{name}" must be a list of language ids, such as ["markdown"].', { name: key });
    problems.push({ path: [key], fault: 'value', message });
    return undefined;
  }
  const list: string[] = [];
  for (const [index, entry] of given.entries()) {
    const fault = LISTS[key] === 'globs' ? globFault(entry, translate) : textFault(entry, translate);
    if (fault === null) list.push(entry as string);
    else problems.push({ path: [key, index], fault: 'value', message: fault });
  }
  // A list of nothing but mistakes says nothing; an empty list says "none".
  return list.length > 0 || given.length === 0 ? list : undefined;
}

function readRules(given: unknown, problems: ValueProblem[], translate: Translate): Partial<RuleSeverities> {
  const rules: Record<string, Severity | 'off'> = {};
  if (!isObject(given)) {
    problems.push({ path: ['rules'], fault: 'value', message: translate('"rules" must be an object: { "rule": "severity" }.', {}) });
    return rules;
  }
  for (const [id, severity] of Object.entries(given)) {
    if (!Object.hasOwn(defaults.rules, id)) {
      const message = translate('There is no rule "{name}". The rules are {rules}.', {
        name: id,
        rules: Object.keys(defaults.rules).join(', '),
      });
      problems.push({ path: ['rules', id], fault: 'name', message });
    } else if (!(severities as readonly unknown[]).includes(severity)) {
      const message = translate('A rule is set to one of {severities}.', { severities: severities.join(', ') });
      problems.push({ path: ['rules', id], fault: 'value', message });
    } else rules[id] = severity as Severity | 'off';
  }
  return rules;
}

/** A measure's prime source is a name, or several, of which the first comes first. */
function readPrimeSources(given: unknown, problems: ValueProblem[], translate: Translate): PrimeSources {
  const prime: Record<string, readonly string[]> = {};
  if (!isObject(given)) {
    const message = translate('"primeSources" must be an object: { "people killed": "Name of the source" }.', {});
    problems.push({ path: ['primeSources'], fault: 'value', message });
    return prime;
  }
  const isName = (name: unknown): name is string => typeof name === 'string' && name.trim() !== '';
  for (const [measure, value] of Object.entries(given)) {
    const names: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (measure.trim() === '') {
      const message = translate('Say what is measured, such as "people killed", or "*" for everything.', {});
      problems.push({ path: ['primeSources', measure], fault: 'name', message });
      continue;
    }
    for (const [index, name] of names.entries()) {
      if (isName(name)) continue;
      const path = ['primeSources', measure, ...(Array.isArray(value) ? [index] : [])];
      problems.push({ path, fault: 'value', message: translate('A source is named by a text, such as its publication.', {}) });
    }
    const good = names.filter(isName).map((name) => name.trim());
    // `__proto__` is a measure like any other.
    if (good.length > 0) Object.defineProperty(prime, measure, { value: good, enumerable: true, configurable: true, writable: true });
  }
  return prime;
}

function textFault(entry: unknown, translate: Translate): string | null {
  return typeof entry === 'string' && entry.trim() !== '' ? null : translate('A language id is a text, such as "markdown".', {});
}

function isList(key: string): key is keyof typeof LISTS {
  return Object.hasOwn(LISTS, key);
}

function isSwitch(key: string): key is 'inlayHints' | 'codeLenses' {
  return SWITCHES.includes(key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
