import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import type { ComposedIssue } from '../../../../src/publications/information-release/composed-issue.ts';
import { printEventsCsv } from '../../../../src/publications/information-release/site/events.ts';
import { composeSample, sampleSiteIssue } from '../../../helpers/sample-site.ts';

// Sections with headings, and articles about other countries, on the site.

const TAJIKISTAN = {
  country: 'TJ',
  shortName: 'Tajikistan',
  flag: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  path: [],
};
const UZBEKISTAN = { ...TAJIKISTAN, country: 'UZ', shortName: 'Uzbekistan' };

/** An issue of Kazakhstan and Uzbekistan, and a section with a heading. */
function issueWithHeading() {
  const issue = sampleSiteIssue({
    KZ: [{ title: 'Operation', also: [TAJIKISTAN, UZBEKISTAN] }],
    UZ: [{ title: 'Lesson' }],
    XX: [{ title: 'Conference' }],
  });
  const sections = issue.composed.sections.map((section): ComposedIssue['sections'][number] => {
    if (section.country === 'XX')
      return {
        ...section,
        id: 'section-heading-1',
        country: undefined,
        shortName: 'Science',
        title: 'SCIENCE',
      };
    if (section.country !== 'UZ') return section;
    const reference = {
      target: 'section-kz-1',
      text: 'See also: Operation',
      page: 'page',
      path: [],
    };
    return { ...section, references: [reference] };
  });
  return { ...issue, composed: { ...issue.composed, sections } };
}

let files: Map<string, string>;
const read = (page: string) => parseHTML(files.get(page) ?? '').document;
beforeAll(async () => {
  files = new Map(await composeSample([issueWithHeading()], 'https://example.org/'));
});

describe('a section with a heading', () => {
  test('is on the page of the issue, without a link to a country', () => {
    const heading = read('issues/2024-19.html').querySelector('#section-heading-1');
    expect(heading?.textContent).toBe('SCIENCE');
    expect(heading?.querySelector('a, img')).toBeNull();
  });

  test('is no country', () => {
    expect([...files.keys()].filter((page) => page.startsWith('countries/'))).toEqual([
      'countries/kz.html',
      'countries/uz.html',
      'countries/tj.html',
    ]);
    expect(read('index.html').querySelector('.card .note')?.textContent).toBe(
      '3 events, 2 countries',
    );
  });

  test('has an empty code and its heading in the data', () => {
    const [, ...rows] = printEventsCsv([issueWithHeading()], '', new Map()).trimEnd().split('\r\n');
    const columns = rows.map((row) => row.split(','));
    expect(columns.map((row) => [row[3], row[4], row.at(-1)])).toEqual([
      ['KZ', 'Land KZ', 'TJ UZ'],
      ['UZ', 'Land UZ', ''],
      ['', 'Science', ''],
    ]);
  });
});

describe('an article about other countries', () => {
  test('is named in the section of one of them', () => {
    const link = read('issues/2024-19.html').querySelector('.references a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual([
      'See also: Operation',
      '#section-kz-1',
    ]);
  });

  test.each([
    ['tj', ['Operation Land KZ'], '0 events'],
    ['uz', ['Lesson', 'Operation Land KZ'], '1 event'],
  ])('is listed on the page of %s, and not counted there', (code, listed, count) => {
    const page = read(`countries/${code}.html`);
    const entries = [...page.querySelectorAll('.listed li')];
    expect(entries.map(({ textContent }) => textContent?.trim())).toEqual(listed);
    expect(page.querySelector('.note')?.textContent).toBe(count);
    expect(page.querySelectorAll('#chart')).toHaveLength(count === '0 events' ? 0 : 1);
  });
});
