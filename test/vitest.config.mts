/** The tests that need no editor. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A machine that lands a change may be busy with others; what fails twice is broken. At a desk a race is to be seen at once.
    retry: process.env.CI ? 1 : 0,
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    // How long a test takes says how busy the machine is; only one that hangs is to fail for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
