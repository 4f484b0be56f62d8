import { basename, dirname, join } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { findSimilarFile } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { isEdition } from './issue-file.ts';
import { locateIssue } from './locate-issue.ts';

/** Text of a file, or the problems that prevented reading it. */
export interface ReadSource {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the text of an issue.yaml, in UTF-8; a byte-order mark is skipped. */
export async function readSource(
  file: string,
  issuesFolder: string,
  host: Host,
): Promise<ReadSource> {
  const refuse = (code: Problem['code'], message: string, hint: string): ReadSource => ({
    text: undefined,
    problems: [{ code, severity: 'error', file, message, hints: [hint] }],
  });
  const located = await locateIssue(file, issuesFolder, host);
  if ('problem' in located) return { text: undefined, problems: [located.problem] };
  let bytes: Buffer;
  try {
    bytes = await host.readFile(located.path, LIMITS.yamlBytes + 1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      const message = `there is no \`${basename(file)}\` in this folder`;
      return refuse('file-unreadable', message, await suggestForMissingFile(file, host));
    }
    return refuse(
      'file-unreadable',
      `the file cannot be read: ${(error as Error).message}`,
      'Check its name and its permissions.',
    );
  }
  if (bytes.length > LIMITS.yamlBytes) {
    return refuse(
      'file-too-large',
      `the file is larger than ${LIMITS.yamlBytes / 2 ** 20} MB`,
      'Keep pictures in their own files and name them in `photo`.',
    );
  }
  const text = decode(bytes);
  if (text !== undefined) return { text, problems: [] };
  const other = nameEncoding(bytes);
  return refuse(
    'file-not-text',
    `the file is not text in UTF-8${other ? `: it is ${other}` : ''}`,
    'Open it in a text editor and save it again in the encoding UTF-8.',
  );
}

/** Returns the hint for a folder without the file that was asked for. */
async function suggestForMissingFile(file: string, host: Host): Promise<string> {
  const [folder, name] = [dirname(file), basename(file)];
  const names = (await host.list(folder)).sort();
  // An edition in another language is not this file under a wrong name.
  const others = names.filter((one) => !isEdition(one));
  const similar = findSimilarFile(name, others);
  if (similar !== undefined) return `Rename \`${similar}\` to \`${name}\`.`;
  const kinds = await Promise.all(names.map((one) => host.kindOf(join(folder, one, name))));
  // Unpacking an archive or dragging a folder onto another can nest the folder in itself.
  const inner = names.find((_, index) => kinds[index] === 'file');
  return inner === undefined
    ? 'Create the file, or remove the folder.'
    : `Move everything from the inner folder \`${inner}\` up into this folder.`;
}

/** Detects UTF-16 and UTF-32 by the first bytes. Source: the Unicode Standard, 23.8. */
function nameEncoding(bytes: Buffer): string | undefined {
  const mark = bytes.toString('latin1', 0, 4);
  if (mark === '\xff\xfe\0\0' || mark === '\0\0\xfe\xff') return 'in UTF-32';
  if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff')) return 'in UTF-16';
  // Every other byte of Latin text in UTF-16 is zero.
  return /^(?:\0[^\0]){2}|^(?:[^\0]\0){2}/.test(mark) ? 'in UTF-16' : undefined;
}

/** Decodes UTF-8; undefined for anything else. A zero byte indicates a binary file. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
