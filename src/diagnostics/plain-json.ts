/**
 * What JSON lets stand as it is and a terminal would obey: control signs beyond ASCII, signs that turn
 * the direction of writing, line ends that not every editor shows.
 * Source: RFC 8259, section 7; Unicode, "Bidirectional Character Types"; CVE-2021-42574.
 */
const OBEYED = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON with indents that nothing obeys when it is shown; the value is the same. */
export function printPlainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
