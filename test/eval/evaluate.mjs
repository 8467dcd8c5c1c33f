/** Runs a built command line over the labelled stories. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { add, emptyScore, stories } from './score.mjs';

/** @import { Report, Story } from './score.mjs' */

/**
 * The scores of a build, of the held cases and of the others.
 * @param {string} program the path of its `cli.js`
 * @throws where the command line fails, or leaves a draft out
 */
export function evaluate(program) {
  const scores = { tuned: emptyScore(), held: emptyScore() };
  const folder = mkdtempSync(join(tmpdir(), 'second-source-eval-'));
  try {
    for (const story of stories()) {
      const reports = check(program, story, folder);
      for (const labelled of story.cases) {
        const report = reports.get(labelled.id);
        if (!report) throw new Error(`the command line says nothing of ${labelled.id}`);
        add(labelled.held ? scores.held : scores.tuned, labelled, report);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return scores;
}

/**
 * The report of each of a story's drafts, by the case's id.
 * @param {string} program
 * @param {Story} story
 * @param {string} folder where the drafts are put
 */
function check(program, story, folder) {
  const drafts = story.cases.map(({ id, draft }) => {
    const path = join(folder, `${id}.md`);
    writeFileSync(path, draft);
    return path;
  });
  const args = [program, 'check', ...drafts, '--sources', story.sources, '--config', 'none', '--format', 'json', '--fail-on', 'never'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the command line could not check the story ${story.name} (${status}): ${stderr}`);
  /** @type {Report[]} */
  const reports = JSON.parse(stdout).drafts;
  return new Map(reports.map((report) => [basename(report.path, '.md'), report]));
}
