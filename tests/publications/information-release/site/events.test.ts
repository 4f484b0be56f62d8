import { expect, test } from '@jest/globals';
import {
  listEvents,
  printEventsCsv,
  printEventsJson,
} from '../../../../src/publications/information-release/site/events.ts';
import { sampleSiteIssue } from '../../../helpers/sample-site.ts';

const BASE = 'https://example.org/';
const NAMES = new Map([['KZ', 'Land KZ']]);

test('events are listed in printed order with their addresses', () => {
  const issue = sampleSiteIssue({
    KZ: [{ title: 'a' }, { title: 'b' }],
    UZ: [{ title: 'c' }],
  });
  expect(listEvents([issue]).map(({ article, address }) => [article.title, address])).toEqual([
    ['a', 'issues/2024-19.html#section-kz-1'],
    ['b', 'issues/2024-19.html#section-kz-2'],
    ['c', 'issues/2024-19.html#section-uz-1'],
  ]);
});

test('the JSON has issue, country, title, source and page of each event', () => {
  const issue = sampleSiteIssue({ KZ: [{ title: 'He said "no"' }] });
  expect(JSON.parse(printEventsJson([issue], BASE, NAMES))).toEqual({
    issues: [
      {
        issue: '2024-19',
        number: 19,
        year: 2024,
        period: { from: '2024-11-16', to: '2024-11-30' },
        events: 1,
        page: 'https://example.org/issues/2024-19.html',
      },
    ],
    events: [
      {
        issue: '2024-19',
        from: '2024-11-16',
        to: '2024-11-30',
        country: 'KZ',
        countryName: 'Land KZ',
        title: 'He said "no"',
        source: 'https://example.org/1',
        sources: [{ address: 'https://example.org/1' }],
        also: [],
        page: 'https://example.org/issues/2024-19.html#section-kz-1',
      },
    ],
  });
});

test.each([
  ['a comma', 'one, two', '"one, two"'],
  ['quotation marks', 'the "law"', '"the ""law"""'],
  ['a line end', 'one\ntwo', '"one\ntwo"'],
  ['a formula', '=HYPERLINK("https://example.org")', `"'=HYPERLINK(""https://example.org"")"`],
  ['a formula with a plus', '+1+1', "'+1+1"],
  ['a formula with a minus', '-1+1', "'-1+1"],
  ['a formula with an at sign', '@SUM(A1)', "'@SUM(A1)"],
])('a title with %s stays one field of the CSV', (_, title, printed) => {
  const csv = printEventsCsv([sampleSiteIssue({ KZ: [{ title }] })], BASE, NAMES);
  const page = 'https://example.org/issues/2024-19.html#section-kz-1';
  expect(csv).toBe(
    '\ufeffissue,from,to,country,countryName,title,source,page,date,place,also\r\n' +
      `2024-19,2024-11-16,2024-11-30,KZ,Land KZ,${printed},https://example.org/1,${page},,,\r\n`,
  );
});
