import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
// @ts-expect-error The bundling is plain JavaScript: it runs before there is a compiler.
import { escapeNonAscii } from '../../src/program/escape-non-ascii.mjs';
import { runs } from '../helpers/arbitrary-issue.ts';

/** The value of an expression, with its characters or with their escapes. */
function evaluate(expression: string): unknown {
  return new Function(`return ${expression};`)();
}

function escapeExpression(expression: string): string {
  const escaped: string = escapeNonAscii(expression);
  expect(escaped).toMatch(/^[\0-\x7f]*$/);
  return escaped;
}

/** What a regular expression finds in a text: the pieces, their places and their names. */
function findAll(pattern: unknown, text: string) {
  if (!(pattern instanceof RegExp)) throw new Error('not a regular expression');
  const everywhere = new RegExp(pattern, [...new Set(`${pattern.flags}g`)].join(''));
  return [...text.matchAll(everywhere)].map(({ index, groups, ...found }) => ({
    index,
    groups: { ...groups },
    pieces: [...Object.values(found)],
  }));
}

const TEXT = 'Он – “да”—😀 “нет” 20 °C, город\u2028 Город \\– [é] é e\u0301 😀😁 𝒜';

describe('a regular expression finds the same', () => {
  test.each([
    ['after a letter of another alphabet', '/город/'],
    ['with the flag u', '/[“”«»„]/u'],
    ['in small letters or capitals', '/ГОРОД/iu'],
    ['by a range', '/[а-я]+/'],
    ['by a range to a character of two units', '/[а-😀]+/u'],
    ['with a character of two units', '/😀+/u'],
    ['with two units that are two characters', '/😀{1}/'],
    ['with either of two units', '/[😀]/'],
    ['with a character of two units in a class', '/[😀–]/u'],
    ['with a class of strings', '/[😀--[😁]]/v'],
    ['with a backslash that says nothing', String.raw`/\–/`],
    ['with a backslash in a class', String.raw`/[\–\]]/`],
    ['with a backslash before a character of two units', String.raw`/\😀/`],
    ['with a backslash that is meant', String.raw`/\\–/`],
    ['with a meant backslash and one that says nothing', String.raw`/\\\–/`],
    ['with a group of another alphabet', String.raw`/(?<дата>о)(?<𝒜>р)|(?<é>\k<дата>д)/u`],
    ['with such groups and without the flag u', String.raw`/(?<дата>о)|\k<дата>д/`],
    ['behind another', '/(?<=“)нет(?=”)/u'],
    ['with escapes beside its letters', String.raw`/\u00a0|[^\u00e9]о/`],
  ])('%s', (_, literal) => {
    const text = `${TEXT}${literal}`;
    const found = findAll(evaluate(literal), text);
    expect(found.length).toBeGreaterThan(0);
    expect(findAll(evaluate(escapeExpression(literal)), text)).toEqual(found);
  });

  test('whatever it is made of', () => {
    const piece = fc.constantFrom(
      ...['–', '“', 'é', '😀', 'ж', '\\–', '\\\\', '\\😀', '[', ']', '^', '-', '(', ')', '|', '+'],
      ...['?', '.', 'a', '\\p{L}', '\\/', '\\[', '(?:', '(?<ж>', '\\k<ж>', '{2}', '&&', '--'],
    );
    const pattern = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join(''));
    const flags = fc.constantFrom('', 'i', 'u', 'iu', 'v', 'iv');
    const text = fc
      .array(fc.constantFrom(...'–“”éжЖ😀😁a\\-[]/', 'e\u0301', '\ud83d'))
      .map((letters) => letters.join(''));
    let compared = 0;
    fc.assert(
      fc.property(pattern, flags, text, (source, flag, subject) => {
        const literal = `/${source}/${flag}`;
        const isValid = (() => {
          try {
            // An expression of its own: no comment, no division, nothing behind it.
            return evaluate(literal) instanceof RegExp && !/^\/[/*]/.test(literal);
          } catch {
            return false;
          }
        })();
        if (!isValid) return;
        compared += 1;
        const found = findAll(evaluate(literal), subject);
        expect(findAll(evaluate(escapeExpression(literal)), subject)).toEqual(found);
      }),
      runs(3000),
    );
    expect(compared).toBeGreaterThan(500);
  });
});

test('only the letters of regular expressions change', () => {
  const script = String.raw`const a = b / c; if (a) /–/.test("\u2013" + \u0436 / 2); x = a++ / 2 / 3; y = {} / /é/.source;`;
  expect(escapeNonAscii(script)).toBe(
    script.replace('/–/', '/\\u2013/').replace('/é/', '/\\u00e9/'),
  );
  const ascii = String.raw`const a = /\u2013[/]\\/u, b = String.raw${'`\\u{1F600}`'};`;
  expect(escapeNonAscii(ascii)).toBe(ascii);
});

describe('what cannot be escaped is refused', () => {
  test.each([
    ['a template whose tag sees how it was typed', 'const a = String.raw`x–y`;', '–'],
    ['a comment', 'f(/* ж */);', 'ж'],
    ['a character of two units', 'const a = tag`😀`;', '😀'],
  ])('%s', (_, script, character) => {
    expect(() => escapeNonAscii(script)).toThrow(
      `“${character}” stands outside a string and a regular expression, after “`,
    );
  });
});
