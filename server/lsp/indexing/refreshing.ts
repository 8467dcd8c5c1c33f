/** Tells of libraries that have changed, so that drafts are checked again: often enough to see them grow, but no oftener. */
import type { Runtime } from '../runtime.ts';
import type { Folder } from '../workspace.ts';

/** How often, in milliseconds, drafts are checked again while indexing goes on. */
const REFRESH = 1000;
/** For so many times as long as that has held indexing up it is left alone then: long drafts against large libraries take seconds. */
const PEACE = 5;

export class Refreshing {
  private readonly changed = new Set<Folder>();
  private told = 0;
  /** How long, in milliseconds, checks have held indexing up since drafts were last checked again. */
  private heldUp = 0;

  constructor(
    private readonly clock: Pick<Runtime, 'now'>,
    private readonly events: { libraryChanged(folder: Folder): void },
  ) {}

  libraryChanged(folder: Folder): void {
    this.changed.add(folder);
  }

  /** Indexing has waited so many milliseconds for its turn in a folder. */
  waited(milliseconds: number): void {
    this.heldUp += milliseconds;
  }

  /** Tells of the libraries that are complete, and of the others where that is due. */
  tellInTime(): void {
    const isDue = this.clock.now() - this.told >= REFRESH + PEACE * this.heldUp;
    this.tellOf((folder) => folder.total === 0 || isDue);
  }

  tellAll(): void {
    this.tellOf(() => true);
  }

  forget(folder: Folder): void {
    this.changed.delete(folder);
  }

  private tellOf(isToBeTold: (folder: Folder) => boolean): void {
    for (const folder of [...this.changed]) {
      if (!isToBeTold(folder)) continue;
      this.changed.delete(folder);
      this.told = this.clock.now();
      this.heldUp = 0;
      this.events.libraryChanged(folder);
    }
  }
}
