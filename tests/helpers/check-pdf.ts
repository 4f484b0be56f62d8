import { spawnSync } from 'node:child_process';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

/**
 * Returns why a file is not a complete PDF, undefined if it is. Asks qpdf if it is installed or ALL_TESTS is
 * `required`, otherwise looks at the first and last bytes.
 */
export function findDamage(path: string, bytes: Buffer): string | undefined {
  if (hasQpdf || process.env.ALL_TESTS === 'required') {
    const { status, stdout, stderr, error } = spawnSync('qpdf', ['--check', path], {
      encoding: 'utf8',
    });
    return status === 0 ? undefined : String(error ?? `${stdout}${stderr}`);
  }
  const isWhole =
    bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-6).toString().trim() === '%%EOF';
  return isWhole ? undefined : `${path} does not begin or end as a PDF`;
}
