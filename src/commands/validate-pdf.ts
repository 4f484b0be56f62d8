import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { isWindows } from '../host/host.ts';
import { displayPath, EXIT } from './terminal.ts';

/** Standards that every PDF of the project conforms to, by veraPDF's names of their profiles. */
const PROFILES = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a' };

/** Placeholder for ua1 or 2a in the command line in VERAPDF. */
const FLAVOUR = '{flavour}';

/** veraPDF could not validate the files. */
export class ValidatorFailure extends Error {
  override readonly name = 'ValidatorFailure';
}

/**
 * Validates PDFs with the `verapdf` command (https://verapdf.org, needs Java). The environment variable
 * VERAPDF may name another program, or contain a command line with {flavour}, to which the file names are
 * appended and which exits with 0 if all files conform and with 1 if one does not.
 * @returns 0 if all files conform, 1 if one does not
 * @throws ValidatorFailure if there are no files or no validator
 */
export async function validatePdfs(
  names: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const files =
    names.length > 0 ? names.map((name) => resolve(host.folder, name)) : await listPdfs(root, host);
  if (files.length === 0)
    throw new ValidatorFailure('There is no PDF in output/. Build an issue first.');
  let exitCode: number = EXIT.built;
  for (const [flavour, name] of Object.entries(PROFILES)) {
    const failed = await findFailed(flavour, files, host);
    for (const line of failed) host.warn(`${name}: ${line}`);
    if (failed.length > 0) exitCode = EXIT.issueHasErrors;
    else host.print(`${name}: ${files.map((file) => displayPath(file, host)).join(', ')}`);
  }
  return exitCode;
}

/** Returns veraPDF's output about the files that do not conform. @throws ValidatorFailure */
async function findFailed(
  flavour: string,
  files: readonly string[],
  host: Host,
): Promise<string[]> {
  const { VERAPDF: command = 'verapdf' } = host.environment;
  const isCommandLine = command.includes(FLAVOUR);
  const [program = '', ...args] = isCommandLine
    ? command.replaceAll(FLAVOUR, flavour).split(' ')
    : [command, '--flavour', flavour, '--format', 'text'];
  const result = await host.run(program, [...args, ...files]);
  if (!result) {
    const hint = isWindows(host)
      ? ' Its .bat file cannot be started. See docs/typesetting.md.'
      : '';
    throw new ValidatorFailure(
      `The program ${program} was not found. Install veraPDF from https://verapdf.org; it needs Java.${hint}`,
    );
  }
  const lines = result.printed.split('\n').filter((line) => line !== '');
  const verdicts = lines.filter((line) => /^(PASS|FAIL) /.test(line));
  // The output of another command line is unknown; only its exit code counts.
  const checked = isCommandLine ? result.code <= 1 : verdicts.length >= files.length;
  if (!checked)
    throw new ValidatorFailure(`veraPDF could not check every file:\n${result.printed}`);
  if (isCommandLine) return result.code === 0 ? [] : lines;
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
