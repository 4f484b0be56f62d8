import { sep } from 'node:path';

/** The control signs of ASCII, beginning with NUL: ␀, ␁ … */
const PICTURES_START = 0x2400;

/**
 * What a terminal or GitHub's machines would obey and not show: control signs, line ends that not
 * every editor shows, and signs that turn the direction of writing.
 * Source: Unicode, "Control Codes" and "Bidirectional Character Types"; CVE-2021-42574.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text of an issue as it can be printed within a line: a sign that would be obeyed is replaced by a
 * picture of it of one letter, so that columns stay. A line break becomes ␊, so no text of an issue
 * begins a line of its own.
 */
export function showControls(text: string): string {
  return text.replace(CONTROLS, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES_START + code);
    return code === 0x7f ? '␡' : '�';
  });
}

/** A path with slashes, as other programs expect it from every system. */
export function slashPath(path: string): string {
  return path.split(sep).join('/');
}
