// Day and place of an event: for the site and the data, facts and words of editions.
import { describe, expect, test } from '@jest/globals';
import { updateEdition } from '../../../src/publications/information-release/editions/update-edition.ts';
import {
  printEventsCsv,
  printEventsJson,
} from '../../../src/publications/information-release/site/events.ts';
import { fillIssuePage } from '../../../src/publications/information-release/site/issue-pages.ts';
import { checkEdition, ENGLISH, RUSSIAN } from '../../helpers/edition-texts.ts';
import { problemsOf, readIssue, summariesOf } from '../../helpers/read-issue.ts';
import { marked, review } from '../../helpers/review-issue.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';
import { sampleSite, sampleSiteIssue } from '../../helpers/sample-site.ts';

const YAML = sampleIssue({ KZ: [{}] });
const withDate = (date: string) => YAML.replace('        body:', `        date: ${date}\n$&`);

describe('a date', () => {
  test.each(['2024-11-16', '2024-11-30', '2024-11-15', '2024-10-16'])(
    'in the period or some days before it is no problem: %s',
    (date) => {
      expect(review(withDate(date))).toEqual([]);
    },
  );

  test.each([
    ['2024-12-01', 'after the issue’s period, which ends on 2024-11-30', undefined],
    ['2025-11-20', 'after the issue’s period, which ends on 2024-11-30', '2024-11-20'],
    ['2024-12-20', 'after the issue’s period, which ends on 2024-11-30', '2024-11-20'],
    ['2024-10-15', 'more than 31 days before the issue’s period, which', undefined],
    ['2023-11-16', 'more than 31 days before the issue’s period, which', '2024-11-16'],
  ])('outside is a warning: %s', (date, reason, guess) => {
    const yaml = withDate(date);
    const problems = review(yaml);
    expect(marked(yaml, problems)).toEqual([`date-outside: ${date}`]);
    expect(problems[0]).toMatchObject({ severity: 'warning' });
    expect(problems[0]?.message).toContain(`${date} is ${reason}`);
    const [change] = problems[0]?.edits?.[0]?.changes ?? [];
    expect(change?.newText).toBe(guess);
  });

  test('is not compared with a period that is invalid or reversed', () => {
    const yaml = withDate('2025-03-01');
    expect(review(yaml.replace('from: 2024-11-16', 'from: 2024-13-16'))).toEqual([]);
    expect(review(yaml.replace('to: 2024-11-30', 'to: 2024-11-01'))).toEqual([]);
  });

  test.each(['2024-11-31', 'yesterday', "''"])('must be a day: %s', (date) => {
    expect(summariesOf(problemsOf(withDate(date)))).toEqual([
      expect.stringContaining('valid date'),
    ]);
  });
});

describe('on the site', () => {
  const issue = sampleSiteIssue({
    KZ: [{ date: '2024-11-20', place: 'Almaty' }, { date: '2024-11-21' }, { place: 'a <b>' }, {}],
  });

  test.each([
    ['en', ['20 November 2024</time>, Almaty', '21 November 2024</time>', 'a &lt;b&gt;']],
    ['ru', ['20 ноября 2024 года</time>, Almaty', '21 ноября 2024 года</time>', 'a &lt;b&gt;']],
  ])('they stand below the title, in %s', async (language, expected) => {
    const site = await sampleSite([issue], { language });
    const lines = fillIssuePage(site, issue)
      .split('\n')
      .filter((line) => line.includes('class="facts'));
    expect(
      lines.map((line) => line.replace(/<p class="facts note">(?:<time[^>]*>)?|<\/p>/g, '')),
    ).toEqual(expected);
    expect(lines[0]).toContain('<time datetime="2024-11-20"');
  });

  test('they are columns of the CSV, and keys of the JSON where they are known', () => {
    const names = new Map([['KZ', 'Land KZ']]);
    const rows = printEventsCsv([issue], '', names).trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',').slice(-3, -1))).toEqual([
      ['date', 'place'],
      ['2024-11-20', 'Almaty'],
      ['2024-11-21', ''],
      ['', 'a <b>'],
      ['', ''],
    ]);
    const { events } = JSON.parse(printEventsJson([issue], '', names));
    expect(events[0]).toMatchObject({ date: '2024-11-20', place: 'Almaty' });
    expect(Object.keys(events[3])).not.toContain('date');
  });
});

describe('in a further edition', () => {
  const english = ENGLISH.replace(/ *photo:.*\n/, '').replace(
    '        lead:',
    '        date: 2025-01-10\n        place: Almaty\n        lead:',
  );
  const files = (text: string) => ({ 'issue.yaml': english, 'issue.ru.yaml': text });
  const russian = RUSSIAN.replace(/ *(?:alt|caption):.*\n/g, '');
  const translated = russian.replace('        lead:', '        place: Алматы\n        lead:');
  const begun = (text: string | undefined) =>
    updateEdition({
      first: { issue: readIssue(english), language: 'en' },
      file: '/desk/issue.ru.yaml',
      text,
    }).text;

  test('the place is translated', async () => {
    expect(await checkEdition(files(translated))).toEqual(['edition-no-marks:1']);
    expect(await checkEdition(files(russian))).toEqual([
      'edition-no-marks:1',
      'edition-text-missing:7',
    ]);
  });

  test('the date is a fact, which only the first edition has', async () => {
    const withFact = translated.replace('        place:', '        date: 2025-01-10\n$&');
    expect(await checkEdition(files(withFact))).toContain('key-unknown:9');
    const outside = english.replace('date: 2025-01-10', 'date: 2025-02-10');
    const both = { 'issue.yaml': outside, 'issue.ru.yaml': translated };
    expect(await checkEdition(both)).toEqual(['edition-no-marks:1']);
    expect(await checkEdition(both, 'issue.yaml')).toEqual(['date-outside:10']);
  });

  test('`translate` asks for the place, once', () => {
    const text = begun(undefined);
    expect(text).toContain('        # place: Almaty\n        place:\n');
    expect(text).not.toContain('2025-01-10');
    expect(begun(text)).toBe(text);
    const completed = begun(russian);
    expect(completed).toContain('        # place: Almaty\n        place:\n');
    expect(begun(completed)).toBe(completed);
  });

  test('a place that was changed later is outdated', async () => {
    const text = begun(translated);
    const moved = { 'issue.yaml': english.replace('Almaty', 'Astana'), 'issue.ru.yaml': text };
    expect(await checkEdition(moved)).toEqual([expect.stringContaining('edition-outdated')]);
  });
});
