import { createHash } from 'node:crypto';

/** The file in which a release says what its other files must be. */
export const CHECKSUMS = 'SHA256SUMS';

/** The lines of SHA256SUMS, as `sha256sum --check` reads them, by name. */
export function composeChecksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .sort()
    .map((name) => `${sha256Of(files.get(name) ?? new Uint8Array())}  ${name}\n`)
    .join('');
}

/** The digests that SHA256SUMS has, by name; lines of another form are skipped. */
export function parseChecksums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map([...lines].map(([, sha256 = '', name = '']) => [name, sha256]));
}

/** SHA-256 in hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
