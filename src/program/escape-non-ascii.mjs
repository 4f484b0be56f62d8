// esbuild leaves characters beyond ASCII in regular expressions, whose insides it does not parse. A
// script of ASCII alone means the same in every encoding, and V8 keeps it in one byte a character.
// Source: esbuild's documentation, "Charset".
import { tokenizer, tokTypes } from 'acorn';

/** The ECMAScript edition that scripts are read as; `latest` would follow each version of acorn. */
const ECMA_VERSION = 2025;
const NON_ASCII = /[^\0-\x7f]/;
/** A UTF-16 code unit beyond ASCII, with the backslashes before it. */
const ESCAPABLE = /(\\*)([^\0-\x7f])/g;
/** Characters of the script that an error quotes before the place. */
const QUOTED_LENGTH = 60;

/**
 * Returns the script with `\u2013` for `–` in its regular expressions.
 * @throws Error when another part of it has a character beyond ASCII
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
 * Escapes a literal unit by unit: two escaped surrogates are one character where the flag u or v is set
 * and two elsewhere, as the character itself is.
 */
function escapeRegExp(literal) {
  return literal.replace(ESCAPABLE, (_, backslashes, unit) => {
    // An odd backslash only says that the character stands for itself.
    const others = backslashes.slice(backslashes.length % 2);
    return `${others}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
