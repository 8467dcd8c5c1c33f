/** The tests that drive a real VS Code as a person would. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/editor/person/**/*.test.ts'],
    // An editor is a heavy program: one at a time, and with time to start.
    fileParallelism: false,
    // On a busy machine an editor loses a key now and then; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
