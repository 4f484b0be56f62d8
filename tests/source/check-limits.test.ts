import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/limits.ts';
import { checkValueLimits, tokenize } from '../../src/source/check-limits.ts';

const excessIn = (text: string) => tokenize(text).excess;

describe('a text', () => {
  test('at a limit is accepted', () => {
    expect(excessIn('# a\n'.repeat(LIMITS.lines))).toBeUndefined();
    expect(excessIn(`a: &a b\nc: [${'*a, '.repeat(LIMITS.aliases)}]`)).toBeUndefined();
    expect(excessIn('a: 1\n'.repeat(1000))).toBeUndefined();
    expect(excessIn('')).toBeUndefined();
  });

  test('with too many lines is rejected at the first line beyond the limit', () => {
    const text = '# a\n'.repeat(LIMITS.lines + 1);
    expect(excessIn(text)).toMatchObject({
      code: 'file-too-large',
      message: 'the file has more than 50,000 lines',
      from: 4 * LIMITS.lines,
    });
  });

  test('with too many aliases is rejected at the first alias beyond the limit', () => {
    const text = `a: &a b\nc: [${'*a, '.repeat(LIMITS.aliases + 1)}]`;
    const excess = excessIn(text);
    expect(excess?.message).toMatch(/^the file has more than 100 references/);
    expect(excess?.from).toBe(text.lastIndexOf('*a'));
  });

  test.each(['[', '{a: ', '- '])('nested too deep is rejected at that depth: %j', (open) => {
    const excess = excessIn(open.repeat(1000));
    expect(excess?.message).toMatch(
      /^groups, lists or brackets are nested more than 40 levels deep$/,
    );
    expect(excess?.from).toBeGreaterThan(0);
    expect(excess?.from).toBeLessThan(60 * open.length);
  });

  test('with too many tokens is rejected', () => {
    const text = `[${'1,'.repeat(LIMITS.yamlTokens)}]`;
    expect(excessIn(text)?.message).toBe(
      'the file has more than 200,000 keys, values and punctuation marks',
    );
  });
});

describe('a value', () => {
  test('of an issue is accepted', () => {
    expect(checkValueLimits({ number: 19, sections: [{ body: 'Words.' }] })).toBeUndefined();
  });

  test('is rejected at the text that exceeds the limit; aliased text counts each time', () => {
    const text = 'x'.repeat(LIMITS.textLength / 4);
    const excess = checkValueLimits({ a: [text, text, text], b: { c: text } });
    expect(excess?.path).toEqual(['b', 'c']);
    expect(excess?.message).toMatch(
      /^this text brings the texts of the file to more than 2,097,152 /,
    );
  });

  test('is rejected for too many lines or markup characters', () => {
    const lines = '\n'.repeat(LIMITS.lines);
    expect(checkValueLimits([lines])).toBeUndefined();
    expect(checkValueLimits([lines, '\n'])).toMatchObject({ path: [1] });
    const marks = '*'.repeat(LIMITS.markupCharacters);
    expect(checkValueLimits([marks])).toBeUndefined();
    expect(checkValueLimits([marks, '['])).toMatchObject({ path: [1] });
  });

  test('that contains itself is rejected', () => {
    const self: unknown[] = [];
    self.push(self, self);
    expect(checkValueLimits(self)?.message).toMatch(
      /^groups, lists or brackets are nested more than 40 levels deep$/,
    );
  });
});
