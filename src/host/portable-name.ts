import { sep } from 'node:path';

/** Characters forbidden in Windows names. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are forbidden too.
const FORBIDDEN = /[<>:"/\\|?*\0-\x1f]/;

/** Names of devices, reserved with any extension. Source: the same page. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/** Returns why a name is invalid on Windows, as the end of a message; undefined if it is valid. */
export function explainUnportable(name: string): string | undefined {
  const [character] = FORBIDDEN.exec(name) ?? [];
  if (character !== undefined) return `\`${character}\` is not allowed in names`;
  const [device] = DEVICE.exec(name) ?? [];
  if (device !== undefined) return `\`${device}\` is the name of a device`;
  if (/[. ]$/.test(name)) return 'a name cannot end in a full stop or a space';
  return undefined;
}

/**
 * Returns whether a found path ends with the written path except for its case. Windows and macOS find
 * files regardless of case, Linux does not. Both are compared in Unicode normalization form C.
 */
export function isMisspelled(written: string, found: string): boolean {
  const segments = written.normalize('NFC').split(sep);
  const end = found.normalize('NFC').split(sep).slice(-segments.length);
  const [one, other] = [segments.join(sep), end.join(sep)];
  return one !== other && one.toLowerCase() === other.toLowerCase();
}
