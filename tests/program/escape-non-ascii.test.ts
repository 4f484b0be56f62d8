import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
// @ts-expect-error The bundler is plain JavaScript: it runs before anything is compiled.
import { escapeNonAscii } from '../../src/program/escape-non-ascii.mjs';
import { runs } from '../helpers/arbitrary-issue.ts';

/** Evaluates a JavaScript expression. */
function evaluate(expression: string): unknown {
  return new Function(`return ${expression};`)();
}

function escapeExpression(expression: string): string {
  const escaped: string = escapeNonAscii(expression);
  expect(escaped).toMatch(/^[\0-\x7f]*$/);
  return escaped;
}

/** Returns all matches of a regular expression in a text, with index and groups. */
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

describe('an escaped regular expression has the same matches', () => {
  test.each([
    ['with Cyrillic letters', '/город/'],
    ['with the flag u', '/[“”«»„]/u'],
    ['ignoring case', '/ГОРОД/iu'],
    ['with a range', '/[а-я]+/'],
    ['with a range up to a surrogate pair', '/[а-😀]+/u'],
    ['with a surrogate pair', '/😀+/u'],
    ['with a surrogate pair without the flag u', '/😀{1}/'],
    ['with a surrogate pair in a class without the flag u', '/[😀]/'],
    ['with a surrogate pair in a class', '/[😀–]/u'],
    ['with set subtraction', '/[😀--[😁]]/v'],
    ['with an unneeded backslash', String.raw`/\–/`],
    ['with an unneeded backslash in a class', String.raw`/[\–\]]/`],
    ['with an unneeded backslash before a surrogate pair', String.raw`/\😀/`],
    ['with an escaped backslash', String.raw`/\\–/`],
    ['with an escaped and an unneeded backslash', String.raw`/\\\–/`],
    ['with a Cyrillic group name', String.raw`/(?<дата>о)(?<𝒜>р)|(?<é>\k<дата>д)/u`],
    ['with a Cyrillic group name without the flag u', String.raw`/(?<дата>о)|\k<дата>д/`],
    ['with a lookbehind', '/(?<=“)нет(?=”)/u'],
    ['with Unicode escapes next to letters', String.raw`/\u00a0|[^\u00e9]о/`],
  ])('%s', (_, literal) => {
    const text = `${TEXT}${literal}`;
    const found = findAll(evaluate(literal), text);
    expect(found.length).toBeGreaterThan(0);
    expect(findAll(evaluate(escapeExpression(literal)), text)).toEqual(found);
  });

  test('for random patterns', () => {
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
            // The literal must not be a comment.
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

test('only characters in regular expressions change', () => {
  const script = String.raw`const a = b / c; if (a) /–/.test("\u2013" + \u0436 / 2); x = a++ / 2 / 3; y = {} / /é/.source;`;
  expect(escapeNonAscii(script)).toBe(
    script.replace('/–/', '/\\u2013/').replace('/é/', '/\\u00e9/'),
  );
  const ascii = String.raw`const a = /\u2013[/]\\/u, b = String.raw${'`\\u{1F600}`'};`;
  expect(escapeNonAscii(ascii)).toBe(ascii);
});

describe('a character that cannot be escaped is refused', () => {
  test.each([
    ['in a tagged template', 'const a = String.raw`x–y`;', '–'],
    ['in a comment', 'f(/* ж */);', 'ж'],
    ['as a surrogate pair', 'const a = tag`😀`;', '😀'],
  ])('%s', (_, script, character) => {
    expect(() => escapeNonAscii(script)).toThrow(
      `“${character}” stands outside a string and a regular expression, after “`,
    );
  });
});
