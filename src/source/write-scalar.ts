// How a text is written as a YAML value on one line.
import { parse } from 'yaml';

/** Puts a text into single quotes. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Text that needs no quotes, also between brackets: no indicators at its start, no commas. */
const PLAIN = /^[\p{L}\p{N}/](?:[^\p{Cc}\u2028\u2029\ufeff:#,[\]{}]|:(?=\S)|(?<=\S)#)*(?<!\s)$/u;

/** Writes a text of one line as a value, with the quotes of the value that it replaces if it had any. */
export function writeScalar(text: string, style: string | undefined = 'PLAIN'): string {
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(text);
  return style === 'PLAIN' && isPlain(text) ? text : quote(text);
}

/** Whether YAML reads the bare text as this text, and not as a number or another value. */
function isPlain(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  try {
    return parse(text) === text;
  } catch {
    return false;
  }
}
