// The site in two languages: the same pages in both, with links between them.
import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import type { PublishedIssue } from '../../../../src/publications/information-release/site/site-issue.ts';
import {
  composeLanguages,
  composeSample,
  type SampleSiteArticle,
  sampleSiteIssue,
} from '../../../helpers/sample-site.ts';
import { brokenLinks, pagesOf } from '../../../helpers/site-links.ts';

const BASE = 'https://example.org/bulletin/';
const NAMES: Readonly<Record<string, string>> = { KZ: 'Казахстан', UZ: 'Узбекистан' };
const PHOTO = {
  image: 'a',
  size: { width: 1, height: 1 },
  alt: 'A hall',
  side: 'left',
  caption: undefined,
  credit: undefined,
} as const;

/** An edition in Russian, with names of countries and files of its own. */
function russianIssue(
  countries: Readonly<Record<string, readonly SampleSiteArticle[]>>,
  changes: Parameters<typeof sampleSiteIssue>[1] = {},
  ending = '.ru',
): PublishedIssue {
  const issue = sampleSiteIssue(countries, { ...changes, language: 'ru' });
  const sections = issue.composed.sections.map((section) => ({
    ...section,
    shortName: NAMES[section.country ?? ''] ?? section.shortName,
  }));
  return {
    ...issue,
    composed: { ...issue.composed, sections },
    pdf: issue.pdf.replace('.pdf', `${ending}.pdf`),
    cover: { ...issue.cover, file: `cover${ending}.jpg` },
  };
}

const JANUARY = { number: 1, year: 2025, period: { from: '2025-01-01', to: '2025-01-15' } };
const DECEMBER = { number: 20, period: { from: '2024-12-01', to: '2024-12-15' } };
/** Issue 1 is in both languages, issue 20 in Russian only, issue 19 in English only. */
const BOTH = sampleSiteIssue(
  { KZ: [{ photos: [{ value: PHOTO, path: [] }] }, { title: 'Second' }] },
  JANUARY,
);
const TRANSLATED = russianIssue(
  {
    KZ: [
      { title: 'Событие', photos: [{ value: { ...PHOTO, alt: 'Зал' }, path: [] }] },
      { title: 'Второе' },
    ],
  },
  JANUARY,
);
const RUSSIAN = russianIssue({ UZ: [{ title: 'Только по-русски' }] }, DECEMBER, '');
const ENGLISH = sampleSiteIssue({ XX: [{ title: 'English only', lead: 'Lead' }] });
const ISSUES = { en: [BOTH, RUSSIAN, ENGLISH], ru: [TRANSLATED, RUSSIAN, ENGLISH] };

let files: Map<string, string>;
let plain: Map<string, string>;
const documentOf = (address: string, from = files) => parseHTML(from.get(address) ?? '').document;
/** Pages that can be found, without those for unknown addresses. */
const pages = (from = files) => pagesOf(from).filter(([page]) => !page.endsWith('404.html'));
const textsOf = (address: string, selector: string) =>
  [...documentOf(address).querySelectorAll(selector)].map((element) => [
    element.textContent,
    element.getAttribute('lang'),
  ]);

beforeAll(async () => {
  files = await composeLanguages(ISSUES, BASE);
  plain = await composeLanguages(ISSUES);
});

/** The pages that a page names as its versions, by hreflang; addresses relative to the site's root. */
function versionsOf(page: string, from: Map<string, string>): Record<string, string> {
  const links = documentOf(page, from).querySelectorAll('link[rel=alternate][hreflang]');
  return Object.fromEntries(
    [...links].map((link) => {
      const href = link.getAttribute('href') ?? '';
      const address = href.startsWith(BASE)
        ? href.slice(BASE.length)
        : posix.join(posix.dirname(page), href);
      return [link.getAttribute('hreflang') ?? '', address.replace(/^$|(?<=\/)$/, 'index.html')];
    }),
  );
}

describe('the languages have the same pages', () => {
  test('below the folder of the language', () => {
    const names = pagesOf(files).map(([page]) => page);
    const russian = names.filter((page) => page.startsWith('ru/'));
    const english = names.filter((page) => !page.startsWith('ru/'));
    expect(russian.map((page) => page.slice(3)).sort()).toEqual(english.sort());
    expect(english).toContain('issues/2024-20.html');
    for (const data of ['feed.xml', 'events.json', 'events.csv', 'search/2025.json']) {
      expect([files.has(data), files.has(`ru/${data}`)]).toEqual([true, true]);
    }
  });

  test('and share style, scripts, fonts, flags and photos', () => {
    const doubled = [...files.keys()].filter((name) => /^ru\/(assets|issues\/.*\/)/.test(name));
    expect(doubled).toEqual([]);
    const image = documentOf('ru/issues/2025-01.html').querySelector('figure img');
    expect(image?.getAttribute('src')).toBe('../../issues/2025-01/photo-1.webp');
    expect(image?.getAttribute('alt')).toBe('Зал');
  });

  test.each([
    ['with', () => files],
    ['without', () => plain],
  ])('name each other by hreflang, %s the address of the site', (_, from) => {
    for (const [page] of pages(from())) {
      const versions = versionsOf(page, from());
      expect([page, Object.keys(versions).sort()]).toEqual([page, ['en', 'ru', 'x-default']]);
      expect([page, versions['x-default']]).toEqual([page, versions.en]);
      for (const [language, version] of Object.entries(versions)) {
        expect([page, version, from().has(version)]).toEqual([page, version, true]);
        expect([page, versionsOf(version, from())]).toEqual([page, versions]);
        const lang = documentOf(version, from()).documentElement.getAttribute('lang');
        if (language !== 'x-default') expect([version, lang]).toEqual([version, language]);
      }
      expect(Object.values(versions)).toContain(page);
    }
  });

  test('have links that lead somewhere, and no link from the root', () => {
    const broken = pages(plain).flatMap(([page, html]) =>
      brokenLinks(page, html, plain).map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
    expect(pages(plain).filter(([, html]) => /(href|src)="\//.test(html))).toEqual([]);
  });

  test('can be switched, with the own names of the languages and the same ids', () => {
    for (const [page] of pages()) {
      const links = [...documentOf(page).querySelectorAll('.languages a')];
      const shown = links.map((link) => ({
        name: link.textContent,
        lang: link.getAttribute('lang'),
        current: link.getAttribute('aria-current'),
        target: posix.join(posix.dirname(page), link.getAttribute('href') ?? ''),
      }));
      const { en, ru } = versionsOf(page, files);
      const isRussian = page.startsWith('ru/');
      expect(shown).toEqual([
        { name: 'English', lang: 'en', current: isRussian ? null : 'true', target: en },
        { name: 'Русский', lang: 'ru', current: isRussian ? 'true' : null, target: ru },
      ]);
    }
    const ids = (page: string) =>
      [...(files.get(page) ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    for (const [page] of pages()) {
      if (!page.startsWith('ru/')) expect(ids(`ru/${page}`)).toEqual(ids(page));
    }
  });
});

test('the page for unknown addresses leads to the home page of its language and of the others', () => {
  const links = (page: string, selector: string) =>
    [...documentOf(page).querySelectorAll(selector)].map((link) => link.getAttribute('href'));
  for (const page of ['404.html', 'ru/404.html']) {
    expect(links(page, '.languages a')).toEqual([
      '/bulletin/index.html',
      '/bulletin/ru/index.html',
    ]);
    expect(links(page, 'link[hreflang]')).toEqual([]);
  }
  expect(links('ru/404.html', '.button')).toEqual(['/bulletin/ru/index.html']);
  expect(links('ru/404.html', 'link[rel=stylesheet]')[0]).toMatch(/^\/bulletin\/assets\/style-/);
});

/** The DOM as far as it is used here; its types are not available outside browser code. */
interface TextNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TextNode>;
  readonly parentElement: (TextNode & { getAttribute(name: string): string | null }) | null;
}

describe('an issue without an edition in the language of the page', () => {
  test('is shown in the language of its first edition, with a line that says so', () => {
    const russian = documentOf('ru/issues/2024-19.html');
    expect(russian.documentElement.getAttribute('lang')).toBe('ru');
    expect(russian.querySelector('h1')?.textContent).toBe('Информационный релиз №\u00a019, 2024');
    expect(russian.querySelector('.notice')?.textContent).toMatch(/не издан на русском языке/);
    const english = documentOf('issues/2024-20.html');
    expect(english.querySelector('.notice')?.textContent).toMatch(/no English edition/);
    expect(documentOf('ru/issues/2024-20.html').querySelector('.notice')).toBeNull();
    expect(documentOf('ru/issues/2025-01.html').querySelector('.notice')).toBeNull();
  });

  test('has `lang` on all its text, and not on the words of the page', () => {
    const page = documentOf('ru/issues/2024-19.html');
    const languageOf = (node: TextNode): string | null => {
      let element = node.parentElement;
      while (element && !element.getAttribute('lang')) element = element.parentElement;
      return element?.getAttribute('lang') ?? null;
    };
    const texts: [string, string | null][] = [];
    const visit = (node: TextNode) => {
      if (node.nodeType === 3 && /\p{L}/u.test(node.textContent ?? '')) {
        texts.push([node.textContent?.trim() ?? '', languageOf(node)]);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(page.querySelector('article.issue') as unknown as TextNode);
    const latin = texts.filter(([text]) => !/\p{Script=Cyrillic}/u.test(text) && text !== 'PDF');
    expect(latin.map(([text]) => text)).toEqual(expect.arrayContaining(['English only', 'Lead']));
    expect(latin.filter(([, language]) => language !== 'en')).toEqual([]);
    const cyrillic = texts.filter(([text]) => /\p{Script=Cyrillic}/u.test(text));
    expect(cyrillic.length).toBeGreaterThan(5);
    expect(cyrillic.filter(([, language]) => language !== 'ru')).toEqual([]);
  });

  test('has `lang` on its titles in lists', () => {
    expect(textsOf('ru/countries/xx.html', '.listed li a')).toEqual([['English only', 'en']]);
    expect(textsOf('ru/countries/xx.html', 'h1')).toEqual([['Land XX', 'en']]);
    expect(textsOf('ru/countries/kz.html', '.listed li a')).toEqual([
      ['Событие', null],
      ['Второе', null],
    ]);
    expect(textsOf('countries/uz.html', '.listed li a')).toEqual([['Только по-русски', 'ru']]);
    expect(textsOf('ru/countries.html', '.countries a span')).toEqual([
      ['Казахстан', null],
      ['Узбекистан', null],
      ['Land XX', 'en'],
    ]);
  });

  test('leads to the PDF of its first edition, which says its language', () => {
    const link = documentOf('ru/index.html').querySelector('a[href$="2024-19.pdf"]:not(.cover)');
    expect(link?.getAttribute('hreflang')).toBe('en');
    const own = documentOf('ru/index.html').querySelector('a[href$="2025-01.ru.pdf"]');
    expect(own?.hasAttribute('hreflang')).toBe(false);
  });
});

describe('for other programs', () => {
  interface Entry {
    readonly id: string;
    readonly language: string;
    readonly titles: string[];
  }

  function readFeed(name: string): { language: string; self: string; entries: Entry[] } {
    const parser = new SaxesParser();
    const feed = { language: '', self: '', entries: [] as Entry[] };
    let text = '';
    let id = '';
    let language = '';
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (piece) => {
      text += piece;
    });
    parser.on('opentag', ({ name: tag, attributes }) => {
      text = '';
      if (tag === 'feed') feed.language = String(attributes['xml:lang']);
      if (tag === 'entry') language = String(attributes['xml:lang'] ?? feed.language);
      if (tag === 'link' && attributes.rel === 'self') feed.self = String(attributes.href);
    });
    parser.on('closetag', ({ name: tag }) => {
      if (tag === 'id') id = text;
      if (tag === 'entry') feed.entries.push({ id, language, titles: [] });
    });
    parser.write(files.get(name) ?? '').close();
    return feed;
  }

  test('each language has a feed of its own, with other ids and the language of each issue', () => {
    const english = readFeed('feed.xml');
    const russian = readFeed('ru/feed.xml');
    expect([english.language, russian.language]).toEqual(['en', 'ru']);
    expect(russian.self).toBe(`${BASE}ru/feed.xml`);
    expect(english.entries.map(({ language }) => language)).toEqual(['en', 'ru', 'en']);
    expect(russian.entries.map(({ language }) => language)).toEqual(['ru', 'ru', 'en']);
    const ids = [...english.entries, ...russian.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    const xml = files.get('ru/feed.xml') ?? '';
    expect(xml).toContain(`href="${BASE}ru/issues/2025-01.html"`);
    expect(xml).toContain(`href="${BASE}issues/2025-01/information-release-2025-01.ru.pdf"`);
    expect(plain.get('ru/feed.xml')).toContain('href="../issues/2025-01/information-release-');
  });

  test('the data have the names of countries, titles and pages of the language', () => {
    const read = (name: string) => JSON.parse(files.get(name) ?? '').events;
    const [first] = read('ru/events.json');
    expect(first).toMatchObject({
      countryName: 'Казахстан',
      title: 'Событие',
      page: `${BASE}ru/issues/2025-01.html#section-kz-1`,
    });
    expect(read('events.json')[0]).toMatchObject({
      countryName: 'Land KZ',
      page: `${BASE}issues/2025-01.html#section-kz-1`,
    });
    expect(files.get('ru/events.csv')).toContain('Казахстан,Событие,');
  });

  test('the sitemap has every page of every language, each with its versions', () => {
    const sitemap = files.get('sitemap.xml') ?? '';
    expect(files.has('ru/sitemap.xml')).toBe(false);
    const urls = [...sitemap.matchAll(/<url><loc>([^<]+)<\/loc>.*?<\/url>/g)];
    const expected = pages().map(([page]) => BASE + page.replace(/(?:^|(?<=\/))index\.html$/, ''));
    expect(urls.map(([, address]) => address).sort()).toEqual(expected.sort());
    for (const [url, address = ''] of urls) {
      const links = [
        ...url.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
      ];
      const versions = Object.fromEntries(links.map(([, language, href]) => [language, href]));
      const page = address.slice(BASE.length).replace(/^ru\//, '');
      expect(versions).toEqual({
        en: BASE + page,
        ru: `${BASE}ru/${page}`,
        'x-default': BASE + page,
      });
    }
    new SaxesParser({ xmlns: true }).write(sitemap).close();
  });
});

test('in plural forms and numbers a page follows its language', () => {
  const note = documentOf('ru/index.html').querySelector('.opening .note')?.textContent;
  expect(note).toBe('3 выпуска, 4 мероприятия');
  const form = documentOf('ru/search.html').querySelector('form.search');
  const texts = ['one', 'few', 'many', 'other'].map((name) => form?.getAttribute(`data-${name}`));
  expect(texts).toEqual([
    '%n статья по запросу «%t»',
    '%n статьи по запросу «%t»',
    '%n статей по запросу «%t»',
    '%n статьи по запросу «%t»',
  ]);
  expect(documentOf('ru/issues/2025-01.html').querySelector('.button')?.textContent).toBe(
    'PDF, 10 страниц, 1,2 МБ',
  );
});

test('a site in one language says nothing of languages', async () => {
  const english = await composeSample([BOTH, ENGLISH], BASE);
  for (const [page, html] of pagesOf(english)) {
    const found = /hreflang|class="languages"|switch-language|\blang="(?!en")/.exec(html);
    expect([page, found?.[0]]).toEqual([page, undefined]);
  }
  expect([...english.keys()].filter((name) => /switch-language|^ru\//.test(name))).toEqual([]);
  expect(english.get('sitemap.xml')).not.toContain('xhtml');
});
