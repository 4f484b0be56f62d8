import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { isWindows } from '../host/host.ts';
import { displayPath, EXIT } from './terminal.ts';

/** What every PDF of the project conforms to, by veraPDF's names. */
const PROFILES = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a' };

/** Stands for ua1 or 2a in a command line of the environment. */
const FLAVOUR = '{flavour}';

/** The files could not be checked, though nothing was wrong with the command line. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
}

/**
 * Checks PDFs with the `verapdf` command (https://verapdf.org, needs Java). Another one can be named
 * in the environment as VERAPDF, or a whole command line with {flavour} in it, to which the files
 * are added and which ends with 0 when all of them conform and with 1 when one does not.
 * @returns 0 when all conform, 1 when one does not
 * @throws CheckFailure when there is nothing to check or nothing to check it with
 */
export async function validatePdfs(
  names: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const files =
    names.length > 0 ? names.map((name) => resolve(host.folder, name)) : await listPdfs(root, host);
  if (files.length === 0)
    throw new CheckFailure('There is no PDF in output/ yet: build an issue first.');
  let exitCode: number = EXIT.built;
  for (const [flavour, name] of Object.entries(PROFILES)) {
    const failed = await findFailed(flavour, files, host);
    for (const line of failed) host.warn(`${name}: ${line}`);
    if (failed.length > 0) exitCode = EXIT.issueHasErrors;
    else host.print(`${name}: ${files.map((file) => displayPath(file, host)).join(', ')}`);
  }
  return exitCode;
}

/** What veraPDF prints of the files that do not conform. @throws CheckFailure */
async function findFailed(
  flavour: string,
  files: readonly string[],
  host: Host,
): Promise<string[]> {
  const { VERAPDF: command = 'verapdf' } = host.environment;
  const ownLine = command.includes(FLAVOUR);
  const [program = '', ...words] = ownLine
    ? command.replaceAll(FLAVOUR, flavour).split(' ')
    : [command, '--flavour', flavour, '--format', 'text'];
  const result = await host.run(program, [...words, ...files]);
  if (!result) {
    const comment = isWindows(host)
      ? ' Its .bat file cannot be started: see docs/typesetting.md.'
      : '';
    throw new CheckFailure(
      `There is no program ${program}. Install veraPDF from https://verapdf.org; it needs Java.${comment}`,
    );
  }
  const lines = result.printed.split('\n').filter((line) => line !== '');
  const verdicts = lines.filter((line) => /^(PASS|FAIL) /.test(line));
  // Another command line prints what it likes; its exit code says whether all files conform.
  const checked = ownLine ? result.code <= 1 : verdicts.length >= files.length;
  if (!checked) throw new CheckFailure(`veraPDF could not check every file:\n${result.printed}`);
  if (ownLine) return result.code === 0 ? [] : lines;
  return verdicts.filter((line) => line.startsWith('FAIL '));
}

async function listPdfs(root: string, host: Host): Promise<string[]> {
  const output = join(root, 'output');
  const names = await host.list(output);
  return names
    .filter((name) => /^[^.].*\.pdf$/.test(name))
    .sort()
    .map((name) => join(output, name));
}
