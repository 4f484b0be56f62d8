import { expect, test } from '@jest/globals';
import {
  findChangedTexts,
  MARKS,
  markOf,
  marksOf,
} from '../../../../src/publications/shared/editions/marks.ts';

test('a mark is the start of the SHA-256 of the text', () => {
  // printf 'A text' | sha256sum
  expect(markOf('A text')).toBe('d0fc');
  expect(marksOf(['A text', 'A text'])).toMatch(MARKS);
});

test('white space and the form of letters do not change a mark', () => {
  expect(markOf('A\n  text ')).toBe(markOf('A text'));
  expect(markOf('и\u0306')).toBe(markOf('й'));
  expect(markOf('a text')).not.toBe(markOf('A text'));
});

const BEFORE = ['title', 'lead', 'one', 'two', 'three'];
const marks = marksOf(BEFORE);

test.each([
  ['nothing', BEFORE, []],
  ['a text', ['title', 'lead', 'one', 'TWO', 'three'], [{ change: 'changed', index: 3 }]],
  ['the last text', ['title', 'lead', 'one', 'two', 'new'], [{ change: 'changed', index: 4 }]],
  [
    'a text that was added',
    ['title', 'lead', 'one', 'new', 'two', 'three'],
    [{ change: 'added', index: 3 }],
  ],
  ['a text that was removed', ['title', 'one', 'two', 'three'], [{ change: 'removed' }]],
  [
    'all texts',
    ['a', 'b', 'c', 'd', 'e'],
    [0, 1, 2, 3, 4].map((index) => ({ change: 'changed', index })),
  ],
])('finds what was changed: %s', (_, now, changes) => {
  expect(findChangedTexts(marks, now)).toEqual(changes);
});
