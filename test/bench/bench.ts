/**
 * Measures how fast, small and steady Second Source is, against programs that others know, several times in one run. Times differ between
 * machines and from one moment to the next; ratios within a run differ less.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bench, sections } from './sections.ts';
import { linesOf, regressions, type Section } from './table.ts';

const USAGE = `Usage: npm run bench -- [--only PART] [--rounds N] [--large] [--gate] [--json FILE]
Parts: ${Object.keys(sections).join(', ')}`;

/** The bundle stands in dist/bench. */
const ROOT = resolve(__dirname, '..', '..');

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    large: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
    json: { type: 'string', default: join(ROOT, '.cache', 'bench', 'bench.json') },
  },
});

/** One part, in this process. */
async function measure(name: string): Promise<Section> {
  const bench: Bench = {
    rounds: Number(values.rounds),
    sizes: values.large ? [50_000] : [10_000],
    root: ROOT,
    peers: await import(pathToFileURL(join(ROOT, 'test', 'bench', 'peers.mjs')).href),
  };
  return sections[name]!(bench);
}

/** One part, in a process of its own: neither what another left in memory nor what it had compiled bears on it. */
async function measureApart(name: string): Promise<Section> {
  const child = fork(process.argv[1]!, process.argv.slice(2), {
    env: { ...process.env, SECOND_SOURCE_BENCH: name },
    execArgv: ['--expose-gc', '--max-old-space-size=12000'],
  });
  const ended = once(child, 'exit');
  let section: Section | null = null;
  child.on('message', (message: Section) => {
    section = message;
    child.disconnect();
  });
  const [code] = await ended;
  return section ?? { title: name, rows: [{ name, unit: 'ms', values: [], missing: `it broke off with exit code ${code}` }] };
}

async function main(): Promise<void> {
  const part = process.env.SECOND_SOURCE_BENCH;
  if (part && process.send) {
    process.on('disconnect', () => process.exit(0));
    process.send(await measure(part));
    return;
  }
  const names = values.only ?? Object.keys(sections);
  if (names.some((name) => !sections[name]) || !(Number(values.rounds) >= 1)) {
    console.error(USAGE);
    process.exit(2);
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} cores; medians of ${values.rounds} rounds\n`);
  const done: Section[] = [];
  for (const name of names) {
    const section = await measureApart(name);
    done.push(section);
    console.log(linesOf(section).join('\n'));
  }
  mkdirSync(dirname(resolve(values.json)), { recursive: true });
  const about = { node: process.versions.node, cores: cpus().length, rounds: Number(values.rounds), large: values.large };
  writeFileSync(values.json, `${JSON.stringify({ version: 1, ...about, sections: done }, null, 2)}\n`);
  const worse = values.gate ? regressions(done) : [];
  for (const line of worse) console.log(`WORSE: ${line}`);
  process.exitCode = worse.length > 0 ? 1 : 0;
}

void main();
