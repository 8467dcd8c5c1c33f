/** The tests that drive a real VS Code as a person would. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/editor/person/**/*.test.ts'],
    // An editor is a heavy program: one at a time, and with time to start.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
