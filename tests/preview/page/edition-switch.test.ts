// Switching between the editions of an issue: the real program, a real browser, files that change.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { areBrowserTestsRun, useBrowser } from '../../helpers/browser.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';
import { makeText } from '../../helpers/render-issue.ts';
import { type RunningPreview, runPreview } from '../../helpers/run-preview.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ARTICLES = 9;
const sourceOf = (number: number) => `https://gazeta.news/${number}`;

/** The first words of a paragraph. */
function partName(number: number, part: number, language: 'en' | 'ru'): string {
  return language === 'en' ? `Part ${number}-${part}` : `Часть ${number}-${part}`;
}

/** Three paragraphs; the Russian ones are longer, so that the pages differ. */
function makeBody(number: number, language: 'en' | 'ru'): string {
  const russian = 'Школьники и студенты узнали на встрече о вреде наркотиков и о помощи. ';
  return [0, 1, 2]
    .map((part) => (language === 'en' ? makeText(90, number * 10 + part) : russian.repeat(12)))
    .map((text, part) => `          ${partName(number, part, language)} ${text.trim()}\n`)
    .join('\n');
}

function makeArticles(language: 'en' | 'ru'): string {
  const title = language === 'en' ? 'Event number' : 'Событие номер';
  return Array.from({ length: ARTICLES }, (_, number) =>
    language === 'en'
      ? `      - title: ${title} ${number}\n        source: ${sourceOf(number)}\n        body: |\n${makeBody(number, language)}`
      : `      - source: ${sourceOf(number)}\n        title: ${title} ${number}\n        body: |\n${makeBody(number, language)}`,
  ).join('');
}

const ENGLISH = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics:
      - lessons
    articles:
${makeArticles('en')}`;
const RUSSIAN = `translates: en
sections:
  - country: KZ
    topics:
      - об уроках
    articles:
${makeArticles('ru')}`;

jest.setTimeout(120_000);

(areBrowserTestsRun() ? describe : describe.skip)('the switch between editions', () => {
  const browser = useBrowser();
  const home = makeRealFolder();
  const folder = join(home, '2024-19');
  let preview: RunningPreview;
  let page: Page;
  const consoleMessages: string[] = [];

  beforeAll(async () => {
    mkdirSync(folder);
    save('issue.yaml', ENGLISH);
    save('issue.ru.yaml', RUSSIAN);
    preview = await runPreview(home, folder, '--port', '0');
    page = await browser().newPage();
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => consoleMessages.push(message.text()));
    page.on('pageerror', (error) => consoleMessages.push(error.message));
  }, 120_000);
  afterAll(async () => {
    await page?.close();
    await preview?.stop();
  });
  beforeEach(async () => {
    save('issue.yaml', ENGLISH);
    save('issue.ru.yaml', RUSSIAN);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(preview.address);
    await showsEdition('en');
    await page.locator('.thumbnail').first().click();
  });

  /** Saves as text editors do: a new file replaces the old one. */
  function save(name: string, text: string): void {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }

  const hasStatus = (text: string) => page.locator('#status', { hasText: text }).waitFor();
  const link = (label: string) => page.locator('#editions a', { hasText: label });
  const current = () => page.locator('#editions [aria-current=page]').textContent();
  /** Waits until the pages are those of the edition. */
  async function showsEdition(language: 'en' | 'ru'): Promise<void> {
    await page.locator(`.sheet .text[lang=${language}]`).first().waitFor({ state: 'attached' });
    await hasStatus('Up to date');
  }
  /** Distance of a line from the top of the window, in CSS px. */
  async function topOf(text: string): Promise<number> {
    const line = page.locator('.sheet .text span', { hasText: text });
    await line.waitFor();
    const [{ y = 0 }, { y: head = 0 }] = [
      (await line.boundingBox()) ?? {},
      (await page.locator('#pages').boundingBox()) ?? {},
    ];
    return y - head;
  }
  /** Scrolls until a line is a third down the window. */
  async function scrollToLine(text: string): Promise<void> {
    await page.fill('#search', text);
    await page.locator('#hits', { hasText: '1 of 1' }).waitFor();
    await page.fill('#search', '');
    const line = page.locator('.sheet .text span', { hasText: text });
    await line.waitFor();
    await line.evaluate((element) => {
      const pages = document.getElementById('pages');
      if (!pages) return;
      const { top, height } = pages.getBoundingClientRect();
      pages.scrollTop += element.getBoundingClientRect().top - top - height / 3;
    });
  }

  test('shows each edition by the name of its language, and has titles in English', async () => {
    const links = await page
      .locator('#editions a')
      .evaluateAll((all) =>
        all.map((one) => [
          one.textContent,
          one.querySelector('[lang]')?.getAttribute('lang'),
          one.getAttribute('hreflang'),
          one.getAttribute('title'),
          one.getAttribute('aria-current'),
        ]),
      );
    const file = (name: string) => expect.stringMatching(new RegExp(`edition \\(.*${name}\\)$`));
    expect(links).toEqual([
      ['English', 'en', 'en', file('issue.yaml'), 'page'],
      ['Русский', 'ru', 'ru', file('issue.ru.yaml'), null],
    ]);
    expect(await page.locator('#chooser').isHidden()).toBe(true);
    expect(consoleMessages).toEqual([]);
  });

  test.each([
    ['title', 'EVENT NUMBER 2', 'СОБЫТИЕ НОМЕР 2', 900],
    ['title', 'EVENT NUMBER 7', 'СОБЫТИЕ НОМЕР 7', 900],
    // In a low window no line with the same text, such as the source, is visible in both editions.
    ['paragraph', partName(4, 1, 'en'), partName(4, 1, 'ru'), 420],
    ['paragraph', partName(7, 2, 'en'), partName(7, 2, 'ru'), 420],
  ])('keeps the %s in view, there and back: %s', async (_, english, russian, height) => {
    await page.setViewportSize({ width: 1440, height });
    await scrollToLine(english);
    const before = await topOf(english);
    await link('Русский').click();
    await showsEdition('ru');
    expect(Math.abs((await topOf(russian)) - before)).toBeLessThan(3);
    expect(page.url()).toBe(`${preview.address}?issue=2024-19.ru`);
    expect(await page.title()).toBe('2024-19.ru');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goBack();
    await showsEdition('en');
    expect(await current()).toBe('English');
    expect(Math.abs((await topOf(english)) - before)).toBeLessThan(3);
  });

  test('keeps the cover, the contents and the back cover', async () => {
    for (const [label, language] of [
      ['Русский', 'ru'],
      ['English', 'en'],
    ] as const) {
      const name = () => page.locator('.thumbnail[aria-current]').getAttribute('aria-label');
      const last = page.locator('.thumbnail').last();
      await last.click();
      const before = await last.getAttribute('aria-label');
      expect(await name()).toBe(before);
      await link(label).click();
      await showsEdition(language);
      expect(await name()).toBe(await page.locator('.thumbnail').last().getAttribute('aria-label'));
    }
    for (const index of [0, 1]) {
      await page.locator('.thumbnail').nth(index).click();
      const before = await page.locator('#pages').evaluate(({ scrollTop }) => scrollTop);
      await page.keyboard.press('l');
      await showsEdition('ru');
      expect(await page.locator('#pages').evaluate(({ scrollTop }) => scrollTop)).toBe(before);
      await page.keyboard.press('l');
      await showsEdition('en');
    }
  });

  test('works with the keyboard, and keeps the focus', async () => {
    await link('Русский').focus();
    await page.keyboard.press('Enter');
    await showsEdition('ru');
    expect(await current()).toBe('Русский');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Русский');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('English');
    await page.keyboard.press('l');
    await showsEdition('en');
  });

  test('the address is a bookmark of the edition', async () => {
    await page.goto(`${preview.address}?issue=2024-19.ru`);
    await showsEdition('ru');
    expect(await current()).toBe('Русский');
    await page.reload();
    await showsEdition('ru');
  });

  test('a double-click opens the line in the file of the edition that is shown', async () => {
    await scrollToLine('EVENT NUMBER 4');
    await link('Русский').click();
    await showsEdition('ru');
    const title = page.locator('.sheet .text span', { hasText: 'СОБЫТИЕ НОМЕР 4' });
    await title.waitFor();
    await page
      .locator('#editor')
      .evaluate((opener) => opener.addEventListener('click', (event) => event.preventDefault()));
    await title.dblclick();
    const line = RUSSIAN.split('\n').findIndex((text) => text.includes('Событие номер 4')) + 1;
    expect(await page.locator('#editor').getAttribute('href')).toMatch(
      new RegExp(`issue\\.ru\\.yaml:${line}:`),
    );
  });

  test('a problem links to its line in both editions', async () => {
    await link('Русский').click();
    await showsEdition('ru');
    const words = makeText(90, 30);
    save('issue.ru.yaml', RUSSIAN.replace('Событие номер 3', `Lesson ${words.slice(0, 40)}`));
    const problem = page.locator('.problem', { hasText: 'edition-untranslated' });
    await problem.waitFor();
    const lineOf = (text: string, part: string) =>
      text.split('\n').findIndex((line) => line.includes(part)) + 1;
    expect(await problem.locator('.problem-place').getAttribute('href')).toMatch(
      new RegExp(`/2024-19/issue\\.ru\\.yaml:${lineOf(RUSSIAN, 'Событие номер 3')}:\\d+$`),
    );
    const line = lineOf(ENGLISH, 'Event number 3');
    expect(await problem.locator('.related').textContent()).toMatch(
      new RegExp(`^first edition: .*2024-19/issue\\.yaml:${line}$`),
    );
    const related = problem.locator('.related a');
    expect(await related.getAttribute('href')).toMatch(
      new RegExp(`^vscode://file/.*/2024-19/issue\\.yaml:${line}:\\d+$`),
    );
    // The card is one link; the second link has to be above it.
    await related.scrollIntoViewIfNeeded();
    const isOnTop = await related.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 4, top + height / 2) === element;
    });
    expect(isOnTop).toBe(true);
    for (const size of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await expectAccessible();
    }
  });

  test('an edition with errors shows no pages of the other one, and those of its own once fixed', async () => {
    const other = join(home, '2024-20');
    mkdirSync(other);
    const english = ENGLISH.replace('number: 19', 'number: 20');
    writeFileSync(join(other, 'issue.yaml'), english);
    writeFileSync(join(other, 'issue.ru.yaml'), RUSSIAN.replace(sourceOf(3), sourceOf(99)));
    const second = await runPreview(home, other, '--port', '0');
    try {
      await page.goto(second.address);
      await showsEdition('en');
      await scrollToLine('EVENT NUMBER 7');
      const before = await topOf('EVENT NUMBER 7');
      await link('Русский').click();
      await hasStatus('2 errors');
      expect(await page.locator('.sheet').count()).toBe(0);
      expect(await page.locator('.thumbnail').count()).toBe(0);
      expect(await page.locator('#empty-text').textContent()).toMatch(/2 errors.* No pages yet\.$/);
      // The English edition gets the source that the Russian one has.
      writeFileSync(join(other, 'issue.yaml'), english.replace(sourceOf(3), sourceOf(99)));
      await showsEdition('ru');
      expect(Math.abs((await topOf('СОБЫТИЕ НОМЕР 7')) - before)).toBeLessThan(3);
    } finally {
      await page.goto('about:blank');
      await second.stop();
    }
  });

  test('follows editions that appear and disappear', async () => {
    rmSync(join(folder, 'issue.ru.yaml'));
    await page.locator('#editions').waitFor({ state: 'hidden' });
    save('issue.ru.yaml', RUSSIAN);
    await link('Русский').waitFor();
    await link('Русский').click();
    await showsEdition('ru');
    rmSync(join(folder, 'issue.ru.yaml'));
    await hasStatus('no longer exists');
    expect(await page.locator('#editions a').count()).toBe(2);
    await link('English').click();
    await showsEdition('en');
    await page.locator('#editions').waitFor({ state: 'hidden' });
  });

  test('is accessible and causes no overflow, in light and dark, in wide and narrow windows', async () => {
    await link('Русский').click();
    await showsEdition('ru');
    for (const width of [1280, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoOverflow();
    }
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible();
    }
    await page.emulateMedia({ colorScheme: null });
    expect(consoleMessages).toEqual([]);
  });

  async function expectAccessible(): Promise<void> {
    await page.evaluate(readFileSync(AXE, 'utf8'));
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await expectNoOverflow();
  }

  async function expectNoOverflow(): Promise<void> {
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  }
});
