import { expect, test } from '@jest/globals';
import { findInPage, readPageText } from '../../../src/preview/page/page-text.ts';

/** A page of lines, each a piece. */
function page(...lines: string[]) {
  return readPageText(lines.map((text, top) => ({ text, endsLine: true, top })));
}

/** Returns the marked parts of each hit. */
function marked(lines: string[], typed: string): string[][] {
  return findInPage(page(...lines), typed).map(({ parts }) =>
    parts.map(({ piece, from, to }) => lines[piece]?.slice(from, to) ?? ''),
  );
}

test.each([
  ['upper and lower case', ['POLICE in Almaty'], 'police IN', [['POLICE in']]],
  ['every occurrence', ['a drug, a drug'], 'drug', [['drug'], ['drug']]],
  ['words across lines', ['take part in the', 'seminar'], 'the seminar', [['the', 'seminar']]],
  ['hyphenated words', ['the pre-', 'vention of'], 'prevention', [['pre', 'vention']]],
  [
    'compounds that are broken at their hyphen',
    ['well-', 'Known'],
    'well- known',
    [['well-', 'Known']],
  ],
  [
    'any quotes and dashes',
    ['“Amanat” – a party’s'],
    '"amanat" - a party\'s',
    [['“Amanat” – a party’s']],
  ],
  ['any white space', ['No.\u00a05'], 'no.   5', [['No.\u00a05']]],
  ['Cyrillic', ['ЦАРИКЦ'], 'царикц', [['ЦАРИКЦ']]],
  ['nothing for an empty query', ['text'], '  ', []],
])('finds %s', (_, lines, typed, found) => {
  expect(marked(lines, typed)).toEqual(found);
});

test('pieces of one line are joined', () => {
  const text = readPageText([
    { text: 'a ', endsLine: false, top: 5 },
    { text: 'bold', endsLine: false, top: 5 },
    { text: ' word', endsLine: true, top: 5 },
  ]);
  expect(findInPage(text, 'a bold word')).toHaveLength(1);
});

test('a hit has its distance from the top of the page', () => {
  expect(findInPage(page('one', 'two'), 'two')[0]?.top).toBe(1);
});
