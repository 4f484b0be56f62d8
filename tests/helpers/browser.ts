import { existsSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { areTestsRun } from './required-tests.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine, or undefined; CHROMIUM names one that stands elsewhere. */
export const browserProgram = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** Whether the tests in a browser run: where there is one, and where all tests are insisted on. */
export function areBrowserTestsRun(): boolean {
  return areTestsRun('Chromium', browserProgram !== undefined);
}

/** A browser for the tests of a file. */
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
