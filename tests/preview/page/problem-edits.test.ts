// Edits of problems as an editor makes them: buttons in the real page that change the real file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { areBrowserTestsRun, useBrowser } from '../../helpers/browser.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';
import { type RunningPreview, runPreview } from '../../helpers/run-preview.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const GOOD = sampleIssue({ KZ: [{}, {}], UZ: [{}] });
const BAD = GOOD.replace('number:', 'nubmer:')
  .replaceAll('A short body', 'A short short body')
  .replace('country: KZ', 'country: kz');

jest.setTimeout(120_000);
const describeInBrowser = areBrowserTestsRun() ? describe : describe.skip;

describeInBrowser('edits in the problem panel', () => {
  const browser = useBrowser();
  const home = makeRealFolder();
  const folder = join(home, '2024-19');
  const file = join(folder, 'issue.yaml');
  let preview: RunningPreview;
  let page: Page;
  const consoleMessages: string[] = [];

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, BAD);
    preview = await runPreview(home, folder, '--port', '0');
    page = await browser().newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => consoleMessages.push(message.text()));
    page.on('pageerror', (error) => consoleMessages.push(error.message));
    await page.goto(preview.address);
  }, 120_000);
  afterAll(async () => {
    await page?.close();
    await preview?.stop();
  });
  beforeEach(async () => {
    // What the page shows next must not be taken for what it showed before.
    writeFileSync(file, GOOD);
    await page.waitForFunction(() => {
      const heading = document.querySelector('#problems-heading');
      return heading?.textContent !== '2 errors, 3 warnings';
    });
    writeFileSync(file, `${BAD}# ${expect.getState().currentTestName}\n`);
    await page.locator('#undo').waitFor({ state: 'hidden' });
    await hasHeading('2 errors, 3 warnings');
    await hasFrame('nubmer');
  });

  const read = () => readFileSync(file, 'utf8').replace(/# edits in .*\n$/, '');
  const hasHeading = (text: string) =>
    page.locator('#problems-heading', { hasText: new RegExp(`^${text}$`) }).waitFor();
  const hasFrame = (text: string) => page.locator('.frame', { hasText: text }).first().waitFor();
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

  test('a button fixes its problem in the file, and another one undoes that', async () => {
    await button('Replace nubmer with number').click();
    await hasHeading('1 error, 3 warnings');
    expect(read()).toBe(BAD.replace('nubmer', 'number'));
    await page.locator('#undo', { hasText: 'Undo: Replace nubmer with number' }).waitFor();
    await button('Write KZ').click();
    await hasHeading('3 warnings');
    await page.locator('html[data-hash]').waitFor();
    await button('Undo: Write KZ').click();
    await hasHeading('1 error, 3 warnings');
    await button(/^Undo: Replace/).click();
    await hasHeading('2 errors, 3 warnings');
    expect(read()).toBe(BAD);
    expect(await page.locator('#undo').isHidden()).toBe(true);
  });

  test('one button fixes all problems of a kind', async () => {
    expect(await button(/^Fix all/).count()).toBe(1);
    await button('Fix all 3 problems word-twice').click();
    await hasHeading('2 errors');
    expect(read()).toBe(BAD.replaceAll('short short', 'short'));
    await button(/^Undo: 3 edits/).click();
    await hasHeading('2 errors, 3 warnings');
    expect(read()).toBe(BAD);
  });

  test('the second choice suppresses a warning', async () => {
    await button('Suppress this warning: # ok: word-twice').first().click();
    await hasHeading('2 errors, 2 warnings');
    expect(read()).toContain('body: | # ok: word-twice');
  });

  test('with the keyboard, the focus goes to the undo button', async () => {
    await button('Write KZ').focus();
    await page.keyboard.press('Enter');
    await hasHeading('1 error, 3 warnings');
    await page.waitForFunction(() => document.activeElement?.id === 'undo');
    await page.keyboard.press('Enter');
    await hasHeading('2 errors, 3 warnings');
    expect(read()).toBe(BAD);
  });

  test('an edit of a file that was changed meanwhile is refused in words', async () => {
    await page.route('**/edits*', async (route) => {
      writeFileSync(file, `${BAD}# edits in another program\n`);
      await route.continue();
    });
    try {
      await button('Write KZ').click();
      await page.locator('#status', { hasText: 'The file was changed meanwhile' }).waitFor();
    } finally {
      await page.unroute('**/edits*');
    }
    expect(read()).toBe(BAD);
    await hasHeading('2 errors, 3 warnings');
    // The buttons work again.
    await page.waitForTimeout(500);
    await button('Write KZ').click();
    await hasHeading('1 error, 3 warnings');
    expect(consoleMessages.filter((text) => !text.includes('409'))).toEqual([]);
  });

  test('problems that come in numbers are one entry, which opens to all places with their edits', async () => {
    const many = sampleIssue({ KZ: [{}, {}, {}], UZ: [{}, {}] }).replaceAll(
      'A short',
      'A short short',
    );
    const lines = many
      .split('\n')
      .flatMap((line, at) => (line.includes('short short') ? [at + 1] : []));
    writeFileSync(file, many);
    await hasHeading('5 warnings');
    expect(await page.locator('.problem').count()).toBe(1);
    expect(await page.locator('.place').first().isVisible()).toBe(false);
    await page.getByText('4 more places of this kind').click();
    const links = await page
      .locator('.problem-place')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links.map((link) => Number(link.split(':').at(-2)))).toEqual(lines);
    await page.evaluate(readFileSync(AXE, 'utf8'));
    const { violations } = (await page.evaluate(
      'axe.run(document.getElementById("problems"))',
    )) as { violations: unknown[] };
    expect(violations).toEqual([]);
    await page.locator('.place').nth(1).getByRole('button', { name: 'Write “short” once' }).click();
    await hasHeading('4 warnings');
    const fixed = many
      .split('\n')
      .map((line, at) => (at + 1 === lines[2] ? line.replace('short short', 'short') : line));
    expect(readFileSync(file, 'utf8')).toBe(fixed.join('\n'));
    // The list stays open, so that the next place can be fixed.
    expect(await page.locator('.place').first().isVisible()).toBe(true);
    await button('Fix all 4 problems word-twice').click();
    await page.locator('.problem').waitFor({ state: 'detached' });
    expect(readFileSync(file, 'utf8')).toBe(many.replaceAll('short short', 'short'));
  });

  test.each(['light', 'dark'] as const)(
    'has no violation of axe-core in the %s scheme',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      await button('Write KZ').click();
      await page.locator('#undo').waitFor();
      await page.evaluate(readFileSync(AXE, 'utf8'));
      const { violations } = (await page.evaluate(
        'axe.run(document.getElementById("problems"))',
      )) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await button(/^Undo/).click();
    },
  );

  test('in a narrow window no button is wider than the window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const boxes = await page
      .locator('button.edit')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(Math.max(...boxes)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
