import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges, areInConflict } from '../../src/diagnostics/apply-changes.ts';
import type { TextChange } from '../../src/diagnostics/problem.ts';
import { runs } from '../helpers/arbitrary-issue.ts';

const file = '/desk/issue.yaml';

/** A change from line:column to line:column. */
function change(from: string, to: string, newText: string): TextChange {
  const [start, end] = [from, to].map((place) => {
    const [line = 0, column = 0] = place.split(':').map(Number);
    return { line, column };
  });
  if (!start || !end) throw new Error('A place is missing');
  return { file, range: { start, end }, newText };
}

const edit = (...changes: TextChange[]) => ({ title: 'Change', isSure: true, changes });

test('changes are applied at their places, in any order', () => {
  const changes = [
    change('2:1', '2:4', 'two'),
    change('1:1', '1:1', '# '),
    change('3:2', '3:2', '!'),
  ];
  expect(applyChanges('one\n2nd\n3', changes)).toBe('# one\ntwo\n3!');
});

describe('what is not changed stays', () => {
  test('a byte-order mark, CRLF and a missing last line end', () => {
    const changes = [change('1:1', '1:4', 'uno'), change('2:1', '2:1', 'due\n')];
    expect(applyChanges('\ufeffone\r\ntwo', changes)).toBe('\ufeffuno\r\ndue\r\ntwo');
  });

  test('a removed line takes its line end with it', () => {
    expect(applyChanges('a\r\nb\r\nc\r\n', [change('2:1', '3:1', '')])).toBe('a\r\nc\r\n');
  });

  test('mixed line ends', () => {
    expect(applyChanges('a\nb\r\nc', [change('3:1', '3:2', 'd')])).toBe('a\nb\r\nd');
  });
});

describe('nothing is applied', () => {
  test.each([
    ['changes that overlap', [change('1:1', '1:3', 'x'), change('1:2', '1:4', 'y')]],
    ['two insertions at one place', [change('1:2', '1:2', 'x'), change('1:2', '1:2', 'y')]],
    ['a line that the text does not have', [change('3:1', '3:1', 'x')]],
    ['a column behind the end of its line', [change('1:1', '1:6', 'x')]],
    ['a range that ends before it starts', [change('2:1', '1:1', 'x')]],
  ])('%s', (_, changes) => {
    expect(applyChanges('four\r\nlines', changes)).toBeUndefined();
  });
});

test('the same change twice is one change', () => {
  const both = [change('1:1', '1:2', 'x'), change('1:1', '1:2', 'x')];
  expect(applyChanges('ab', both)).toBe('xb');
});

test('edits conflict if they overlap and are not the same', () => {
  const first = edit(change('1:1', '1:3', 'x'));
  expect(areInConflict(first, first)).toBe(false);
  expect(areInConflict(first, edit(change('1:2', '1:5', 'y')))).toBe(true);
  expect(areInConflict(first, edit(change('1:3', '1:5', 'y')))).toBe(false);
  expect(areInConflict(first, edit(change('1:1', '1:1', 'y')))).toBe(true);
  const elsewhere = { ...change('1:2', '1:5', 'y'), file: '/desk/issue.ru.yaml' };
  expect(areInConflict(first, edit(elsewhere))).toBe(false);
});

test('edits without a conflict can be applied together, whatever their places', () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }));
  const anyChange = fc.tuple(place, place, fc.string({ maxLength: 3 })).map(([a, b, newText]) => {
    const [from = a, to = b] = [a, b].sort(([l, c], [m, d]) => l - m || c - d);
    return change(from.join(':'), to.join(':'), newText);
  });
  fc.assert(
    fc.property(anyChange, anyChange, (one, other) => {
      const together = applyChanges('four\nfive\nsix_\n', [one, other]);
      expect(together === undefined).toBe(areInConflict(edit(one), edit(other)));
    }),
    runs(500),
  );
});
