/** Random changes to folders of sources, told to a server as a client tells of them, and the libraries that must come of them. */
import fc from 'fast-check';
import { type TestClient, uriOf } from './client.ts';

/** What the changes are made to. Paths are absolute, with `/`. */
export interface Disk {
  write(path: string, content: string | Uint8Array): void;
  delete(path: string): void;
  /** The paths of all files. */
  paths(): string[];
  bytesOf(path: string): Uint8Array;
  /** Where the host can be made to: the file goes away in the moment that it is next read. */
  vanish?(path: string): void;
  /** Where the host can be made to: the file is not read as long as there is a reason. */
  refuse?(path: string, reason: string | null): void;
}

const NAMES = ['Karim Tashev', 'Karim Tasheff', 'Ana Silvestre', 'Ivar Lindgren', 'Iwar Lindgren'];
const FOLDERS = ['sources', 'sources/sub', 'sources/sub/deep', 'notes', 'sources/node_modules/x', 'sources/.hidden'];
const FILES = ['a.md', 'b.txt', 'c.html', 'd.csv', 'second [1].md', 'e.png', 'none'];
/** The folders of a workspace, one inside another. */
export const ROOTS = ['/one', '/two', '/one/sources/inner'];

export const DRAFT = `Police detained 300 dockers at the harbour of Tarvik on Thursday. Karim Tashev, the mayor, said that 12 cranes had stopped.

Ana Silvestre counted 40 boats in the harbour of Tarvik. Iwar Lindgren spoke in Tarvik.
`;

function story(count: number, name: string): string {
  return `Police detained ${count} dockers at the harbour of Tarvik on Thursday. The mayor, ${name}, said so. ${name} said that ${count % 7} cranes had stopped, that the harbour of Tarvik would stay closed until the evening, and that nobody but the dockers knew what the dockers had asked for when they met the owners of the ships in the old customs house on Monday.`;
}

const contents: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(120, 300, 310),
        fc.constantFrom(...NAMES),
        fc.constantFrom('', 'publisher: One\ndate: 2021-03-04', 'date: 2021-03-05'),
      )
      .map(([count, name, front]) => (front === '' ? `${story(count, name)}\n` : `---\n${front}\n---\n${story(count, name)}\n`)),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...NAMES)
      .map((name) => `<html><body><p>${name} counted 41 boats in the harbour of Tarvik.</p></body></html>`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', ' \n', 'Port,Boats\nTarvik,40\n', '---\ntitle: [broken\n---\nx') },
  { weight: 1, arbitrary: fc.constant(Uint8Array.of(1, 2, 3, 0, 5, 6, 0, 8)) },
);

const settings: fc.Arbitrary<string | null> = fc.constantFrom(
  null,
  null,
  '{}',
  '{ "sources": ["sources/**", "notes/**"] }',
  '{ "sources": ["**/*.md"], "exclude": ["**/sub/**"] }',
  '{ "exclude": ["sources/a.md", "*.csv", "**/deep"] }',
  '{ "sources": ["notes", "!notes/b.txt"], "rules": { "unsourced-figure": "hint" } }',
  '{ "sources": [] }',
  '{ "sources": ["sources/**"',
);

const root = fc.constantFrom(...ROOTS);
const path = fc.tuple(root, fc.constantFrom(...FOLDERS), fc.constantFrom(...FILES)).map((parts) => parts.join('/'));
/** An index into the files that there are. */
const which = fc.nat(1000);

export type Change =
  | { readonly kind: 'write'; readonly path: string; readonly content: string | Uint8Array }
  | { readonly kind: 'rewrite' | 'half'; readonly which: number; readonly content: string | Uint8Array }
  | { readonly kind: 'delete' | 'rumour' | 'open' | 'vanish' | 'again' | 'copy'; readonly which: number }
  | { readonly kind: 'refuse'; readonly which: number; readonly reason: string | null }
  | { readonly kind: 'rename'; readonly which: number; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'settings'; readonly root: string; readonly text: string | null }
  | { readonly kind: 'folder'; readonly root: string }
  | { readonly kind: 'new'; readonly path: string; readonly content: string | Uint8Array }
  | { readonly kind: 'edit'; readonly which: number; readonly content: string | Uint8Array }
  | { readonly kind: 'save' | 'close'; readonly which: number }
  /** Tells of what has changed, in one notification or in many, in any order. */
  | { readonly kind: 'tell'; readonly together: boolean; readonly order: number }
  /** Waits until the server is quiet, and looks. */
  | { readonly kind: 'quiet' };

const folderPath = fc
  .tuple(root, fc.constantFrom('sources', 'sources/sub', 'sources/sub/deep', 'notes', 'sources/other'))
  .map((parts) => parts.join('/'));

export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write'), path, content: contents }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('rewrite', 'half'), which, content: contents }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('delete', 'delete', 'rumour', 'open', 'vanish', 'again', 'copy'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refuse'),
      which,
      reason: fc.constantFrom('permission denied', 'the disk reported an error', null),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename'), which, path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move'), from: folderPath, to: folderPath }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settings'), root, text: settings }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('folder'), root }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('new'), path, content: contents }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit'), which, content: contents }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('save', 'close'), which }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('tell'), together: fc.boolean(), order: fc.nat() }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'quiet' as const }) },
) as fc.Arbitrary<Change>;

type Event = readonly [path: string, type: 'created' | 'changed' | 'deleted'];

/** Carries changes out, on the disk and in the editor, and tells the server of them. */
export class Hand {
  /** The documents that are open as sources may be, with their texts. */
  readonly open = new Map<string, string>();
  readonly folders: Set<string>;
  private events: Event[] = [];

  /** @param place where the workspace's folders are, '' for the root */
  constructor(
    private readonly client: TestClient,
    private readonly disk: Disk,
    private readonly place = '',
    folders: readonly string[] = ROOTS.slice(0, 2),
  ) {
    this.folders = new Set(folders);
  }

  async do(change: Change): Promise<void> {
    switch (change.kind) {
      case 'write':
        return this.write(this.at(change.path), change.content);
      case 'rewrite': {
        const path = this.pick(change.which);
        if (path) this.write(path, change.content);
        return;
      }
      case 'half': {
        const path = this.pick(change.which);
        if (!path) return;
        this.write(path, change.content.slice(0, change.content.length / 2));
        await this.tell();
        return this.write(path, change.content);
      }
      case 'delete': {
        const path = this.pick(change.which);
        if (path) this.delete(path);
        return;
      }
      case 'rumour': {
        // Something was said of a file that has not changed, or is not there.
        const path = this.pick(change.which) ?? this.at('/one/sources/a.md');
        this.events.push([path, (['created', 'changed', 'deleted'] as const)[change.which % 3]!]);
        return;
      }
      case 'again': {
        // As programs save that write a new file in the old one's place.
        const path = this.pick(change.which);
        if (!path) return;
        const bytes = this.disk.bytesOf(path);
        this.delete(path);
        if (change.which % 2 === 0) await this.tell();
        return this.write(path, bytes);
      }
      case 'copy': {
        const path = this.pick(change.which);
        if (path)
          this.write(
            path.replace(/[^/]*$/, (name) => `copy of ${name.replace(/^(copy of )+/, '')}`),
            this.disk.bytesOf(path),
          );
        return;
      }
      case 'vanish': {
        const path = this.pick(change.which);
        if (!path || !this.disk.vanish) return;
        this.disk.vanish(path);
        this.events.push([path, 'changed']);
        await this.tell();
        await this.client.quiet();
        // Whether anybody read it or not.
        if (this.disk.paths().includes(path)) this.disk.delete(path);
        this.events.push([path, 'deleted']);
        return;
      }
      case 'refuse': {
        const path = this.pick(change.which);
        if (!path || !this.disk.refuse) return;
        this.disk.refuse(path, change.reason);
        this.events.push([path, 'changed']);
        return;
      }
      case 'rename': {
        const path = this.pick(change.which);
        if (!path) return;
        const bytes = this.disk.bytesOf(path);
        this.delete(path);
        return this.write(this.at(change.path), bytes);
      }
      case 'move':
        return this.move(this.at(change.from), this.at(change.to));
      case 'settings': {
        const path = `${this.at(change.root)}/second-source.json`;
        if (change.text !== null) this.write(path, change.text);
        else if (this.disk.paths().includes(path)) this.delete(path);
        return;
      }
      case 'folder': {
        const there = this.folders.has(change.root);
        // Somebody has to be left to ask.
        if (there && this.folders.size === 1) return;
        const folder = { uri: uriOf(this.at(change.root)), name: change.root.slice(1) };
        if (there) this.folders.delete(change.root);
        else this.folders.add(change.root);
        const event = { added: there ? [] : [folder], removed: there ? [folder] : [] };
        return this.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      }
      case 'open': {
        const path = this.pick(change.which);
        if (!path || this.open.has(path)) return;
        return this.show(path, new TextDecoder().decode(this.disk.bytesOf(path)));
      }
      case 'new': {
        const path = this.at(change.path);
        if (this.open.has(path) || typeof change.content !== 'string') return;
        return this.show(path, change.content);
      }
      case 'edit': {
        const path = this.pickOpen(change.which);
        if (!path || typeof change.content !== 'string') return;
        this.open.set(path, change.content);
        return this.client.rewrite(path, change.content);
      }
      case 'save': {
        const path = this.pickOpen(change.which);
        if (!path || !this.isFree(path)) return;
        this.write(path, this.open.get(path)!);
        return this.client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(path) } });
      }
      case 'close': {
        const path = this.pickOpen(change.which);
        if (!path) return;
        this.open.delete(path);
        return this.client.close(path);
      }
      case 'tell':
        return this.tell(change);
      case 'quiet':
        return this.tell();
    }
  }

  /** Opens the folders' drafts, which stay as they are. */
  async begin(): Promise<void> {
    for (const root of ROOTS) await this.show(`${this.at(root)}/draft.md`, DRAFT);
  }

  /** The path below the place. */
  at(path: string): string {
    return this.place + path;
  }

  private async show(path: string, text: string): Promise<void> {
    this.open.set(path, text);
    await this.client.open(path, text);
  }

  /** Tells what is still to be told. */
  private async tell({ together = true, order = 0 } = {}): Promise<void> {
    const events = this.events.splice(0);
    if (order % 2 === 1) events.reverse();
    if (order % 3 === 2) events.sort(([a], [b]) => (a < b ? -1 : 1));
    if (together && events.length > 0) await this.client.changed(...events);
    if (!together) for (const event of events) await this.client.changed(event);
  }

  private write(path: string, content: string | Uint8Array): void {
    if (!this.isFree(path)) return;
    const isNew = !this.disk.paths().includes(path);
    this.disk.write(path, content);
    this.events.push([path, isNew ? 'created' : 'changed']);
  }

  /** Whether a file can be there: no path is both a file's and a folder's. */
  private isFree(path: string): boolean {
    return !this.disk.paths().some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
  }

  private delete(path: string): void {
    this.disk.delete(path);
    this.events.push([path, 'deleted']);
  }

  /** Of a folder that is renamed nothing is told but that. */
  private move(from: string, to: string): void {
    const moved = this.disk.paths().filter((path) => path.startsWith(`${from}/`));
    if (moved.length === 0 || from === to || from.startsWith(`${to}/`) || to.startsWith(`${from}/`)) return;
    for (const path of moved) {
      const bytes = this.disk.bytesOf(path);
      this.disk.delete(path);
      const target = to + path.slice(from.length);
      if (this.isFree(target)) this.disk.write(target, bytes);
    }
    this.events.push([from, 'deleted'], [to, 'created']);
  }

  private pick(which: number): string | undefined {
    const paths = this.disk.paths().filter((path) => !path.endsWith('/second-source.json') && path.startsWith(`${this.place}/`));
    return paths.sort()[which % paths.length];
  }

  private pickOpen(which: number): string | undefined {
    const paths = [...this.open.keys()].filter((path) => !path.endsWith('/draft.md')).sort();
    return paths[which % paths.length];
  }
}
