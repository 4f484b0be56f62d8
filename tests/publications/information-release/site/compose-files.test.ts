import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { composeSample, sampleSiteIssue } from '../../../helpers/sample-site.ts';
import { brokenLinks, linksOf, pagesOf } from '../../../helpers/site-links.ts';

const PHOTO = {
  image: 'a',
  size: { width: 1, height: 1 },
  alt: 'A hall',
  side: 'left',
  caption: 'Under it',
  credit: 'A. B.',
} as const;
const BASE = 'https://example.org/bulletin/';
const ISSUES = [
  sampleSiteIssue(
    { KZ: [{}, { title: 'Second' }], XX: [{}] },
    { number: 1, year: 2025, period: { from: '2025-01-01', to: '2025-01-15' } },
  ),
  sampleSiteIssue({
    KZ: [
      {
        photos: [{ value: PHOTO, path: [] }],
        lead: 'First of all',
        body: 'A [link](https://example.org/a).',
      },
    ],
    UZ: [{ body: '* one\n* two\n\n3. three\n\n> said\n\n- Speech' }],
  }),
];

let files: Map<string, string>;
const pages = () => pagesOf(files);
beforeAll(async () => {
  files = await composeSample(ISSUES, BASE);
});

function isWellFormed(xml: string): true {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return true;
}

describe('every link of every page', () => {
  test('refers to an existing file of the site, and to an existing id in it', () => {
    const broken = pages().flatMap(([page, html]) => {
      if (page === '404.html') return [];
      expect(linksOf(html).length).toBeGreaterThan(8);
      return brokenLinks(page, html, files);
    });
    expect(broken).toEqual([]);
  });

  test('is relative, so that the site works in any folder', () => {
    const fromRoot = pages().filter(
      ([page, html]) => page !== '404.html' && /(href|src)="\/|url\(\//.test(html),
    );
    expect(fromRoot.map(([page]) => page)).toEqual([]);
  });

  test('to another site sends no referrer', () => {
    for (const [page, html] of pages()) {
      const out = [...parseHTML(html).document.querySelectorAll('a[href^="http"]')];
      for (const link of out) {
        expect([page, link.getAttribute('rel')]).toEqual([
          page,
          expect.stringContaining('noopener'),
        ]);
      }
    }
  });
});

describe('every page', () => {
  test('is HTML that a parser serializes unchanged', () => {
    for (const [page, html] of pages()) {
      const open = [...html.matchAll(/<([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)].filter(
        ([, name = '', closed]) =>
          closed === '' && !/^(meta|link|img|br|input|path|line|rect)$/.test(name),
      );
      const close = [...html.matchAll(/<\/[a-z][a-z0-9]*>/g)];
      expect([page, open.length]).toEqual([page, close.length]);
    }
  });

  test('has one heading of the first level, a title, a description, a language', () => {
    for (const [page, html] of pages()) {
      const { document } = parseHTML(html);
      expect([page, document.querySelectorAll('h1').length]).toEqual([page, 1]);
      expect(document.title).toMatch(/CARICC Information Release$/);
      expect(document.documentElement.getAttribute('lang')).toBe('en');
      expect(
        document.querySelector('meta[name=description]')?.getAttribute('content'),
      ).toBeTruthy();
    }
  });

  test('has no duplicate ids', () => {
    for (const [page, html] of pages()) {
      const names = [...html.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
      expect([page, names.length]).toEqual([page, new Set(names).size]);
    }
  });

  test('allows only the site’s own files, and has no inline style or script', () => {
    for (const [page, html] of pages()) {
      const policy = parseHTML(html)
        .document.querySelector('meta[http-equiv=Content-Security-Policy]')
        ?.getAttribute('content');
      expect([page, policy]).toEqual([page, expect.stringMatching(/^default-src 'none';/)]);
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
      expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script>/);
    }
  });
});

test('the first page shows the newest issue first, with cover, days and counts', () => {
  const { document } = parseHTML(files.get('index.html') ?? '');
  const cards = [...document.querySelectorAll('.card')];
  expect(cards.map((card) => card.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    '#1, 2025 1–15 January 2025 3 events, 2 countries PDF, 10 pages, 1.2 MB',
    '#19, 2024 16–30 November 2024 2 events, 2 countries PDF, 10 pages, 1.2 MB',
  ]);
  expect(document.querySelector('.card img')?.getAttribute('src')).toBe('issues/2025-01/cover.jpg');
});

test('an issue’s page has its articles with photo, lead, lists, quotes and speech', () => {
  const { document } = parseHTML(files.get('issues/2024-19.html') ?? '');
  const [first, second] = [...document.querySelectorAll('article.event')];
  const image = first?.querySelector('figure.left img');
  expect(image?.getAttribute('alt')).toBe('A hall');
  expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['606', '404']);
  expect(first?.querySelector('figcaption')?.textContent).toBe('Under it A. B.');
  expect(first?.querySelector('.lead')?.textContent).toBe('First of all');
  expect(first?.querySelector('p a[href="https://example.org/a"]')?.textContent).toBe('link');
  expect(second?.querySelectorAll('ul li').length).toBe(2);
  expect(second?.querySelector('ol')?.getAttribute('start')).toBe('3');
  expect(second?.querySelector('blockquote')?.textContent.trim()).toBe('said');
  expect(second?.textContent).toContain('– Speech');
  expect(document.querySelector('h2#section-uz')?.textContent).toBe('LAND OF UZ');
});

test('a country’s page lists its events of all issues, newest first', () => {
  const { document } = parseHTML(files.get('countries/kz.html') ?? '');
  expect([...document.querySelectorAll('.listed a')].map((link) => link.textContent)).toEqual([
    '#1, 2025',
    'An event',
    'Second',
    '#19, 2024',
    'An event',
  ]);
});

test('tables and alternative text have the figures of the chart', () => {
  const { document } = parseHTML(files.get('charts.html') ?? '');
  expect([...document.querySelectorAll('table')].map(readTable)).toEqual([
    [
      ['Issue', 'In all', 'Land KZ', 'Land XX', 'Land UZ'],
      ['#1, 2025 1–15 January 2025', '3', '2', '1', '0'],
      ['#19, 2024 16–30 November 2024', '2', '1', '0', '1'],
      ['In all', '5', '3', '1', '1'],
    ],
  ]);
  expect(document.querySelector('svg')?.getAttribute('aria-label')).toBe(
    'Bar chart of the events in 2 issues, 16–30 November 2024 – 1–15 January 2025. Land KZ: 3 events, at the most 2 in an issue. Land XX: 1 event, at the most 1 in an issue. Land UZ: 1 event, at the most 1 in an issue.',
  );
});

test('many countries are split into several tables, and none is missing', async () => {
  const countries = 'ABCDEFGHI'.split('').map((letter) => `K${letter}`);
  const oneEach = Object.fromEntries(countries.map((country) => [country, [{}]]));
  const issues = [sampleSiteIssue(oneEach, { number: 20 }), sampleSiteIssue({ KA: [{}] })];
  const html = (await composeSample(issues)).get('charts.html') ?? '';
  const tables = [...parseHTML(html).document.querySelectorAll('table')];
  const heads = tables.map((table) => readTable(table)[0]?.slice(1));
  const names = countries.map((country) => `Land ${country}`);
  expect(heads).toEqual([['In all', ...names.slice(0, 7)], names.slice(7)]);
  expect(tables.map((table) => readTable(table).length)).toEqual([4, 3]);
  expect(tables.map((table) => table.querySelector('caption')?.textContent)).toEqual([
    'Events by issue and country: Land KA to Land KG',
    'Events by issue and country: Land KH to Land KI',
  ]);
});

function readTable(table: { querySelectorAll(selector: string): Iterable<Cell> }): string[][] {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
  );
}

interface Cell {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Cell>;
}

describe('for other programs', () => {
  test('the feed and the sitemap are well-formed', () => {
    expect(isWellFormed(files.get('feed.xml') ?? '')).toBe(true);
    expect(isWellFormed(files.get('sitemap.xml') ?? '')).toBe(true);
  });

  test('the feed has the dates of the issues, and its ids do not depend on the site’s address', async () => {
    const feed = files.get('feed.xml') ?? '';
    expect(feed.match(/<updated>[^<]+/g)).toEqual([
      '<updated>2025-01-15T00:00:00Z',
      '<updated>2025-01-15T00:00:00Z',
      '<updated>2024-11-30T00:00:00Z',
    ]);
    const moved = (await composeSample(ISSUES, 'https://example.com/')).get('feed.xml');
    expect(moved?.match(/<id>[^<]+/g)).toEqual(feed.match(/<id>[^<]+/g));
  });

  test('the sitemap lists the absolute addresses of all pages except the not-found page', () => {
    const sitemap = files.get('sitemap.xml') ?? '';
    const named = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, address]) => address);
    const expected = pages()
      .map(([page]) => BASE + (page === 'index.html' ? '' : page))
      .filter((page) => !page.endsWith('404.html'));
    expect(named.sort()).toEqual(expected.sort());
  });

  test('without the site’s address, there is no sitemap and no absolute link', async () => {
    const plain = await composeSample(ISSUES);
    expect(plain.has('sitemap.xml')).toBe(false);
    expect(plain.get('index.html')).not.toMatch(/canonical|og:url|og:image/);
    expect(isWellFormed(plain.get('feed.xml') ?? '')).toBe(true);
    expect(files.get('index.html')).toContain(
      '<meta property="og:image" content="https://example.org/bulletin/issues/2025-01/cover.jpg">',
    );
  });

  test('the not-found page links to the home page from any folder', () => {
    expect(files.get('404.html')).toContain('href="/bulletin/index.html"');
  });
});

test('the order of the issues does not change the files', async () => {
  expect(await composeSample([...ISSUES].reverse(), BASE)).toEqual(files);
});
