import { describe, expect, test } from '@jest/globals';
import { LineCounter } from 'yaml';
import { LIMITS } from '../../src/limits.ts';
import { checkValueLimits, tokenize } from '../../src/source/check-limits.ts';

const excessOf = (text: string) => tokenize(text, new LineCounter()).excess;

describe('a text', () => {
  test('at a limit is let through', () => {
    expect(excessOf('# a\n'.repeat(LIMITS.lines))).toBeUndefined();
    expect(excessOf(`a: &a b\nc: [${'*a, '.repeat(LIMITS.aliases)}]`)).toBeUndefined();
    expect(excessOf('a: 1\n'.repeat(1000))).toBeUndefined();
    expect(excessOf('')).toBeUndefined();
  });

  test('with a line too many is refused at that line', () => {
    const text = '# a\n'.repeat(LIMITS.lines + 1);
    expect(excessOf(text)).toMatchObject({
      code: 'file-too-large',
      message: 'the file has more than 50,000 lines',
      from: 4 * LIMITS.lines,
    });
  });

  test('with a reference too many is refused at it', () => {
    const text = `a: &a b\nc: [${'*a, '.repeat(LIMITS.aliases + 1)}]`;
    const excess = excessOf(text);
    expect(excess?.message).toMatch(/^the file has more than 100 references/);
    expect(excess?.from).toBe(text.lastIndexOf('*a'));
  });

  test.each(['[', '{a: ', '- '])('that is too deep is refused where it is: %j', (open) => {
    const excess = excessOf(open.repeat(1000));
    expect(excess?.message).toMatch(
      /^groups, lists or brackets are nested more than 40 levels deep$/,
    );
    expect(excess?.from).toBeGreaterThan(0);
    expect(excess?.from).toBeLessThan(60 * open.length);
  });

  test('with a sign too many is refused', () => {
    const text = `[${'1,'.repeat(LIMITS.yamlTokens)}]`;
    expect(excessOf(text)?.message).toBe(
      'the file has more than 200,000 keys, values and punctuation marks',
    );
  });
});

describe('a value', () => {
  test('of an issue is let through', () => {
    expect(checkValueLimits({ number: 19, sections: [{ body: 'Words.' }] })).toBeUndefined();
  });

  test('is refused at the text that is too much, counted each time it is referred to', () => {
    const text = 'x'.repeat(LIMITS.textLength / 4);
    const excess = checkValueLimits({ a: [text, text, text], b: { c: text } });
    expect(excess?.path).toEqual(['b', 'c']);
    expect(excess?.message).toMatch(
      /^this text brings the texts of the file to more than 2,097,152 /,
    );
  });

  test('is refused by its lines and by its signs', () => {
    const lines = '\n'.repeat(LIMITS.lines);
    expect(checkValueLimits([lines])).toBeUndefined();
    expect(checkValueLimits([lines, '\n'])).toMatchObject({ path: [1] });
    const marks = '*'.repeat(LIMITS.markupCharacters);
    expect(checkValueLimits([marks])).toBeUndefined();
    expect(checkValueLimits([marks, '['])).toMatchObject({ path: [1] });
  });

  test('that holds itself is refused and not followed for ever', () => {
    const self: unknown[] = [];
    self.push(self, self);
    expect(checkValueLimits(self)?.message).toMatch(
      /^groups, lists or brackets are nested more than 40 levels deep$/,
    );
  });
});
