// Issues of other publications on the site, beside those of the publication that has its frame.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { stringify } from 'yaml';
import { loadSearchIndex } from '../../src/site/search-index.ts';
import { sampleNewsletter } from '../helpers/check-newsletter.ts';
import { sampleRelease } from '../helpers/check-release.ts';
import { ENGLISH, RUSSIAN } from '../helpers/edition-texts.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { runSite } from '../helpers/run-site.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';
import { brokenLinks, linksOf, pagesOf } from '../helpers/site-links.ts';

const BASE = ['--base-url', 'https://example.org/b/'];
const ISSUE = '2025-01/issue.yaml';
const RELEASE = 'press-release-2025-03-06-topic';
const NEWSLETTER = 'newsletter-cadap-7-2';
const EMBARGO = '2025-03-07T10:00+06:00';

const RELEASE_TEXT = sampleRelease({
  headline: `'"Seminar" <b>on</b> prevention'`,
  lead: 'A lead & more.',
  body: '|\n  A text with a [link](https://example.org/a).\n\n  > Said by her.\n\n  ### Results\n\n  | Region | 2024 |\n  |---|--:|\n  | Osh | 12 |\n',
  photo: '{ file: hall.jpg, alt: A hall, caption: The hall, credit: Archive, side: left }',
  contact: '{ name: Ms. Sample, email: press@example.org }',
  delegation: 'kyrgyzstan',
});
const NEWSLETTER_TEXT = sampleNewsletter({
  articles: [
    {
      title: 'Committees meet',
      contents: 'Committees',
      body: 'One text.\n\n>> Whoever plans knows.\n\n>> Second text.\n\nSecond text. The end.',
      photo: [
        { file: 'hall.jpg', alt: 'A hall', side: 'full' },
        { file: 'hall.jpg', alt: 'The same hall' },
      ],
    },
    {
      title: 'Data',
      contents: 'Data',
      body: 'Figures are compared.\n\n### Next steps\n\nMore data.',
    },
  ],
  briefs: { contents: 'In brief', articles: [{ title: 'Short', body: 'A brief text.' }] },
  closing: { vision: true, website: true, mission: true },
});

let photo: Buffer;

beforeAll(async () => {
  photo = await makePhoto();
});

type Site = Awaited<ReturnType<typeof write>>;

/** Writes a site of issues by the path of their files below issues/; binary files as latin1. */
async function write(
  issues: Readonly<Record<string, string>>,
  words: readonly string[] = BASE,
  currentTime?: string,
) {
  const files = Object.entries(issues).map(([path, text]) => [`${root}/issues/${path}`, text]);
  const folders = Object.keys(issues).map((path) => path.slice(0, path.indexOf('/')));
  const photos = folders.map((name) => [`${root}/issues/${name}/hall.jpg`, photo]);
  const changes = currentTime === undefined ? {} : { currentTime: () => Date.parse(currentTime) };
  const result = await runSite(Object.fromEntries([...files, ...photos]), words, changes);
  const prefix = '/desk/site/';
  const written = new Map(
    result.names.map((name) => [
      name.slice(prefix.length),
      String(
        result.host.files
          .get(name)
          ?.toString(/\.(?:pdf|jpg|webp|woff2)$/.test(name) ? 'latin1' : 'utf8'),
      ),
    ]),
  );
  return { ...result, files: written };
}

function open({ files }: Site, page: string) {
  const html = files.get(page);
  if (html === undefined) throw new Error(`There is no ${page}`);
  return parseHTML(html).document;
}

const textOf = (element: { textContent: string } | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim();

describe('a site of all publications', () => {
  let site: Site;

  beforeAll(async () => {
    site = await write({
      '2025-01/issue.yaml': ENGLISH,
      '2025-01/issue.ru.yaml': RUSSIAN,
      [`${RELEASE}/issue.yaml`]: RELEASE_TEXT,
      'press-release-2025-01-05-older/issue.yaml': sampleRelease({
        date: '2025-01-05',
        headline: 'The older one',
        place: undefined,
      }),
      [`${NEWSLETTER}/issue.yaml`]: NEWSLETTER_TEXT,
    });
  }, 120_000);

  test('is written without problems', () => {
    expect([site.code, site.err.match(/error|not on the site/g)]).toEqual([0, null]);
    expect(site.out).toMatch(/4 issues in 2 languages/);
  });

  test('has a page, PDF, cover and photos of each issue; no link is broken', () => {
    const names = [...site.files.keys()].map((name) => name.replace(/-[0-9a-f]{10}\./, '-*.'));
    expect(names.filter((name) => name.includes(RELEASE)).sort()).toEqual([
      `issues/${RELEASE}.html`,
      `issues/${RELEASE}/cover.jpg`,
      `issues/${RELEASE}/photo-01-*.webp`,
      `issues/${RELEASE}/${RELEASE}.pdf`,
      `ru/issues/${RELEASE}.html`,
    ]);
    expect(names).toContain(`issues/${NEWSLETTER}/${NEWSLETTER}.pdf`);
    const broken = pagesOf(site.files).flatMap(([page, html]) => {
      if (page.endsWith('404.html')) return [];
      expect(linksOf(html).length).toBeGreaterThan(8);
      return brokenLinks(page, html, site.files).map((link) => [page, link]);
    });
    expect(broken).toEqual([]);
  });

  test.each([
    [`issues/${RELEASE}.html`, '"Seminar" <b>on</b> prevention'],
    [`issues/${NEWSLETTER}.html`, 'CADAP 7 Quarterly Newsletter N2'],
  ])('%s has the head of every page', (page, title) => {
    const document = open(site, page);
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    const heading = title.replace('"Seminar"', '“Seminar”');
    expect(document.title.replaceAll('\u00a0', ' ')).toBe(`${heading} – CARICC publications`);
    const contentOf = (selector: string) =>
      document.querySelector(selector)?.getAttribute('content')?.replaceAll('\u00a0', ' ');
    expect(contentOf('meta[property="og:title"]')).toBe(heading);
    expect(contentOf('meta[name=description]')).toBeTruthy();
    expect(contentOf('meta[property="og:url"]')).toBe(`https://example.org/b/${page}`);
    expect(contentOf('meta[property="og:image"]')).toMatch(/\/issues\/[^/]+\/cover\.jpg$/);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `https://example.org/b/${page}`,
    );
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('link[rel=stylesheet]')).toHaveLength(3);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('a press release has its text in the order of print', () => {
    const main = open(site, `issues/${RELEASE}.html`).querySelector('main > article');
    expect(textOf(main)?.replaceAll('\u00a0', ' ')).toMatch(
      new RegExp(
        [
          /^PRESS RELEASE “Seminar” <b>on<\/b> prevention Bishkek, 6 March 2025 PDF, 1 page, \d\.\d MB /,
          /The hall Archive A lead & more\. A text with a link\. Said by her\. Results Region ?2024 Osh ?12 The Central Asia/,
          /.*To learn more .*For more information, please contact: Ms\. Sample, by e-mail: press@example\.org/,
          / Implemented by: .*Madrid, Spain Funded bythe European Union Delegation of .*Website: https/,
          /.*The European Union is made up of 27 Member States .*views of the European Union\.$/,
        ]
          .map(({ source }) => source)
          .join(''),
      ),
    );
    expect(main?.querySelector('figure.left img')?.getAttribute('alt')).toBe('A hall');
    expect(main?.querySelector('.funder img')?.getAttribute('alt')).toMatch(/^Emblem of the Eur/);
    expect(main?.querySelector('.event a')?.getAttribute('href')).toBe('https://example.org/a');
  });

  test('subheadings are one level below the heading above them', () => {
    const levels = (name: string) =>
      [...open(site, `issues/${name}.html`).querySelectorAll('.event :is(h2, h3, h4)')].map(
        ({ tagName, textContent }) => [tagName, textContent.trim()],
      );
    expect(levels(RELEASE)).toEqual([['H2', 'Results']]);
    expect(levels(NEWSLETTER)).toEqual([
      ['H2', 'Committees meet'],
      ['H2', 'Data'],
      ['H3', 'Next steps'],
      ['H2', 'Short'],
    ]);
  });

  test('a release leads to the older and the newer one', () => {
    const neighbours = (name: string) =>
      [...open(site, `issues/${name}.html`).querySelectorAll('.neighbours a')].map((link) => [
        link.getAttribute('rel'),
        textOf(link),
      ]);
    expect(neighbours(RELEASE)).toEqual([['prev', 'Older: The older one']]);
    expect(neighbours('press-release-2025-01-05-older')).toEqual([
      ['next', 'Newer: “Seminar” <b>on</b> prevention'],
    ]);
  });

  test('a release without a dateline shows its day', () => {
    const document = open(site, 'issues/press-release-2025-01-05-older.html');
    expect(textOf(document.querySelector('.standfirst'))).toBe('5 January 2025');
  });

  test('a newsletter has all articles, and its contents lead to them', () => {
    const document = open(site, `issues/${NEWSLETTER}.html`);
    const lines = [...document.querySelectorAll('nav.contents a')];
    const target = (link: { getAttribute(name: string): string | null }) =>
      textOf(
        document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.querySelector('h2'),
      );
    expect(lines.map((link) => [textOf(link), target(link)])).toEqual([
      ['Committees', 'Committees meet'],
      ['Data', 'Data'],
      ['In brief', 'Short'],
    ]);
    const quotes = [...document.querySelectorAll('blockquote.pulled')];
    expect(quotes.map((quote) => [textOf(quote), quote.getAttribute('aria-hidden')])).toEqual([
      ['Whoever plans knows.', null],
      ['Second text.', 'true'],
    ]);
    expect(textOf(document.querySelector('.brief'))).toBe('Short A brief text.');
    const statements = document.querySelector('.statements');
    expect(textOf(statements)).toMatch(/^Vision CADAP.7 continues .* eu-cadap\.org Mission Bring /);
    expect(statements?.querySelectorAll('ol li')).toHaveLength(5);
    // The same file in two sizes is one picture for each size.
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.map((figure) => figure.className)).toEqual(['full', 'right']);
    expect(textOf(document.querySelector('.closing .statement'))).toBe('Implemented by:');
  });

  test('the home page lists them under headings of their own, the newest first', () => {
    const document = open(site, 'index.html');
    expect([...document.querySelectorAll('h2')].map(textOf)).toEqual([
      'Information Release, 2025',
      'Press releases',
      'Newsletters',
    ]);
    const listed = (heading: string) =>
      [...document.querySelectorAll(`section[aria-labelledby=${heading}] li h3`)].map(textOf);
    expect(listed('press-release')).toEqual(['“Seminar” <b>on</b> prevention', 'The older one']);
    expect(listed('newsletter')).toEqual(['CADAP 7 Quarterly Newsletter N2']);
  });

  test('pages in another language list them in that of the issue, with words of the page', () => {
    const home = open(site, 'ru/index.html');
    const [, first] = [...home.querySelectorAll('section')];
    expect(textOf(first?.querySelector('h2'))).toBe('Пресс-релизы');
    expect(first?.querySelector('h2')?.hasAttribute('lang')).toBe(false);
    expect(first?.querySelector('li a')?.getAttribute('lang')).toBe('en');
    expect(textOf(first?.querySelector('.note'))).toMatch(
      /^6 марта 2025 года · CADAP.7 · PDF, 1 стр/,
    );
    const page = open(site, `ru/issues/${NEWSLETTER}.html`);
    expect(page.documentElement.getAttribute('lang')).toBe('ru');
    expect(page.querySelector('article')?.getAttribute('lang')).toBe('en');
    const notice = page.querySelector('.notice');
    expect([textOf(notice), notice?.getAttribute('lang')]).toEqual([
      'Этот бюллетень не издан на русском языке. Его текст приводится на языке оригинала.',
      'ru',
    ]);
  });

  test('the search finds their articles', () => {
    const load = (year: number) =>
      loadSearchIndex(site.files.get(`search/${year}.json`) ?? '', (word) => word);
    const [release] = load(2025).search('seminar prevention');
    expect(release).toMatchObject({
      id: `issues/${RELEASE}.html`,
      title: '“Seminar” <b>on</b> prevention',
      groupName: 'Press release',
      days: '6 March 2025',
    });
    const [article] = load(2022).search('figures compared');
    expect(article).toMatchObject({
      id: `issues/${NEWSLETTER}.html#articles-1`,
      groupName: 'Newsletter',
      days: 'July to September 2022',
    });
    const form = open(site, 'search.html').querySelector('form');
    expect(form?.getAttribute('data-years')).toBe('2025 2022');
  });

  test('sitemap and feed have them, sorted by their days', () => {
    const sitemap = site.files.get('sitemap.xml') ?? '';
    const address = `<loc>https://example.org/b/issues/${RELEASE}.html</loc>`;
    expect(sitemap).toContain(`${address}<lastmod>2025-03-06</lastmod>`);
    expect(sitemap).toContain(
      '<loc>https://example.org/b/ru/issues/newsletter-cadap-7-2.html</loc>',
    );
    const feed = site.files.get('feed.xml') ?? '';
    new SaxesParser({ xmlns: true }).write(feed).close();
    expect([...feed.matchAll(/<published>(\S+)T/g)].map(([, day]) => day)).toEqual([
      '2025-03-06',
      '2025-01-15',
      '2025-01-05',
      '2022-09-30',
    ]);
    expect(feed).toContain('<title>CARICC publications</title>');
    expect(feed).toContain(`issues/${NEWSLETTER}.html#articles-0">Committees meet</a>`);
  });

  test('the data of events stay those of the Information Release', () => {
    const { issues } = JSON.parse(site.files.get('events.json') ?? '');
    expect(issues).toHaveLength(1);
    expect(site.files.get('events.csv')).not.toContain('Seminar');
  });
});

describe('a release under embargo', () => {
  /** A text of the template of a new release. */
  const EXAMPLE = `'Example: replace it by the headline, without a full stop'`;
  const issues = {
    [ISSUE]: sampleIssue({ KZ: [{}] }, { number: 1, from: '2025-01-01', to: '2025-01-15' }),
    [`${RELEASE}/issue.yaml`]: sampleRelease({ headline: 'Not yet', embargo: EMBARGO }),
  };

  test('is nowhere on the site before the moment, and the command says so', async () => {
    const { code, err, files } = await write(issues, BASE, '2025-03-07T09:59+06:00');
    expect(code).toBe(0);
    expect(err).toContain(
      `${RELEASE}/issue.yaml is not on the site, because it is under embargo until ${EMBARGO}.`,
    );
    const found = [...files].filter(([name, text]) => (name + text).match(/Not yet|press-release/));
    expect(found.map(([name]) => name)).toEqual([]);
  });

  test('is on it at the moment, without the notice', async () => {
    const { code, err, files } = await write(issues, BASE, EMBARGO);
    expect([code, err.includes('embargo')]).toEqual([0, false]);
    expect(files.get(`issues/${RELEASE}.html`)).toContain('Not yet');
    expect(files.get(`issues/${RELEASE}.html`)).not.toContain('EMBARGO');
    expect(files.get('feed.xml')).toContain('Not yet');
  });

  test('may still have example texts', async () => {
    const text = sampleRelease({ headline: EXAMPLE, embargo: EMBARGO });
    const path = `${RELEASE}/issue.yaml`;
    expect((await write({ ...issues, [path]: text })).code).toBe(0);
    const open = await write({ ...issues, [path]: text }, BASE, EMBARGO);
    expect([open.code, open.err.includes('[example-left-in]')]).toEqual([1, true]);
  });

  test('is reported if there is nothing else', async () => {
    const { [ISSUE]: _, ...release } = issues;
    const { code, err, names } = await write(release);
    expect([code, names]).toEqual([2, []]);
    expect(err).toContain('All issues are drafts or under embargo.');
  });
});

describe('a site of press releases only', () => {
  test('has no pages of countries, and its own publisher; no link is broken', async () => {
    const site = await write({ [`${RELEASE}/issue.yaml`]: RELEASE_TEXT }, []);
    expect(site.code).toBe(0);
    expect(site.files.has('countries.html') || site.files.has('events.json')).toBe(false);
    const home = open(site, 'index.html');
    expect([...home.querySelectorAll('.masthead nav a')].map(textOf)).toEqual(['Issues', 'Search']);
    expect([...home.querySelectorAll('h2')].map(textOf)).toEqual(['Press releases']);
    expect(textOf(home.querySelector('.imprint p'))).toMatch(/^Central Asian Regional Information/);
    const search = open(site, 'search.html');
    expect(search.querySelector('#group')?.closest('p')?.hasAttribute('hidden')).toBe(true);
    const broken = pagesOf(site.files).flatMap(([page, html]) =>
      page === '404.html' ? [] : brokenLinks(page, html, site.files),
    );
    expect(broken).toEqual([]);
    new SaxesParser({ xmlns: true }).write(site.files.get('feed.xml') ?? '').close();
  });

  test('in Russian has Russian pages at the root', async () => {
    const text = sampleRelease({ language: 'ru', headline: 'Семинар', body: 'Текст.' });
    const site = await write({ [`${RELEASE}/issue.yaml`]: text }, []);
    expect(site.code).toBe(0);
    expect(open(site, 'index.html').documentElement.getAttribute('lang')).toBe('ru');
    const page = open(site, `issues/${RELEASE}.html`);
    expect(textOf(page.querySelector('main'))).toMatch(
      /^ПРЕСС-РЕЛИЗ Семинар Bishkek, 6 марта 2025 г/,
    );
    expect(page.querySelector('.notice')).toBeNull();
    expect([...site.files.keys()].filter((name) => name.startsWith('en/'))).toEqual([]);
  });
});

test('words of a publication’s pages that have mistakes are reported, and nothing is written', async () => {
  const wrong = stringify({ heading: 'Press releases', kind: 1 });
  const { code, err, names } = await runSite(
    { [`${root}/issues/${RELEASE}/issue.yaml`]: sampleRelease() },
    [],
    ({ readFile }) => ({
      readFile: async (path, most) =>
        path.endsWith('press-release/site/words.en.yaml')
          ? Buffer.from(wrong)
          : readFile(path, most),
    }),
  );
  expect([code, names]).toEqual([1, []]);
  expect(err).toContain('press-release/site/words.en.yaml');
});
