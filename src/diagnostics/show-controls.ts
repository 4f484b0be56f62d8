import { sep } from 'node:path';

/** Start of the Unicode block Control Pictures: ␀, ␁ … */
const CONTROL_PICTURES = 0x2400;

/**
 * Characters that a terminal or GitHub Actions would interpret instead of showing: control characters,
 * line separators that not every editor shows, and bidirectional controls.
 * Source: Unicode, "Control Codes" and "Bidirectional Character Types"; CVE-2021-42574.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are replaced.
const CONTROL_CHARACTERS = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Replaces control characters by visible characters, so that text of an issue can be printed within a
 * line. Each is replaced by one character, so columns do not change. A line feed becomes ␊, so text of an
 * issue cannot start a new line.
 */
export function showControls(text: string): string {
  return text.replace(CONTROL_CHARACTERS, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
    return code === 0x7f ? '␡' : '�';
  });
}

/** Returns a path with slashes, which other programs expect on every system. */
export function toSlashPath(path: string): string {
  return path.split(sep).join('/');
}
