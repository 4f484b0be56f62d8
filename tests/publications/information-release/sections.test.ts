import { describe, expect, test } from '@jest/globals';
import { problemsOf, summariesOf } from '../../helpers/read-issue.ts';
import { review } from '../../helpers/review-issue.ts';

/** Two sections: the first one's name is on line 4, its other countries are on line 9. */
const issueOf = ({ name = '- country: KZ', second = '- country: UZ', also = '[TJ]' }) => `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  ${name}
    topics: [lessons]
    articles:
      - title: One
        source: none
        also: ${also}
        body: Text.
  ${second}
    topics: [lessons]
    articles:
      - { title: Two, source: none, body: Text. }
`;

type Changes = Parameters<typeof issueOf>[0];

test.each<[string, Changes, readonly string[]]>([
  ['a country', {}, []],
  ['a heading', { name: '- heading: Science' }, []],
  ['two headings', { name: '- heading: Science', second: '- heading: Law' }, []],
  ['neither', { name: '-' }, ['key-missing 5:5 section 1 has no `country`']],
  [
    'both',
    { name: '- country: KZ\n    heading: Science' },
    ['value-invalid 5:14 `heading` stands beside `country`'],
  ],
  [
    'a misspelt heading',
    { name: '- haeding: Science' },
    ['key-unknown 4:5 `haeding` is not a key of the format: did you mean `heading`?'],
  ],
  ['an empty heading', { name: '- heading:' }, ['value-empty 4:5 `heading` has no value']],
  [
    'a heading twice, in other letters',
    { name: '- heading: Science', second: '- heading: SCIENCE ' },
    ['heading-twice 11:14 “SCIENCE” is already the heading of section 1'],
  ],
  [
    'a heading with a letter that no font has',
    { name: '- heading: Science 科' },
    ['glyph-missing 4:22 the fonts have no “科” (U+79D1)'],
  ],
])('a section with %s', (_, changes, expected) => {
  expect(summariesOf(problemsOf(issueOf(changes)))).toEqual(expected);
});

test('a section without a name has a hint for both keys', () => {
  const [problem] = problemsOf(issueOf({ name: '-' }));
  expect(problem?.hints.at(-1)).toBe(
    'Write `country` with the code of a country, or `heading` for a section that is no country’s.',
  );
});

describe('other countries of an article', () => {
  test.each<[string, string, readonly string[]]>([
    ['one', 'TJ', []],
    ['several', '[TJ, KG]', []],
    [
      'its own',
      '[TJ, KZ]',
      ['also-needless 9:20 `KZ` is the country of the article’s own section'],
    ],
    ['one twice', '[TJ, TJ]', ['also-needless 9:20 `TJ` is written twice']],
    ['an unknown one', '[TJ, XY]', ['country-unknown 9:20 `XY` is not a country code']],
    [
      'one in small letters',
      'tj',
      ['country-unknown 9:15 `tj` is not a country code: did you mean `TJ`?'],
    ],
    ['an empty list', '[]', ['value-empty 9:9 `also` is empty: it needs at least 1']],
  ])('%s', (_, also, expected) => {
    expect(summariesOf(problemsOf(issueOf({ also })))).toEqual(expected);
  });

  test('an unknown code has an edit', () => {
    const [problem] = problemsOf(issueOf({ also: '[TJ, kg]' }));
    expect(problem?.edits).toMatchObject([{ isSure: true, changes: [{ newText: 'KG' }] }]);
  });

  test('a country that is no member state has a warning', () => {
    expect(summariesOf(review(issueOf({ also: '[TJ, KY]' })))).toEqual([
      'country-no-member 9:20 KY is Cayman Islands, which is not a member state',
    ]);
  });

  test('in a section with a heading any member state may be named', () => {
    expect(problemsOf(issueOf({ name: '- heading: Science', also: '[KZ]' }))).toEqual([]);
  });
});
