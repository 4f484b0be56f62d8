// esbuild does not parse the contents of regular expressions, so it leaves non-ASCII characters in them.
// An ASCII script means the same in every encoding, and V8 stores it with one byte per character.
// Source: esbuild's documentation, "Charset".
import { tokenizer, tokTypes } from 'acorn';

/** ECMAScript edition for parsing; fixed because `latest` would change with the version of acorn. */
const ECMA_VERSION = 2025;
const NON_ASCII = /[^\0-\x7f]/;
/** A non-ASCII UTF-16 code unit with the backslashes before it. */
const ESCAPABLE = /(\\*)([^\0-\x7f])/g;
/** Number of characters that an error message quotes before the offending one. */
const QUOTED_LENGTH = 60;

/**
 * Returns the script with the non-ASCII characters of its regular expressions escaped (`–` as `\u2013`).
 * @throws Error if another part of the script has a non-ASCII character
 */
export function escapeNonAscii(script) {
  let escaped = '';
  let done = 0;
  for (const { type, start, end } of tokenizer(script, { ecmaVersion: ECMA_VERSION })) {
    if (type !== tokTypes.regexp) continue;
    escaped += script.slice(done, start) + escapeRegExp(script.slice(start, end));
    done = end;
  }
  escaped += script.slice(done);
  const at = escaped.search(NON_ASCII);
  if (at < 0) return escaped;
  const before = escaped.slice(Math.max(0, at - QUOTED_LENGTH), at);
  const character = String.fromCodePoint(escaped.codePointAt(at));
  throw new Error(
    `“${character}” stands outside a string and a regular expression, after “${before}”. Write it as an escape (\\u…) in the source, or in a template without a tag.`,
  );
}

/**
 * Escapes a regular expression literal by UTF-16 code units: with the flag u or v, two escaped surrogates
 * match one character, without it two, just like the unescaped character.
 */
function escapeRegExp(literal) {
  return literal.replace(ESCAPABLE, (_, backslashes, unit) => {
    // An odd backslash escapes the character itself and is not needed before the `\u` escape.
    const others = backslashes.slice(backslashes.length % 2);
    return `${others}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
