import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  testMatch: ['window/**/*.spec.ts', 'exploits/**/*.spec.ts'],
  workers: 1, // one screen, two cores
  timeout: 120_000, // a slow machine is no failure
  expect: { timeout: 20_000 },
  retries: 0, // a test that passes at the second try has not passed
  forbidOnly: Boolean(process.env['CI']),
  outputDir: 'test-results/window',
  reporter: [['list'], ['json', { outputFile: 'test-results/window.json' }]],
  use: { trace: 'off' }, // the fixtures record the window's own trace, with pictures
});
