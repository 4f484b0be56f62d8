import { existsSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { areTestsRun } from './required-tests.ts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of Chromium on this machine, if it is installed. CHROMIUM overrides it. */
export const browserProgram = process.env.CHROMIUM ?? PATHS.find((path) => existsSync(path));

/** Whether browser tests run: if there is a browser, or if ALL_TESTS requires them. */
export function areBrowserTestsRun(): boolean {
  return areTestsRun('Chromium', browserProgram !== undefined);
}

/** Starts a browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({
      executablePath: browserProgram ?? 'chromium',
      args: [...args, '--disable-component-update', '--disable-sync'],
    });
  }, 60_000);
  afterAll(async () => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser did not start');
    return browser;
  };
}
