// Nothing on a page is cut off or overflows, at any width and in print, in an archive with long names, long
// words and many countries. The pages of the real issues are tried in browser.test.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublishedIssue } from '../../../src/publications/information-release/site/site-issue.ts';
import { areBrowserTestsRun, useBrowser } from '../../helpers/browser.ts';
import { FIND_SCROLLED, findOverflow } from '../../helpers/find-overflow.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';
import { makePhoto } from '../../helpers/render-issue.ts';
import { composeSample, sampleSiteIssue } from '../../helpers/sample-site.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
const LONG_ADDRESS = `https://example.org/${'a-long-name-of-a-page/'.repeat(12)}`;
const MEMBERS = ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ'];
const OTHERS = ['AE', 'AF', 'BA', 'BR', 'CN', 'DE', 'GB', 'IR', 'LI', 'PG', 'TR', 'US', 'VC'];

(areBrowserTestsRun() ? describe : describe.skip)('at every width, and in print', () => {
  const home = makeRealFolder();
  const browser = useBrowser();
  const address = serveFolder(home, '/');

  beforeAll(async () => {
    await writeExtremes(join(home, 'extreme'));
  }, 240_000);

  async function open(path: string): Promise<Page> {
    const page = await browser().newPage();
    await page.goto(address() + path, { waitUntil: 'load' });
    return page;
  }

  test.each([
    'extreme/index.html',
    'extreme/issues/2024-19.html',
    'extreme/countries.html',
    'extreme/countries/ae.html',
    'extreme/charts.html',
    'extreme/404.html',
  ])(
    'nothing is cut off on %s',
    async (path) => {
      const page = await open(path);
      const found = await findOverflow(page);
      await page.close();
      expect(found).toEqual({ cut: [], scrolled: [] });
    },
    60_000,
  );

  test('a table wider than the window scrolls by the keyboard, and its row headers stay visible', async () => {
    const page = await open('extreme/charts.html');
    await page.setViewportSize({ width: 240, height: 900 });
    expect(await page.evaluate(FIND_SCROLLED)).not.toBe(0);
    await page.locator('.table').first().focus();
    await page.keyboard.press('End');
    for (let engine = 0; engine < 20; engine++) await page.keyboard.press('ArrowRight');
    const atEnd = `(() => {
      const table = document.querySelector('.table');
      const last = table.querySelector('tbody tr').lastElementChild.getBoundingClientRect();
      const name = table.querySelector('tbody th').getBoundingClientRect();
      const frame = table.getBoundingClientRect();
      return last.right <= frame.right + 1 && last.left >= name.right - 1 && name.left >= frame.left - 1;
    })()`;
    // The page scrolls smoothly, and its security policy blocks waitForFunction.
    for (let tries = 0; tries < 50 && !(await page.evaluate(atEnd)); tries++) {
      await page.waitForTimeout(100);
    }
    expect(await page.evaluate(atEnd)).toBe(true);
    await page.close();
  });
});

/** Writes an archive of twenty countries, with long titles, words and addresses, and all kinds of photos. */
async function writeExtremes(folder: string): Promise<void> {
  const title = (country: string) => ({ title: `An event in ${country} ${LONG_WORD}` });
  const photo = (side: 'left' | 'right' | 'full') => ({
    image: side,
    size: { width: 1, height: 1 },
    alt: `A picture ${LONG_WORD}`,
    side,
    caption: `A caption ${LONG_WORD}`,
    credit: LONG_WORD,
  });
  const prose = `Some prose before it. ${LONG_WORD} ${LONG_ADDRESS}`;
  const articles = [
    ...(['left', 'right', 'full'] as const).map((side) => ({
      title: `A photo on the ${side} ${LONG_WORD}`,
      sources: [
        {
          address: LONG_ADDRESS,
          printedAddress: LONG_ADDRESS,
          name: LONG_WORD,
          label: `${LONG_WORD}:`,
          path: [],
        },
        {
          address: LONG_ADDRESS,
          printedAddress: LONG_ADDRESS,
          name: undefined,
          label: undefined,
          path: [],
        },
      ],
      lead: prose,
      photos: [side, 'left', 'full', 'right'].map((one, index) => ({
        value: photo(one as 'left' | 'right' | 'full'),
        path: [index],
      })),
      body: `${prose}\n\n* ${prose}\n\n  1. ${prose}\n\n> ${prose}\n\n- ${prose}`,
    })),
    {},
  ];
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const all = [...MEMBERS, ...OTHERS];
  const issues: PublishedIssue[] = [1, 2, 3].map((number) => {
    const issue = sampleSiteIssue(
      Object.fromEntries(all.map((country) => [country, [title(country)]])),
      { number, year: 2025, period: { from: `2025-0${number}-16`, to: `2025-0${number}-28` } },
    );
    const sections = issue.composed.sections.map((section) => ({
      ...section,
      shortName: names.of(section.country ?? '') ?? section.shortName,
    }));
    return { ...issue, composed: { ...issue.composed, sections } };
  });
  issues.push(sampleSiteIssue({ AE: articles }));
  const files = await composeSample(issues);
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(content, name.endsWith('.woff2') ? 'latin1' : 'utf8'));
  }
  const picture = await makePhoto(606, 404);
  for (const { name, photos, cover } of issues) {
    const beside = join(folder, 'issues', name);
    mkdirSync(beside, { recursive: true });
    for (const { file } of [cover, ...photos.values()]) writeFileSync(join(beside, file), picture);
  }
}
