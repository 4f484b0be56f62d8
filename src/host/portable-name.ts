import { sep } from 'node:path';

/** Characters that Windows allows in no name. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[<>:"/\\|?*\0-\x1f]/;

/** Names of devices, which no file can have, with any ending. Source: the same. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/** Why Windows has no file or folder of a name; undefined when it can have one. */
export function explainUnportable(name: string): string | undefined {
  const [character] = FORBIDDEN.exec(name) ?? [];
  if (character !== undefined) return `\`${character}\` is not allowed there in a name`;
  const [device] = DEVICE.exec(name) ?? [];
  if (device !== undefined) return `\`${device}\` is a device there`;
  if (/[. ]$/.test(name)) return 'a name there ends in no full stop and no space';
  return undefined;
}

/**
 * Whether a path that was found ends as one that was written, but for capitals: Windows and macOS find a
 * file in any case, and Linux does not. Code points that make the same letters are no difference.
 */
export function isMisspelled(written: string, found: string): boolean {
  const steps = written.normalize('NFC').split(sep);
  const end = found.normalize('NFC').split(sep).slice(-steps.length);
  const [one, other] = [steps.join(sep), end.join(sep)];
  return one !== other && one.toLowerCase() === other.toLowerCase();
}
