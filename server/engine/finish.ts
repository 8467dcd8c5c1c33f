/** Long work where nobody waits for anything else. */
import type { Work } from './model.ts';

/** Does long work in one go, and gives its result. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
