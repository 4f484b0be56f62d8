// The preview as an editor uses it: the real program, a real browser, files that change.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { areBrowserTestsRun, useBrowser } from '../../helpers/browser.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';
import { makePhoto, makeText } from '../../helpers/render-issue.ts';
import { type RunningPreview, runPreview } from '../../helpers/run-preview.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';

const articles = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Event ${seed}-${index}`,
    source: `https://gazeta.news/${seed}/${index}`,
    body: makeText(220, seed * 100 + index),
  }));
const long = sampleIssue({
  KZ: [
    { title: 'Rally in Almaty', source: 'https://gazeta.news/r', photo: 'photos/hall.jpg' },
    ...articles(4, 1),
  ],
  UZ: articles(4, 2),
});
const LAST_WORDS = makeText(220, 203).split(' ').slice(0, 3).join(' ');

jest.setTimeout(120_000);
const describeInBrowser = areBrowserTestsRun() ? describe : describe.skip;

describeInBrowser('the preview’s page', () => {
  const browser = useBrowser();
  const home = makeRealFolder();
  const folder = join(home, '2024-19');
  const file = join(folder, 'issue.yaml');
  let preview: RunningPreview;
  let page: Page;
  const consoleMessages: string[] = [];

  let firstHash: string | null;

  beforeAll(async () => {
    mkdirSync(join(folder, 'photos'), { recursive: true });
    writeFileSync(join(folder, 'photos', 'hall.jpg'), await makePhoto());
    save(long);
    preview = await runPreview(home, folder, '--port', '0');
    page = await browser().newPage();
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => consoleMessages.push(message.text()));
    page.on('pageerror', (error) => consoleMessages.push(error.message));
    await page.goto(preview.address);
    await page.locator('html[data-hash]').waitFor();
    firstHash = await page.locator('html').getAttribute('data-hash');
  }, 120_000);
  afterAll(async () => {
    await page?.close();
    await preview?.stop();
  });
  beforeEach(async () => {
    if (readFileSync(file, 'utf8') !== long) save(long);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator(`html[data-hash="${firstHash}"]`).waitFor();
    await hasStatus('Up to date');
    await page.fill('#search', '');
    await page.locator('#pages').focus();
    await page.keyboard.press('0');
    await page.locator('.thumbnail').first().click();
  });

  /** Saves as text editors do: a new file replaces the old one. */
  function save(text: string): void {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
  const hasStatus = (text: string) => page.locator('#status', { hasText: text }).waitFor();
  const pagesShow = (text: string) =>
    page.locator('.sheet .text', { hasText: text }).first().waitFor({ state: 'attached' });
  /** Call before a change; the returned function waits for the new pages. */
  async function watchForNewPages(): Promise<() => Promise<unknown>> {
    const hash = await page.locator('html').getAttribute('data-hash');
    return () => page.waitForFunction((old) => document.documentElement.dataset.hash !== old, hash);
  }
  const scrollTop = () => page.locator('#pages').evaluate((pages) => pages.scrollTop);

  test('shows the pages without errors in the console', async () => {
    await pagesShow('INFORMATION RELEASE');
    expect(await page.title()).toBe('2024-19');
    expect(await page.locator('h1').textContent()).toContain('#19, 2024');
    expect(await page.locator('#facts').textContent()).toMatch(
      /^built in \d+ ms · \d+ pages · 9 events · (no warnings|\d+ warnings?)$/,
    );
    expect(consoleMessages).toEqual([]);
  });

  test('shows saved changes and keeps the scroll position', async () => {
    await page.fill('#page', '4');
    await page.press('#page', 'Enter');
    await page.locator('.sheet:nth-child(5) .text').waitFor({ state: 'attached' });
    const before = await scrollTop();
    const mark = await topOfFirstLine();
    // An article above the position grows by some lines, so that all that follows moves down.
    const hasNewPages = await watchForNewPages();
    save(long.replace('A short body.', `A body with news. ${makeText(60, 9)}`));
    await hasNewPages();
    expect(Math.abs((await topOfLine(mark.text)) - mark.top)).toBeLessThan(3);
    expect(before).toBeGreaterThan(0);
  });

  test('draws only changed pages again', async () => {
    const drawings = () =>
      page
        .locator('.sheet')
        .evaluateAll((sheets) =>
          sheets.map((sheet) => Number((sheet as HTMLElement).dataset.drawings ?? 0)),
        );
    await page.locator('.sheet:nth-child(1) .text').waitFor({ state: 'attached' });
    await page.keyboard.press('n');
    await page.locator('.sheet:nth-child(2) .text').waitFor({ state: 'attached' });
    const before = await drawings();
    const hasNewPages = await watchForNewPages();
    save(long.replace('lessons held in KZ', 'games held in KZ'));
    await hasNewPages();
    const after = await drawings();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe((before[1] ?? 0) + 1);
  });

  test('an error is shown with its line beside the last valid pages, until it is fixed', async () => {
    await pagesShow('INFORMATION RELEASE');
    save(long.replace('title: "Event 1-0"', 'titel: "Event 1-0"'));
    await hasStatus('1 error');
    const problem = page.locator('.problem.error').first();
    expect(await problem.locator('.problem-message').textContent()).toContain('titel');
    const line = long.split('\n').findIndex((text) => text.includes('"Event 1-0"')) + 1;
    const link = await problem.locator('a').getAttribute('href');
    expect(link).toMatch(new RegExp(`^vscode://file/.*/2024-19/issue\\.yaml:${line}:\\d+$`));
    expect(await problem.locator('.frame').textContent()).toContain('titel');
    expect(await page.locator('#banner').textContent()).toContain('last valid pages');
    expect(await page.title()).toMatch(/^✕ 1 error(, \d+ warnings?)? · 2024-19$/);
    await pagesShow('INFORMATION RELEASE');
    save(long);
    await hasStatus('Up to date');
    expect(await page.locator('.problem.error').count()).toBe(0);
    expect(await page.locator('#banner').isHidden()).toBe(true);
  });

  test('the page field accepts printed numbers and reports unknown ones', async () => {
    await page.keyboard.press('g');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await pagesShow('RALLY IN ALMATY');
    expect(await page.inputValue('#page')).toBe('2');
    expect(await page.locator('[aria-current=page]').getAttribute('aria-label')).toBe('Page 2');
    await page.fill('#page', '99');
    await page.press('#page', 'Enter');
    expect(
      await page
        .locator('#page')
        .evaluate((field) => (field as HTMLInputElement).validationMessage),
    ).toMatch(/No page has this number\. The last page is \d+\./);
    await page.fill('#page', 'cover');
    await page.press('#page', 'Enter');
    expect(await scrollTop()).toBe(0);
    expect(await page.locator('#page').inputValue()).toBe('Cover');
  });

  test('search counts hits, steps through them and marks them', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type(LAST_WORDS.toUpperCase());
    await page.locator('#hits', { hasText: '1 of 1' }).waitFor();
    await page
      .locator('.sheet .text', { hasText: LAST_WORDS.split(' ')[0] ?? '' })
      .first()
      .waitFor({ state: 'attached' });
    await page.waitForFunction(() => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<Range>> };
      return (highlights.get('hit-now')?.size ?? 0) > 0;
    });
    expect(await scrollTop()).toBeGreaterThan(0);
    await page.fill('#search', 'event');
    await page.locator('#hits', { hasText: /^\d+ of \d+$/ }).waitFor();
    const first = await page.locator('#hits').textContent();
    await page.press('#search', 'Enter');
    expect(await page.locator('#hits').textContent()).not.toBe(first);
    await page.fill('#search', 'not in this issue');
    await page.locator('#hits', { hasText: 'none' }).waitFor();
  });

  test('a double-click on a text or a photo opens its line', async () => {
    await page.fill('#page', '2');
    await page.press('#page', 'Enter');
    // Without an editor, the browser would open a dialog for the link, which takes the focus.
    await page
      .locator('#editor')
      .evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
    const title = page.locator('.sheet:nth-child(3) .text span', { hasText: 'RALLY IN ALMATY' });
    await title.dblclick();
    const lines = long.split('\n');
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    const opened = () => page.locator('#editor').getAttribute('href');
    expect(await opened()).toMatch(new RegExp(`issue\\.yaml:${lineOf('Rally in Almaty')}:`));
    const below = await title.boundingBox();
    await page.mouse.dblclick((below?.x ?? 0) - 60, (below?.y ?? 0) + 90);
    expect(await opened()).toMatch(new RegExp(`issue\\.yaml:${lineOf('photos/hall.jpg')}:`));
  });

  test('notices a photo that is added later, and a folder that is renamed and renamed back', async () => {
    save(long.replace('photos/hall.jpg', 'photos/new.jpg'));
    await hasStatus('1 error');
    writeFileSync(join(folder, 'photos', 'new.jpg'), await makePhoto());
    await hasStatus('Up to date');
    renameSync(folder, `${folder}-away`);
    await hasStatus('no longer exists');
    expect(await page.locator('#banner').textContent()).toContain('last valid pages');
    renameSync(`${folder}-away`, folder);
    await hasStatus('Up to date');
    rmSync(join(folder, 'photos', 'new.jpg'));
    await hasStatus('1 error');
  });

  test('zooms by keys, by the list, and to fit the window', async () => {
    const width = async () => (await page.locator('.sheet').first().boundingBox())?.width ?? 0;
    const automatic = await width();
    await page.keyboard.press('+');
    expect(await width()).toBeGreaterThan(automatic);
    await page.keyboard.press('0');
    expect(await width()).toBe(automatic);
    await page.selectOption('#zoom', '100');
    expect(await width()).toBeCloseTo((210 / 25.4) * 96, 0);
    await page.keyboard.press('Escape');
    await page.locator('#pages').focus();
    await page.keyboard.press('f');
    const height = (await page.locator('.sheet').first().boundingBox())?.height ?? 0;
    expect(height).toBeLessThan(900);
  });

  test('a narrow window has no overflow and shows the problems below the pages', async () => {
    save(long.replace('number: 19', 'number: nineteen'));
    await hasStatus('1 error');
    for (const width of [800, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const body = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(body).toBeLessThanOrEqual(width);
      const pages = await page.locator('#pages').boundingBox();
      const problems = await page.locator('#problems').boundingBox();
      expect(problems?.y).toBeGreaterThanOrEqual((pages?.y ?? 0) + (pages?.height ?? 0) - 1);
      expect(pages?.height).toBeGreaterThan(150);
    }
  });

  test('the help lists the keyboard shortcuts', async () => {
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    expect(await page.locator('#help dt').count()).toBeGreaterThan(8);
    await page.keyboard.press('Escape');
    expect(await page.locator('#help').isVisible()).toBe(false);
  });

  test('reconnects when the preview was stopped and started again', async () => {
    const port = new URL(preview.address).port;
    expect(await preview.stop()).toBe(0);
    expect(preview.printed()).toContain('The preview has stopped.');
    await hasStatus('The preview has stopped');
    preview = await runPreview(home, folder, '--port', port);
    await hasStatus('Up to date');
    save(long.replace('Rally in Almaty', 'Concert in Almaty'));
    await page.fill('#search', 'concert');
    await page.locator('#hits', { hasText: '1 of' }).waitFor();
  }, 60_000);

  /** Returns a line of text near the window's top, and its distance from it. */
  function topOfFirstLine(): Promise<{ text: string; top: number }> {
    return page.evaluate(() => {
      const head = document.getElementById('pages')?.getBoundingClientRect().top ?? 0;
      const lines = [...document.querySelectorAll('.sheet .text span')]
        .map((line) => ({ text: line.textContent, top: line.getBoundingClientRect().top - head }))
        .filter(({ text, top }) => text.length > 30 && top > 40);
      return lines.sort((a, b) => a.top - b.top)[0] ?? { text: '', top: 0 };
    });
  }

  function topOfLine(text: string): Promise<number> {
    return page.evaluate((wanted) => {
      const head = document.getElementById('pages')?.getBoundingClientRect().top ?? 0;
      const line = [...document.querySelectorAll('.sheet .text span')].find(
        (span) => span.textContent === wanted,
      );
      return (line?.getBoundingClientRect().top ?? Number.NaN) - head;
    }, text);
  }
});
