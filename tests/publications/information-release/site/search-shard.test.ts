import { describe, expect, test } from '@jest/globals';
import { printSearchShard } from '../../../../src/publications/information-release/site/events.ts';
import { loadSearchIndex, type SearchIndex } from '../../../../src/site/search-index.ts';
import {
  type SampleSiteArticle,
  sampleSite,
  sampleSiteIssue,
} from '../../../helpers/sample-site.ts';

const NAMES = new Map([
  ['KZ', 'Land KZ'],
  ['UZ', 'Land UZ'],
]);

/** The index of the articles of an issue on the pages in a language, as a browser has it. */
async function createIndex(
  articles: Readonly<Record<string, readonly SampleSiteArticle[]>>,
  pages = 'en',
  language = pages,
): Promise<SearchIndex> {
  const site = await sampleSite([sampleSiteIssue(articles, { language })], { language: pages });
  return loadSearchIndex(printSearchShard(site, site.issues, NAMES), site.template.stem);
}

const english = await createIndex({
  KZ: [
    { title: 'Rally in Almaty', lead: 'Young people marched', body: `${'long '.repeat(80)}end` },
    { title: 'Seminar', body: '> Quoted words\n\n* Kostanay' },
  ],
  UZ: [{ title: 'Öffnung', body: 'In Samarkand' }],
});
const titles = (words: string, index = english) =>
  index.search(words).map((result) => result.title);

test.each([
  ['a word of the title', 'almaty', 'Rally in Almaty'],
  ['the beginning of a word', 'semin', 'Seminar'],
  ['the lead', 'marched', 'Rally in Almaty'],
  ['a quote', 'quoted', 'Seminar'],
  ['a list', 'Kostanay', 'Seminar'],
  ['a misspelt word', 'samarkant', 'Öffnung'],
  ['a letter without its mark', 'offnung', 'Öffnung'],
  ['all of several words', 'rally marched', 'Rally in Almaty'],
])('an article is found by %s', (_, words, title) => {
  expect(titles(words)).toEqual([title]);
});

test('an article with only one of two words is not found', () => {
  expect(titles('rally samarkand')).toEqual([]);
});

test('a result has its address and an excerpt that ends between words', () => {
  const [found] = english.search('almaty');
  expect(found).toMatchObject({
    id: 'issues/2024-19.html#section-kz-1',
    group: 'KZ',
    groupName: 'Land KZ',
    issue: '#19, 2024',
    days: '16–30 November 2024',
    excerpt: expect.stringMatching(/^Young people marched long .* long …$/),
  });
  expect(String(found?.excerpt).length).toBeLessThanOrEqual(202);
});

describe('inflected words', () => {
  test.each([
    ['schools', 'Lecture in a school'],
    ['lectures', 'Lecture in a school'],
    ['activit', 'Activities of police officers'],
    ['activity', 'Activities of police officers'],
    ['officer', 'Activities of police officers'],
  ])('English: %s', async (word, title) => {
    const index = await createIndex({
      KZ: [{ title: 'Lecture in a school' }, { title: 'Activities of police officers' }],
    });
    expect(titles(word, index)).toEqual([title]);
  });

  test('the stem of a word is no prefix: “used” does not find “usual”', async () => {
    const index = await createIndex({ KZ: [{ title: 'Usual' }, { title: 'Uses of it' }] });
    expect(titles('used', index)).toEqual(['Uses of it']);
  });

  test.each([
    ['героина', 'Изъят героин'],
    ['ГЕРОИНОМ', 'Изъят героин'],
    ['учёба', 'Место учебы'],
    ['учебе', 'Место учебы'],
    ['молодежи', 'Молодёжь против наркотиков'],
    ['наркотиками', 'Молодёжь против наркотиков'],
    ['полицейскими', 'Полицейский в школе'],
    ['полицейскии', 'Полицейский в школе'],
    ['школах', 'Полицейский в школе'],
    ['Иране', 'Иран и соседи'],
    ['Ирана', 'Иран и соседи'],
    ['соседями', 'Иран и соседи'],
  ])('Russian: %s', async (word, title) => {
    const index = await createIndex(
      {
        KZ: [
          { title: 'Изъят героин', body: 'Текст.' },
          { title: 'Место учебы', body: 'Текст.' },
          { title: 'Молодёжь против наркотиков', body: 'Текст.' },
        ],
        UZ: [
          { title: 'Полицейский в школе', body: 'Текст.' },
          { title: 'Иран и соседи', body: 'Текст.' },
        ],
      },
      'ru',
    );
    expect(titles(word, index)).toEqual([title]);
  });
});

test('a result in another language than the page says so', async () => {
  const article = { title: 'A school', body: 'Text.' };
  const [foreign] = (await createIndex({ KZ: [article] }, 'ru', 'en')).search('school');
  expect(foreign).toMatchObject({ title: 'A school', language: 'en', issue: '№\u00a019, 2024' });
  const [own] = (await createIndex({ KZ: [article] })).search('school');
  expect(own).not.toHaveProperty('language');
});
