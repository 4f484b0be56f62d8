import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { main } from '../../../src/cli.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { areBrowserTestsRun, useBrowser } from '../../helpers/browser.ts';
import { findOverflow } from '../../helpers/find-overflow.ts';
import { root } from '../../helpers/project-root.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PAGES = [
  'index.html',
  'issues/2024-19.html',
  'issues/press-release-2025-02-20-bishkek-school-psychologists.html',
  'issues/newsletter-cadap-7-1.html',
  'countries.html',
  'countries/kz.html',
  'charts.html',
  'search.html?q=police',
  '404.html',
  'ru/index.html',
  'ru/issues/2024-19.html',
  'ru/countries.html',
  'ru/charts.html',
  'ru/search.html?q=полиция',
  'ru/404.html',
];
const DESKTOP = { width: 1200, height: 900 };
const PHONE = { width: 360, height: 740 };
/** Rules of axe: all of them, or those that depend on the colours, or on the width. */
const ALL = {};
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };
const WIDTH = { runOnly: ['target-size', 'scrollable-region-focusable', 'color-contrast'] };
const VARIANTS = [
  { name: 'light', size: DESKTOP, colorScheme: 'light', rules: ALL },
  { name: 'dark', size: DESKTOP, colorScheme: 'dark', rules: COLOURS },
  { name: 'on a phone', size: PHONE, colorScheme: 'dark', rules: WIDTH },
] as const;

(areBrowserTestsRun() ? describe : describe.skip)('the site in a browser', () => {
  const home = makeRealFolder();
  const folder = join(home, 'site');
  const browser = useBrowser();
  const address = serveFolder(folder, '/bulletins/archive/');
  const browserErrors: string[] = [];

  beforeAll(async () => {
    const host = { ...createNodeHost(), print: () => {}, warn: () => {} };
    expect(await main(['site', '--out', folder], root, host)).toBe(0);
  }, 240_000);

  /** Opens a page of the site, and collects the errors and warnings of the browser. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser().newContext(options);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) browserErrors.push(message.text());
    });
    page.on('pageerror', (error) => browserErrors.push(error.message));
    page.on('requestfailed', (request) => browserErrors.push(`failed: ${request.url()}`));
    await page.goto(address() + path, { waitUntil: 'load' });
    return page;
  }

  test.each(PAGES)(
    '%s has no axe violations in light, dark and on a phone, no browser errors, and no overflow',
    async (path) => {
      browserErrors.length = 0;
      const page = await open(path);
      if (path.includes('search')) await page.waitForSelector('#found li');
      await page.evaluate(readFileSync(AXE, 'utf8'));
      // The editions have the same styles.
      const variants = path.startsWith('ru/') ? VARIANTS.slice(0, 1) : VARIANTS;
      for (const { name, size, colorScheme, rules } of variants) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(rules)})`)) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        const found = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
        expect({ name, found }).toEqual({ name, found: [] });
      }
      expect(browserErrors).toEqual([]);
      expect(await findOverflow(page)).toEqual({ cut: [], scrolled: [] });
      await page.context().close();
    },
    90_000,
  );

  test('the search finds articles while words are typed, and links to them', async () => {
    const page = await open('search.html');
    await page.getByRole('searchbox').fill('karate');
    await page.waitForSelector('#found li');
    expect(await page.locator('#said').textContent()).toBe('1 article for “karate”');
    expect(page.url()).toMatch(/search\.html\?q=karate$/);
    await page.locator('#found a').click();
    await page.waitForURL(/issues\/2024-19\.html#section-kz-\d+$/);
    const place = new URL(page.url()).hash;
    expect(await page.locator(`${place} h3`).textContent()).toMatch(/karate/i);
    await page.context().close();
  });

  test('the search filters by country, reports no results, and escapes the query', async () => {
    const page = await open('search.html?q=police&country=UZ');
    await page.locator('#said', { hasText: 'for “police”' }).waitFor();
    const countries = await page.locator('#found .note').allTextContents();
    expect(countries.every((line) => line.startsWith('Uzbekistan'))).toBe(true);
    await page.getByRole('searchbox').fill('<img src=x onerror=alert(1)>zzz');
    await page.locator('#said', { hasText: '“<img src=x' }).waitFor();
    expect(await page.locator('#said img').count()).toBe(0);
    expect(await page.locator('#found li').count()).toBe(0);
    await page.context().close();
  });

  test('the Russian search finds other forms of a word, and е for ё', async () => {
    const page = await open('ru/search.html');
    const count = async (words: string) => {
      await page.getByRole('searchbox').fill(words);
      await page.locator('#said', { hasText: `«${words}»` }).waitFor();
      return Number.parseInt((await page.locator('#said').textContent()) ?? '', 10);
    };
    expect(await count('школьнику')).toBeGreaterThan(3);
    const young = await count('молодежью');
    expect(young).toBeGreaterThan(3);
    expect(await count('молодёжью')).toBe(young);
    await page.locator('#found a').first().click();
    await page.waitForURL(/ru\/issues\/20\d\d-\d\d\.html#section-[a-z]+-\d+$/);
    expect(await page.evaluate('document.documentElement.lang')).toBe('ru');
    await page.context().close();
  });

  test('the switch of the language keeps the article, also after the reader goes to another', async () => {
    const page = await open('issues/2024-19.html#section-kz-2');
    await page.getByRole('link', { name: 'Русский' }).click();
    await page.waitForURL(/\/ru\/issues\/2024-19\.html#section-kz-2$/);
    expect(await page.locator('#section-kz-2 h3').textContent()).toMatch(/\p{Script=Cyrillic}/u);
    await page.locator('nav.contents a[href="#section-uz"]').click();
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/archive\/issues\/2024-19\.html#section-uz$/);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.context().close();
  });

  test('without JavaScript the switch leads to the same issue', async () => {
    const page = await open('issues/2024-19.html#section-kz-2', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Русский' }).click();
    await page.waitForURL(/\/ru\/issues\/2024-19\.html$/);
    await page.context().close();
  });

  test('a button shows more articles', async () => {
    const page = await open('search.html?q=drug');
    await page.waitForSelector('#found li');
    expect(await page.locator('#found li').count()).toBe(20);
    await page.locator('#more').click();
    expect(await page.locator('#found li').count()).toBeGreaterThan(20);
    expect(await page.evaluate('document.activeElement.closest("li") !== null')).toBe(true);
    await page.context().close();
  });

  test('without JavaScript everything except the search works', async () => {
    const page = await open('index.html', { javaScriptEnabled: false });
    await page.locator('.card h3 a').first().click();
    expect(await page.locator('article.event').count()).toBeGreaterThan(5);
    await page.goto(`${address()}search.html`);
    expect(await page.locator('noscript p').textContent()).toMatch(/needs JavaScript/);
    await page.context().close();
  });

  test('the page is dark in the dark scheme, and white without menus in print', async () => {
    const page = await open('issues/2024-19.html', { colorScheme: 'dark' });
    const light = () =>
      page.evaluate(
        'Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3))',
      );
    expect(await light()).toBeLessThan(60);
    await page.emulateMedia({ media: 'print' });
    expect(await light()).toBe(255);
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    await page.context().close();
  });

  test('the first Tab stop is a link that skips the menu', async () => {
    const page = await open('issues/2024-19.html');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    await page.context().close();
  });
});
