/** Reads YAML: for front matter that is more than plain lines. */
import { CORE_SCHEMA, load } from 'js-yaml';

/**
 * The value that a YAML document holds; dates stay as they are written.
 * @throws {Error} where it is malformed
 */
export function parseYaml(yaml: string): unknown {
  return load(yaml, { schema: CORE_SCHEMA });
}
