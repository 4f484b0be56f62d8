import { expect, test } from '@jest/globals';
import MiniSearch from 'minisearch';
import { printSearchShard } from '../../../../src/publications/information-release/site/events.ts';
import { INDEX_OPTIONS, SEARCH_OPTIONS } from '../../../../src/site/search-index.ts';
import { sampleSiteIssue } from '../../../helpers/sample-site.ts';

const issue = sampleSiteIssue({
  KZ: [
    { title: 'Rally in Almaty', lead: 'Young people marched', body: `${'long '.repeat(80)}end` },
    { title: 'Seminar', body: '> Quoted words\n\n* Kostanay' },
  ],
  UZ: [{ title: 'Öffnung', body: 'In Samarkand' }],
});
const printed = printSearchShard(
  [issue],
  () => '16–30 November 2024',
  () => '#19, 2024',
);
const index = MiniSearch.loadJSON(printed, INDEX_OPTIONS);
const titles = (words: string) =>
  index.search(words, SEARCH_OPTIONS).map((result) => String(result.title));

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
  const [found] = index.search('almaty', SEARCH_OPTIONS);
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
