/** The command line: `second-source check | report | conflicts | sources | extract | serve`. */
import { stat } from 'node:fs/promises';
import pico from 'picocolors';
import { version } from '../../package.json';
import { conflicts } from '../engine/conflicts/index.ts';
import { finish } from '../engine/finish.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Severity } from '../engine/model.ts';
import { type Command, type FailOn, HELP, type Origins, readArguments, UsageError } from './cli/arguments.ts';
import { checkDrafts } from './cli/check.ts';
import { Configurations } from './cli/configuration.ts';
import { type Desk, Desks } from './cli/desk.ts';
import { type Draft, readDraft } from './cli/drafts.ts';
import { explainDraft } from './cli/explain.ts';
import { explainReport, explainText } from './cli/explained.ts';
import { checkReport, conflictsReport, extractReport, print } from './cli/json.ts';
import { Ledgers } from './cli/ledgers.ts';
import { draftReport } from './cli/report.ts';
import { sourcesReport } from './cli/sources.ts';
import { clean } from './cli/terminal.ts';
import { checkText, conflictsText, extractText } from './cli/text.ts';
import { whyUnreadable } from './files.ts';

const CLEAN = 0;
const FINDINGS = 1;
const TROUBLE = 2;
const GRAVITY: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

const { env } = process;
const colors = pico.createColors(process.stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb');

/** Carries a command out and says with which exit code the process is to end. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return CLEAN;
    case 'version':
      process.stdout.write(`${version}\n`);
      return CLEAN;
    case 'serve':
      await import('./node.ts');
      return CLEAN;
    case 'extract': {
      const files: Draft[] = [];
      for (const path of command.files) {
        const file = await readDraft(path);
        if ('unreadable' in file) warn(`${path}: ${file.unreadable}`);
        else files.push(file);
      }
      process.stdout.write(command.format === 'json' ? print(extractReport(files)) : extractText(files, colors));
      return files.length < command.files.length ? TROUBLE : CLEAN;
    }
    case 'check': {
      const desks = await desksIn(command.sources);
      const configurations = new Configurations(command.config, warn);
      if (command.explain) {
        const explained = await explainDraft(command.drafts[0]!, command.explain, configurations, desks);
        if ('trouble' in explained) {
          warn(explained.trouble);
          return TROUBLE;
        }
        warnOfNothing(explained.desk);
        process.stdout.write(command.format === 'json' ? print(explainReport(explained)) : explainText(explained, colors));
        return verdictOf(explained.finding ? [explained.finding] : [], command.failOn);
      }
      const checked = await checkDrafts(command.drafts, configurations, desks, new Ledgers(warn), warnOfDraft);
      for (const desk of new Set(checked.map(({ desk }) => desk))) warnOfNothing(desk);
      process.stdout.write(command.format === 'json' ? print(checkReport(checked)) : checkText(checked, colors));
      if (checked.length < command.drafts.length) return TROUBLE;
      return verdictOf(
        checked.flatMap(({ judgement }) => judgement.findings),
        command.failOn,
      );
    }
    case 'report': {
      const configurations = new Configurations(command.config, warn);
      const desks = await desksIn(command.sources);
      const [checked] = await checkDrafts([command.draft], configurations, desks, new Ledgers(warn), warnOfDraft);
      if (!checked) return TROUBLE;
      warnOfNothing(checked.desk);
      process.stdout.write(draftReport(checked, command.format));
      return CLEAN;
    }
    case 'conflicts': {
      const desk = await deskHere(command);
      const groups = finish(conflicts(desk.library, english));
      process.stdout.write(command.format === 'json' ? print(conflictsReport(groups, desk)) : conflictsText(groups, desk, colors));
      return verdictOf(groups, command.failOn);
    }
    case 'sources':
      process.stdout.write(sourcesReport(await deskHere(command), command.format));
      return CLEAN;
  }
}

/** The desk of the folder that the command was given in. Throws a UsageError. */
async function deskHere({ sources, config }: Origins): Promise<Desk> {
  const desks = await desksIn(sources);
  const configuration = await new Configurations(config, warn).above('.');
  const desk = await desks.of(configuration);
  if (!desk) throw new UsageError('no sources: name a folder with --sources DIR, or keep a second-source.json here or above');
  warnOfNothing(desk);
  return desk;
}

async function desksIn(folders: readonly string[]): Promise<Desks> {
  for (const folder of folders) {
    const stats = await stat(folder).catch((error) => {
      throw new UsageError(`--sources ${folder}: ${whyUnreadable(error)}`);
    });
    if (!stats.isDirectory()) throw new UsageError(`--sources ${folder}: is not a folder`);
  }
  return new Desks(folders);
}

function warnOfDraft(path: string, reason: string): void {
  warn(`${path}: ${reason}`);
}

function warnOfNothing({ library, skipped }: Desk): void {
  if (library.size === 0 && skipped.length === 0) warn('no sources found: nothing can be compared');
}

function verdictOf(findings: readonly { readonly severity: Severity }[], failOn: FailOn): number {
  if (failOn === 'never') return CLEAN;
  const bar = GRAVITY.indexOf(failOn);
  return findings.some(({ severity }) => GRAVITY.indexOf(severity) >= bar) ? FINDINGS : CLEAN;
}

function warn(message: string): void {
  process.stderr.write(`second-source: ${message.split('\n').map(clean).join('\n')}\n`);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes its end, such as `head`, has seen enough.
  if (error.code === 'EPIPE') process.exit();
  warn(`the report cannot be written: ${whyUnreadable(error)}`);
  process.exit(TROUBLE);
});
// Where nobody reads what goes wrong, the exit code still tells.
process.stderr.on('error', () => {});

async function main(): Promise<void> {
  try {
    process.exitCode = await run(readArguments(process.argv.slice(2)));
  } catch (error) {
    process.exitCode = TROUBLE;
    if (error instanceof UsageError) warn(`${error.message}\nTry second-source --help.`);
    else warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

void main();
