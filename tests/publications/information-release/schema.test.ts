import { describe, expect, test } from '@jest/globals';
import { photosOf, yearOf } from '../../../src/publications/information-release/schema.ts';
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

/** The problems after replacing a piece of the issue: code, place and message. */
function reported(piece: string, replacement: string): string[] {
  if (!ISSUE.includes(piece)) throw new Error(`The sample has no ${piece}`);
  return summariesOf(problemsOf(ISSUE.replace(piece, replacement)));
}

test('a minimal issue has a number, a period, a section, a topic and an article', () => {
  expect(problemsOf(ISSUE)).toEqual([]);
});

test('the language defaults to English', () => {
  expect(readIssue(ISSUE).language).toBe('en');
});

describe('an invalid date is reported at its place', () => {
  test.each([
    ['the thirtieth of February', '2024-02-30'],
    ['the 29th of February in a common year', '2023-02-29'],
    ['month 13', '2024-13-01'],
    ['a date with a time', '2024-11-16T00:00:00Z'],
  ])('%s', (_, day) => {
    expect(reported('2024-11-16', day)).toEqual([
      'value-invalid 2:17 `from` is not a valid date written as YEAR-MONTH-DAY, such as 2024-11-16',
    ]);
  });

  test('with the probable date if it is written in another format', () => {
    expect(reported('2024-11-16', '16.11.2024')).toEqual([
      'value-invalid 2:17 `from` is not a valid date written as YEAR-MONTH-DAY: did you mean 2024-11-16?',
    ]);
  });

  test('but the 29th of February in a leap year is valid', () => {
    expect(reported('2024-11-16', '2024-02-29')).toEqual([]);
  });

  test('a year alone is a number, not a date', () => {
    expect(reported('2024-11-30', '2024')).toEqual([
      'value-type 2:33 `to` cannot be the number 2024',
    ]);
  });

  test('a period without its last day is reported at the period', () => {
    expect(reported(', to: 2024-11-30', '')).toEqual(['key-missing 2:9 `period` has no `to`']);
  });
});

describe('a source that is not a web address is reported at its place', () => {
  test.each([
    'example.org/1',
    'www.example.org',
    'ftp://example.org/1',
    'javascript:alert(1)',
    'https://',
    'file:///etc/passwd',
  ])('%s', (address) => {
    expect(reported('https://example.org/1', address)).toEqual([
      'value-invalid 9:17 `source` is not a web address that starts with https:// or http://',
    ]);
  });

  test('with the space in it', () => {
    expect(reported('https://example.org/1', 'https://example.org/a b')).toEqual([
      'value-invalid 9:17 `source` has a space, which a web address cannot have',
    ]);
  });

  test.each([
    'https:// https://example.org/',
    'https://https://example.org/',
    'HTTP://https://example.org/',
  ])('with a second scheme in it: %s', (address) => {
    expect(reported('https://example.org/1', `'${address}'`)).toEqual([
      'value-invalid 9:17 `source` has a second https:// in it',
    ]);
  });

  test.each(['https://polisia.kz@example.org/1', 'http://:secret@example.org'])(
    'with the user name in it: %s',
    (address) => {
      expect(reported('https://example.org/1', `'${address}'`)).toEqual([
        'value-invalid 9:17 `source` has a user name before the @',
      ]);
    },
  );

  test.each([
    'http://example.org/',
    'https://t.me/@caricc',
    'https://web.archive.org/web/2020/https://example.org/',
    'https://example.org/?to=https://example.com/',
    'HTTPS://Example.org/',
    'https://пример.рф/новости?a=1#b',
  ])('but %s is valid', (address) => {
    expect(reported('https://example.org/1', address)).toEqual([]);
  });
});

describe('a photo', () => {
  const withPhoto = (photo: string) =>
    ISSUE.replace('        body', `        photo: ${photo}\n        body`);
  const photoIn = (photo: string) => {
    const article = readIssue(withPhoto(photo)).sections[0]?.articles[0];
    return article && photosOf(article)[0]?.value;
  };

  test('has the same value as a path and as an object', () => {
    expect(photoIn('photos/hall.jpg')).toEqual({ file: 'photos/hall.jpg', side: 'left' });
    expect(photoIn('{ file: photos/hall.jpg, side: full }')).toEqual({
      file: 'photos/hall.jpg',
      side: 'full',
    });
  });

  test('is optional', () => {
    const article = readIssue(ISSUE).sections[0]?.articles[0];
    expect(article && photosOf(article)).toEqual([]);
  });

  test('has the side left, right or full', () => {
    expect(summariesOf(problemsOf(withPhoto('{ file: a.jpg, side: middle }')))).toEqual([
      'value-invalid 10:37 `side` cannot be `middle`',
    ]);
  });
});

test('a number is an integer of 1 or more', () => {
  expect(reported('number: 19', 'number: 1')).toEqual([]);
  expect(reported('number: 19', 'number: 0')).toEqual([
    'value-invalid 1:9 `number` is 0, but must be at least 1',
  ]);
  expect(reported('number: 19', 'number: 19.5')).toEqual([
    'value-type 1:9 `number` cannot be the number 19.5',
  ]);
});

test('a section has at least one topic and one article', () => {
  expect(reported('\n      - lessons', ' []')).toEqual([
    'value-empty 5:5 `topics` is empty: it needs at least 1',
  ]);
});

test('the year of an issue is the year of its last day', () => {
  expect(yearOf({ period: { from: '2024-12-28', to: '2025-01-10' } })).toBe(2025);
});

test('all mistakes in an issue are reported, each at its line', () => {
  const text = ISSUE.replace('number: 19', 'number: none')
    .replace('2024-11-30', '2024-11-31')
    .replace('https://', '')
    .replace('        body: A paragraph.', '        bodi: A paragraph.\n        pages: 3');
  expect(summariesOf(problemsOf(text)).sort()).toEqual([
    'key-unknown 10:9 `bodi` is not a key of the format: did you mean `body`?',
    'key-unknown 11:9 `pages` is not a key of the format here',
    'value-invalid 2:33 `to` is not a valid date written as YEAR-MONTH-DAY, such as 2024-11-16',
    'value-invalid 9:17 `source` is not a web address that starts with https:// or http://',
    'value-type 1:9 `number` cannot be text',
  ]);
});
