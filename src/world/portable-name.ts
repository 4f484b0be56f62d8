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

/** A name as Windows and macOS compare it: names of one folder with the same key are one file there. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
