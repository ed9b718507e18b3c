import { defineConfig } from '@playwright/test';

/** The measurement in a real window: `npm run bench:window`. */
export default defineConfig({
  testDir: 'tests/bench',
  testMatch: 'window-import.ts',
  workers: 1,
  timeout: 600_000,
  outputDir: 'test-results/bench',
  reporter: [['list'], ['json', { outputFile: 'test-results/window.json' }]],
});
