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

/** SHA-256 in hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
