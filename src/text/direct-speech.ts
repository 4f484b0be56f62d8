// Direct speech: a line that begins with a dash, which is a paragraph of its own.

/** Quotes and list markers before the text of a line. */
const OPENERS = /(?:[ \t]*(?:>|(?:[*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/.source;
/** One dash of any length; also the hyphens and the minus sign that stand for one. */
const DASH = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.source;
/** What follows a dash without a space: a word with a capital, perhaps after quotation marks, or an ellipsis. */
const WORD = /[*_[("'«“„‘]{0,4}(?:\p{Lu}|…|\.\.\.)/u.source;
/** Text after a space; a vertical bar belongs to the line of dashes below the header of a table. */
const TEXT = /[ \t\u00a0]+[^\s|]/.source;
/** A dash that opens direct speech: -5 is a number, and a dash alone is text. */
const SPEECH_DASH = `(?:-{2,3}(?=${TEXT})|${DASH}(?=${TEXT}|${WORD}))`;

/** The dash with which direct speech begins after parsing; typography replaces it by that of the language. */
export const SPEECH_SIGN = '–';
/** Other dashes were escaped with a backslash, so that they are printed as typed. */
const SIGN_OF_SPEECH = `${SPEECH_SIGN}(?=${TEXT}|${WORD})`;

/** Matches the line end before a line of direct speech. */
export const BEFORE_SPEECH = `\\n(?=${OPENERS}${SPEECH_DASH})`;

const SPEECH_LINES = new RegExp(`^(${OPENERS})(${SPEECH_DASH})`, 'gmu');
/** A hyphen alone on its line, which CommonMark parses as an empty list. */
const HYPHEN_ALONE = /^((?:[ \t]*>)*[ \t]*)-(?=[ \t\r]*$)/gm;
const SPEECH_START = new RegExp(`^${SIGN_OF_SPEECH}[ \\t\\u00a0]*`, 'u');
/** A vertical tab is a line break that a backslash makes. */
const BREAKS = new RegExp(`\\r?[\\n\\v][ \\t]*(?=${SIGN_OF_SPEECH})`, 'gu');

/**
 * Replaces the dashes of direct speech by en dashes, which CommonMark does not parse as a list. The text
 * keeps its length.
 */
export function replaceSpeechDashes(text: string): string {
  return text
    .replace(
      SPEECH_LINES,
      (_, openers: string, dash: string) => openers + SPEECH_SIGN.padEnd(dash.length),
    )
    .replace(HYPHEN_ALONE, `$1${SPEECH_SIGN}`);
}

/** Finds the line ends before direct speech, with the white space around them. */
export function findSpeechBreaks(text: string): { from: number; to: number }[] {
  return [...text.matchAll(BREAKS)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}

/** Returns the length of the dash, and of the white space after it, with which direct speech begins; or 0. */
export function speechOpeningOf(text: string): number {
  return SPEECH_START.exec(text)?.[0].length ?? 0;
}
