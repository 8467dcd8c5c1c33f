/** Reads `second-source.json`: JSON in which comments and trailing commas are allowed, each problem told at its place. */
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Translate } from '../check.ts';
import type { Span } from '../model.ts';
import { inEnglish } from '../translate.ts';
import { type GivenSettings, type ValueProblem, validateSettings } from './validate.ts';

/** Something wrong in a settings file, where it stands in the text. */
export interface SettingsProblem extends Span {
  readonly message: string;
}

/** What a syntax error means to somebody who writes JSON by hand; the names are jsonc-parser's. */
const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not JSON: text needs double quotes.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'The name of a setting, in double quotes, is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace } is missing here.',
  CloseBracketExpected: 'A closing bracket ] is missing here.',
  EndOfFileExpected: 'Nothing may follow the settings.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'This text has no closing quote.',
};

/**
 * Reads the text of a settings file. Never throws: every mistake is a problem at its offset in `text`, and what is right still counts.
 * Of mistakes in the syntax only the first is told, since the others mostly follow from it.
 */
export function parseSettings(text: string, translate: Translate = inEnglish): { settings: GivenSettings; problems: SettingsProblem[] } {
  const errors: ParseError[] = [];
  // A byte order mark is no part of JSON; a space keeps the offsets.
  const json = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  let root: Node | undefined;
  let value: unknown;
  try {
    root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
    value = root && getNodeValue(root);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { settings: {}, problems: [{ start: 0, end: text.length, message: translate('The brackets are nested too deeply.', {}) }] };
  }
  const problems: SettingsProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    message: translate(SYNTAX[printParseErrorCode(error)] ?? 'This is not JSON.', {}),
  }));
  const validated = validateSettings(value, translate);
  for (const problem of validated.problems) problems.push({ ...spanOf(root, problem), message: problem.message });
  // The parser counts an end that is missing as one place more.
  const inside = problems.map(({ start, end, message }) => ({
    start: Math.min(start, text.length),
    end: Math.min(end, text.length),
    message,
  }));
  return { settings: validated.settings, problems: inside.sort((a, b) => a.start - b.start) };
}

function spanOf(root: Node | undefined, problem: ValueProblem): Span {
  let node = root;
  for (const [depth, step] of problem.path.entries()) {
    if (typeof step === 'number') node = node?.children?.[step];
    else {
      // Of two properties with one name the last counts, as in JSON.
      const property = node?.children?.findLast((child) => child.children?.[0]?.value === step);
      const name = problem.fault === 'name' && depth === problem.path.length - 1;
      node = property?.children?.[name ? 0 : 1];
    }
  }
  return node ? { start: node.offset, end: node.offset + node.length } : { start: 0, end: 0 };
}
