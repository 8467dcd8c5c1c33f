/** The engine's own language for messages: English, with the placeholders filled in. */
import type { Translate } from './check.ts';

/** Fills `{name}` placeholders of a template. A placeholder without a value stays as it is written. */
export const inEnglish: Translate = (template, values) => {
  const parts = template.split('{');
  let said = parts[0]!;
  for (const part of parts.slice(1)) {
    const close = part.indexOf('}');
    const name = part.slice(0, close);
    said += close > 0 && Object.hasOwn(values, name) ? `${values[name]}${part.slice(close + 1)}` : `{${part}`;
  }
  return said;
};
