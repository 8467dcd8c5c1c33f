/** The tests that need no editor. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    // How long a test takes says how busy the machine is; only one that hangs is to fail for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
