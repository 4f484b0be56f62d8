import { describe, expect, test } from '@jest/globals';
import type { IndexEntry } from '../../../../src/publications/information-release/editorial/index-entry.ts';
import { addressKey } from '../../../../src/text/address-key.ts';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';

/** An earlier issue with these sources. */
function earlier(...addresses: readonly string[]): IndexEntry[] {
  return [
    {
      name: '2024-18',
      year: 2024,
      number: 18,
      period: { from: '2024-11-01', to: '2024-11-15' },
      sources: addresses.map((address, line) => ({ address, line })),
      articles: [],
      names: [],
    },
  ];
}

/** Codes and marked texts of the problems in an issue with these sources in one section. */
function found(
  sources: readonly string[],
  known: readonly string[] = [],
  country = 'KZ',
): string[] {
  const yaml = issueOf(...sources.map((source) => ({ source }))).replace(
    'country: KZ',
    `country: ${country}`,
  );
  return marked(yaml, review(yaml, earlier(...known)));
}

/** The source after the first edit of its first problem. */
function fixed(source: string, known: readonly string[] = []): { source: string; isSure: boolean } {
  const yaml = issueOf({ source });
  const [edit] = review(yaml, earlier(...known))[0]?.edits ?? [];
  const lines = yaml.split('\n');
  for (const { range, newText } of edit?.changes ?? []) {
    const line = lines[range.start.line - 1] ?? '';
    lines[range.start.line - 1] =
      line.slice(0, range.start.column - 1) + newText + line.slice(range.end.column - 1);
  }
  const at = yaml.split('\n').findIndex((line) => line.trim() === source);
  return { source: lines[at]?.trim() ?? '', isSure: edit?.isSure ?? false };
}

describe('addresses', () => {
  test.each([
    [
      'https://polisia.kz/ru/a?utm_source=t&utm_medium=s',
      'address-tracking: ?utm_source=t&utm_medium=s',
    ],
    ['https://polisia.kz/ru/a?fbclid=IwY2', 'address-tracking: ?fbclid=IwY2'],
    ['https://polisia.kz/ru/a/?ysclid=m3xq', 'address-tracking: ?ysclid=m3xq'],
    ['https://polisia.kz/ru/a?id=7&gclid=x', 'address-tracking: &gclid=x'],
    ['https://polisia.kz/ru/a#:~:text=Steering', 'address-tracking: #:~:text=Steering'],
    ['https://polisia.kz/ru/a.', 'address-end: .'],
    ['https://polisia.kz/ru/a)', 'address-end: )'],
    ['https://polisia.kz/ru/a,', 'address-end: ,'],
    ['https://bit.ly/4fQ', 'address-short: bit.ly'],
    ['https://www.clck.ru/3Fg', 'address-short: clck.ru'],
    ['https://polisia-kz.translate.goog/ru/a', 'address-copy: polisia-kz.translate.goog'],
    ['https://www.google.com/url?q=https://polisia.kz', 'address-copy: google.com'],
    ['https://webcache.googleusercontent.com/a-b', 'address-copy: webcache.googleusercontent.com'],
    ['https://docs.google.com/document/d/1', 'address-private: docs.google.com'],
    ['https://disk.yandex.kz/d/1', 'address-private: disk.yandex.kz'],
    ['http://192.168.0.1/a', 'host-invalid: 192.168.0.1'],
    ['https://пolisia.kz/ru/a', 'letters-mixed: пolisia'],
  ])('%s', (source, mark) => {
    expect(found([source])).toContain(mark);
  });

  test.each([
    ['https://polisia.kz/ru/a?utm_source=t', 'https://polisia.kz/ru/a', true],
    ['https://polisia.kz/ru/a?utm_source=t&id=7', 'https://polisia.kz/ru/a?id=7', true],
    ['https://polisia.kz/ru/a?id=7&utm_source=t&p=1', 'https://polisia.kz/ru/a?id=7&p=1', true],
    ['https://polisia.kz/ru/a?id=7&utm_source=t#:~:text=x', 'https://polisia.kz/ru/a?id=7', true],
    ['https://polisia.kz/ru/a.', 'https://polisia.kz/ru/a', true],
    ['https://m.polisia.kz/ru/a', 'https://polisia.kz/ru/a', false],
    ['https://polisia.kz/ru/a?print=1&id=7', 'https://polisia.kz/ru/a?id=7', false],
  ])('%s becomes %s', (source, meant, isSure) => {
    expect(fixed(source)).toEqual({ source: meant, isSure });
  });
});

describe('the page of a source', () => {
  test.each([
    ['https://polisia.kz/', 'source-home'],
    ['https://polisia.kz', 'source-home'],
    ['https://polisia.kz/ru/', 'source-home'],
    ['https://polisia.kz/ru/index.php', 'source-home'],
    ['https://polisia.kz/rus/news', 'source-home'],
    ['https://polisia.kz/ru/press-center/news/', 'source-home'],
    ['https://www.google.com/search?q=slet', 'source-search'],
    ['https://yandex.kz/search/?text=slet', 'source-search'],
    ['https://polisia.kz/ru/search/?q=slet', 'source-search'],
    ['https://polisia.kz/?s=slet', 'source-search'],
    ['https://t.me/polisia/4052', 'source-social'],
    ['https://m.facebook.com/story.php?story_fbid=1&id=2', 'source-social'],
    ['https://www.instagram.com/p/Cx/', 'source-social'],
    ['https://vk.com/wall-1_2', 'source-social'],
    ['https://youtu.be/x1', 'source-social'],
    ['https://m.polisia.kz/ru/a', 'source-version'],
    ['https://polisia.kz/ru/a/amp/', 'source-version'],
    ['https://polisia.kz/print/4052', 'source-version'],
    ['https://polisia.kz/ru/a?print=1', 'source-version'],
  ])('%s', (source, code) => {
    expect(found([source]).map((mark) => mark.split(':')[0])).toEqual([code]);
  });

  test.each([
    'https://polisia.kz/ru/slet',
    'https://polisia.kz/4052',
    'https://polisia.kz/?id=7',
    'https://polisia.kz/news/?id=7',
    'https://polisia.kz/ru/news/4052',
    'https://polisia.kz/ru/search-for-a-child',
    'https://polisia.kz/#/news/4052',
    'https://mail.kz/ru/news/slet',
    'https://media.polisia.kz/news/1_(2)',
    'https://ampar.kz/ru/slet',
    'https://polisia.kz/ru/a?page=2&id=3',
    'https://news.google.kz/articles/1',
  ])('not %s', (source) => {
    expect(found([source])).toEqual([]);
  });

  test('that is a list of other sources', () => {
    const news = ['https://polisia.kz/obzor/1', 'https://polisia.kz/obzor/2'];
    expect(found(['https://polisia.kz/obzor', ...news])).toEqual([
      'source-home: https://polisia.kz/obzor',
    ]);
    expect(found(['https://polisia.kz/obzor', 'https://polisia.kz/obzor/2'])).toEqual([]);
  });

  test('without encryption, where the site has it', () => {
    const [plain, encrypted] = ['http://polisia.kz/1', 'https://www.polisia.kz/2'];
    expect(found([plain])).toEqual([]);
    expect(found([plain, encrypted])).toEqual(['source-http: http']);
    expect(found([plain], [encrypted])).toEqual(['source-http: http']);
    expect(fixed(plain, [encrypted])).toEqual({ source: 'https://polisia.kz/1', isSure: true });
  });
});

describe('the country of a source', () => {
  test.each([
    ['https://mvd.gov.kg/1', 'KZ', 'mvd.gov.kg'],
    ['https://akn.kg/1', 'TJ', 'akn.kg'],
    ['https://xn--b1aew.xn--p1ai/news/1', 'KZ', 'xn--b1aew.xn--p1ai'],
    ['https://www.newscentralasia.net/1', 'UZ', 'newscentralasia.net'],
    ['https://mid.gov.ru/1', 'UZ', 'mid.gov.ru'],
  ])('%s in %s', (source, country, site) => {
    expect(found([source], [], country)).toEqual([`source-country: ${site}`]);
  });

  test.each([
    ['https://polisia.kz/1', 'KZ'],
    ['https://мвд.рф/news/1', 'RU'],
    ['https://xn--b1aew.xn--p1ai/news/1', 'RU'],
    ['https://www.newscentralasia.net/1', 'TM'],
    ['https://tass.ru/1', 'KZ'],
    ['https://www.unodc.org/1', 'KZ'],
    ['https://site.tv/1', 'KG'],
    ['https://fergana.agency/1', 'UZ'],
  ])('not %s in %s', (source, country) => {
    expect(found([source], [], country)).toEqual([]);
  });

  test('suggests the site of the same name', () => {
    const meant = 'https://mvd.gov.kz/2';
    expect(fixed('https://mvd.gov.kg/1', [meant])).toEqual({
      source: 'https://mvd.gov.kz/1',
      isSure: false,
    });
  });
});

describe('the words of a link', () => {
  const page = '(https://polisia.kz/ru/slet)';
  test.each([
    [`Read more [here]${page}.`, 'link-text: here'],
    [`See ([click this link]${page}).`, 'link-text: click this link'],
    [`See [read more...]${page}.`, 'link-text: read more...'],
    [`Смотрите [тут]${page}.`, 'link-text: тут'],
    [`Смотрите [по ссылке]${page}.`, 'link-text: по ссылке'],
    [`See [www.caricc.org]${page}.`, 'link-other: www.caricc.org'],
    [`See [https://polisia.kz/ru/a]${page}.`, 'link-other: https://polisia.kz/ru/a'],
    ['See [the law](https://bit.ly/x).', 'address-short: bit.ly'],
    ['See https://bit.ly/x.', 'address-short: bit.ly'],
    ['See [it all](https://polisia.kz/a?utm_source=x) now.', 'address-tracking: ?utm_source=x'],
  ])('%j', (body, mark) => {
    const isRussian = /\p{Script=Cyrillic}/u.test(body);
    const yaml = isRussian
      ? `language: ru\n${issueOf({ body }).replace('[lessons]', '[о беседах]')}`
      : issueOf({ body });
    expect(marked(yaml, review(yaml))).toEqual([mark]);
  });

  test.each([
    `Read the [law on drugs]${page} and [hereby]${page}.`,
    `See [polisia.kz]${page} and [https://www.polisia.kz/ru/slet/]${page}.`,
    'See [caricc.org](https://www.caricc.org/) and https://polisia.kz/ru/slet, too.',
    'Write to [us all](mailto:press@caricc.org).',
  ])('not %j', (body) => {
    const yaml = issueOf({ body });
    expect(marked(yaml, review(yaml))).toEqual([]);
  });
});

test.each([
  ['https://mvd.gov.kg/rus/news/1/', 'http://www.MVD.gov.kg/rus/news/1#top'],
  [
    'https://мвд.рф/новости',
    'https://xn--b1aew.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/',
  ],
  ['https://a.kz/b?id=1', 'https://a.kz/b/?id=1&utm_source=x'],
])('%s is the same page as %s', (one, other) => {
  expect(addressKey(one)).toBe(addressKey(other));
});

test.each([
  ['https://a.kz/b?id=1', 'https://a.kz/b?id=2'],
  ['https://a.kz/b', 'https://a.kz/c'],
  ['https://ru.a.kz/b', 'https://a.kz/b'],
  ['https://a.kz/#/b', 'https://a.kz/#/c'],
])('%s is another page than %s', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other));
});
