/** Reruns of one agency story on the command line: one origin, whatever outlets print them. */
import { describe, expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

/** A story in our own words, long enough to be known again. */
const BODY = [
  'Nineteen weavers were injured on Monday when a boiler blew up in a cloth mill in Ostmark, the fire brigade said.',
  'The blast tore a hole into the roof and was heard in villages on the other side of the river, people who live there told reporters.',
  'The mill has stood at the edge of the town for more than a century and makes sailcloth for shipyards along the coast.',
  'Its owner, Ilse Marten, said that the boiler had been looked at in spring and that nothing had been found wrong with it.',
];
const copy = (publisher: string, title: string, paragraphs: readonly string[], end = '') =>
  `---\ntitle: ${title}\npublication: ${publisher}\ndate: 2021-05-03\n---\n\n${paragraphs.join('\n\n')}\n${end}`;

const desk = {
  'draft.md': 'Nineteen weavers were injured when a boiler blew up in a mill in Ostmark.\n',
  'sources/bell.md': copy('The Bell', 'Boiler blast in Ostmark', BODY, '\n(Reuters)\n'),
  'sources/post.md': copy('Evening Post', 'Weavers hurt in mill', BODY.slice(0, 3)),
  'sources/star.md': copy('Coast Star', 'A bang heard across the river', [BODY[0]!, BODY[1]!, BODY[3]!]),
  'sources/own.md': copy('Own Reporter', 'Ostmark mill', [
    'In Ostmark 19 weavers were injured when the boiler of a mill blew up, doctors said.',
  ]),
};

interface Report {
  readonly drafts: readonly { readonly figures: readonly { readonly verdict: string; readonly evidence: readonly Evidence[] }[] }[];
}

interface Evidence {
  readonly source: string;
  readonly origin: string | null;
}

async function originsIn(files: Readonly<Record<string, string>>): Promise<Record<string, string | null>> {
  const args = ['check', 'draft.md', '--sources', 'sources', '--config', 'none', '--format', 'json', '--fail-on', 'never'];
  const { stdout } = await run(args, folder(files));
  const [figure] = (JSON.parse(stdout) as Report).drafts[0]!.figures;
  expect(figure?.verdict).toBe('supported');
  return Object.fromEntries(figure!.evidence.map(({ source, origin }) => [source, origin]));
}

describe('the JSON of check', () => {
  test('names the origin that copies share, and none for a source that is its own', async () => {
    expect(await originsIn(desk)).toEqual({ 'bell.md': 'Reuters', 'post.md': 'Reuters', 'star.md': 'Reuters', 'own.md': null });
  });

  test('names the first of the copies where no agency is credited', async () => {
    const bell = copy('The Bell', 'Boiler blast in Ostmark', BODY);
    expect(await originsIn({ ...desk, 'sources/bell.md': bell })).toMatchObject({ 'post.md': 'bell.md', 'star.md': 'bell.md' });
  });

  test('tells two stories of one agency apart', async () => {
    const other = [
      'A ferry that was on its way to the islands ran aground in thick fog on Tuesday morning and had to be pulled free by two tugs.',
      'Nobody on board came to harm, the harbour master said, but the passengers had to wait in the cold for most of the day.',
    ];
    const files = { 'sources/a.md': copy('A', 'Fog', other, '\n(Reuters)\n'), 'sources/b.md': copy('B', 'Aground', other) };
    expect(await originsIn({ ...desk, ...files })).toMatchObject({ 'bell.md': 'Reuters: bell.md', 'post.md': 'Reuters: bell.md' });
  });
});

test('the text of check says how many origins the sources have', async () => {
  const draft = 'Thirty weavers were injured when a boiler blew up in a mill in Ostmark.\n';
  const { stdout } = await run(['check', 'draft.md', '--sources', 'sources', '--config', 'none'], folder({ ...desk, 'draft.md': draft }));
  expect(stdout).toContain('4 sources, 2 origins (Reuters)');
});
