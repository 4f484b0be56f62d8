import { describe, expect, test } from '@jest/globals';
import { createTypesetter, typesetBlocks, typesetLine } from '../../src/text/typography.ts';

const all = { quotes: true, dashes: true, spaces: true };
const english = createTypesetter('en', all);
const russian = createTypesetter('ru', all);
const NBSP = '\u00a0';

describe('English', () => {
  test.each([
    ['the "easy drug" is none', 'the “easy drug” is none'],
    ['("Amanat"), "New vision team".', '(“Amanat”), “New vision team”.'],
    ['"A \'quoted\' word"', '“A ‘quoted’ word”'],
    ["the country's law, the students' work", 'the country’s law, the students’ work'],
    ['"He said \'no\'".', '“He said ‘no’”.'],
    ["the '90s", 'the ’90s'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["'Tis the season, 'twas", '’Tis the season, ’twas'],
    ['"\'Tis so"', '“’Tis so”'],
    ['tell \'em of "\'em"', 'tell ’em of “’em”'],
    ["the word 'til' in quotes", 'the word ‘til’ in quotes'],
    ['x/"seven"', 'x/“seven”'],
    ['"and/or/".', '“and/or/”.'],
    ["six/'seven'", 'six/‘seven’'],
    ['one--two --- three', 'one–two — three'],
    ['a  double   space', 'a double space'],
    ['A. T. Tvardovsky and N.P. Ogarev', `A.${NBSP}T.${NBSP}Tvardovsky and N.P.${NBSP}Ogarev`],
    ['school No. 122', `school No.${NBSP}122`],
    ['260 kg in 3 years', `260${NBSP}kg in 3 years`],
    ['– We have come', `–${NBSP}We have come`],
  ])('%s becomes %s', (typed, set) => {
    expect(typesetLine(typed, english)).toBe(set);
  });

  test.each(['“typed” ‘on purpose’', '«chevrons»', 'a - b', 'an – en dash', 'No paragraph.'])(
    '%s is unchanged',
    (typed) => {
      expect(typesetLine(typed, english)).toBe(typed);
    },
  );

  test('addresses are unchanged', () => {
    const address = "see https://xn--b1aew.xn--p1ai/a--b'c and me--you@example.org";
    expect(typesetLine(address, english)).toBe(address);
  });
});

describe('Russian', () => {
  test.each([
    ['операция "Чистое поколение"', 'операция «Чистое поколение»'],
    ['в школе и в лицее', `в${NBSP}школе и${NBSP}в${NBSP}лицее`],
    ['А. С. Пушкин', `А.${NBSP}С.${NBSP}Пушкин`],
    ['изъято 5 кг', `изъято 5${NBSP}кг`],
    ['№ 5', `№${NBSP}5`],
  ])('%s becomes %s', (typed, set) => {
    expect(typesetLine(typed, russian)).toBe(set);
  });
});

test('quotes are paired across emphasis', () => {
  const spans = english([{ text: 'the "' }, { text: 'Amanat', italic: true }, { text: '" party' }]);
  expect(spans.map(({ text }) => text)).toEqual(['the “', 'Amanat', '” party']);
});

test('typography is applied to lists and quotes', () => {
  const paragraph = { kind: 'paragraph' as const, spans: [{ text: '"a"' }], at: 0 };
  const set = { ...paragraph, spans: [{ text: '“a”' }] };
  expect(
    typesetBlocks(
      [
        { kind: 'list', start: 1, items: [[paragraph]] },
        { kind: 'quote', blocks: [paragraph] },
      ],
      english,
    ),
  ).toEqual([
    { kind: 'list', start: 1, items: [[set]] },
    { kind: 'quote', blocks: [set] },
  ]);
});

test('a theme can disable each replacement', () => {
  const none = createTypesetter('en', { quotes: false, dashes: false, spaces: false });
  const typed = '"a"  --  No. 5';
  expect(typesetLine(typed, none)).toBe(typed);
});
