import { describe, expect, test } from '@jest/globals';
import { photoOf, yearOf } from '../../../src/publications/information-release/schema.ts';
import { problemsOf, readIssue, summariesOf } from '../../helpers/read-issue.ts';

const ISSUE = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics:
      - lessons
    articles:
      - title: Rally
        source: https://example.org/1
        body: A paragraph.
`;

/** Code, place and message of what is wrong once a piece of the issue is replaced. */
function told(piece: string, replacement: string): string[] {
  if (!ISSUE.includes(piece)) throw new Error(`The sample has no ${piece}`);
  return summariesOf(problemsOf(ISSUE.replace(piece, replacement)));
}

test('the smallest issue has a number, a period, a section, a topic and an article', () => {
  expect(problemsOf(ISSUE)).toEqual([]);
});

test('the language is English when none is given', () => {
  expect(readIssue(ISSUE).language).toBe('en');
});

describe('a day that is not on the calendar is told at its place', () => {
  test.each([
    ['the thirtieth of February', '2024-02-30'],
    ['the 29th of February in a common year', '2023-02-29'],
    ['a month that is not', '2024-13-01'],
    ['an hour after the day', '2024-11-16T00:00:00Z'],
  ])('%s', (_, day) => {
    expect(told('2024-11-16', day)).toEqual([
      'value-invalid 2:17 `from` is not a day of the calendar written as YEAR-MONTH-DAY, such as 2024-11-16',
    ]);
  });

  test('with the day that was meant when it is written another way', () => {
    expect(told('2024-11-16', '16.11.2024')).toEqual([
      'value-invalid 2:17 `from` is not a day of the calendar written as YEAR-MONTH-DAY: did you mean 2024-11-16?',
    ]);
  });

  test('but the 29th of February in a leap year is on it', () => {
    expect(told('2024-11-16', '2024-02-29')).toEqual([]);
  });

  test('a year alone is a number, and no day', () => {
    expect(told('2024-11-30', '2024')).toEqual(['value-type 2:33 `to` cannot be the number 2024']);
  });

  test('a period without its end is told at the period', () => {
    expect(told(', to: 2024-11-30', '')).toEqual(['key-missing 2:9 `period` has no `to`']);
  });
});

describe('a source that is no web address is told at its place', () => {
  test.each([
    'example.org/1',
    'www.example.org',
    'ftp://example.org/1',
    'javascript:alert(1)',
    'https://',
    'file:///etc/passwd',
  ])('%s', (address) => {
    expect(told('https://example.org/1', address)).toEqual([
      'value-invalid 9:17 `source` is not a web address that starts with https:// or http://',
    ]);
  });

  test('with the blank that is in it', () => {
    expect(told('https://example.org/1', 'https://example.org/a b')).toEqual([
      'value-invalid 9:17 `source` has a blank in it; a web address has none',
    ]);
  });

  test.each(['https://polisia.kz@example.org/1', 'http://:secret@example.org'])(
    'with the user name that is in it: %s',
    (address) => {
      expect(told('https://example.org/1', `'${address}'`)).toEqual([
        'value-invalid 9:17 `source` has a user name before the @',
      ]);
    },
  );

  test.each([
    'http://example.org/',
    'https://t.me/@caricc',
    'HTTPS://Example.org/',
    'https://пример.рф/новости?a=1#b',
  ])('but %s is one', (address) => {
    expect(told('https://example.org/1', address)).toEqual([]);
  });
});

describe('a photo', () => {
  const withPhoto = (photo: string) =>
    ISSUE.replace('        body', `        photo: ${photo}\n        body`);
  const photoIn = (photo: string) => {
    const article = readIssue(withPhoto(photo)).sections[0]?.articles[0];
    return article && photoOf(article);
  };

  test('has the same shape in its short and its longer form', () => {
    expect(photoIn('photos/hall.jpg')).toEqual({ file: 'photos/hall.jpg', side: 'left' });
    expect(photoIn('{ file: photos/hall.jpg, side: full }')).toEqual({
      file: 'photos/hall.jpg',
      side: 'full',
    });
  });

  test('may be left out', () => {
    const article = readIssue(ISSUE).sections[0]?.articles[0];
    expect(article && photoOf(article)).toBeUndefined();
  });

  test('stands left, right or full, and nowhere else', () => {
    expect(summariesOf(problemsOf(withPhoto('{ file: a.jpg, side: middle }')))).toEqual([
      'value-invalid 10:37 `side` cannot be `middle`',
    ]);
  });
});

test('a number is whole and 1 or more', () => {
  expect(told('number: 19', 'number: 1')).toEqual([]);
  expect(told('number: 19', 'number: 0')).toEqual([
    'value-invalid 1:9 `number` is 0, but must be at least 1',
  ]);
  expect(told('number: 19', 'number: 19.5')).toEqual([
    'value-type 1:9 `number` cannot be the number 19.5',
  ]);
});

test('a section has a topic and an article at the least', () => {
  expect(told('\n      - lessons', ' []')).toEqual([
    'value-empty 5:5 `topics` is empty: it needs at least 1',
  ]);
});

test('the year of an issue is that of its last day', () => {
  expect(yearOf({ period: { from: '2024-12-28', to: '2025-01-10' } })).toBe(2025);
});

test('several mistakes in one issue are all told, each at its line', () => {
  const text = ISSUE.replace('number: 19', 'number: none')
    .replace('2024-11-30', '2024-11-31')
    .replace('https://', '')
    .replace('        body: A paragraph.', '        bodi: A paragraph.\n        pages: 3');
  expect(summariesOf(problemsOf(text)).sort()).toEqual([
    'key-unknown 10:9 `bodi` is not a key of the format: did you mean `body`?',
    'key-unknown 11:9 `pages` is not a key of the format here',
    'value-invalid 2:33 `to` is not a day of the calendar written as YEAR-MONTH-DAY, such as 2024-11-16',
    'value-invalid 9:17 `source` is not a web address that starts with https:// or http://',
    'value-type 1:9 `number` cannot be text',
  ]);
});
