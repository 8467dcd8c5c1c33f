/** What drives the editor for the pictures of README and the walkthrough: `npm run pictures`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/editor/pictures/**/*.pictures.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 240_000,
  },
});
