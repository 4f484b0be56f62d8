import { basename, dirname, join } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { findLikeFile } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { locateIssue } from './locate-issue.ts';

/** A file's text, or why there is none. */
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
      return refuse('file-unreadable', message, await adviseOnMissing(file, host));
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
      `the file has more than ${LIMITS.yamlBytes / 2 ** 20} MB`,
      'Pictures go into files of their own, named in `photo`.',
    );
  }
  const text = decode(bytes);
  if (text !== undefined) return { text, problems: [] };
  const other = nameEncoding(bytes);
  return refuse(
    'file-not-text',
    `the file is not text in UTF-8${other ? `: it is ${other}` : ''}`,
    'Open it in a text editor and save it again with the encoding UTF-8.',
  );
}

/** What to do where an issue's folder has no file of its name. */
async function adviseOnMissing(file: string, host: Host): Promise<string> {
  const [folder, name] = [dirname(file), basename(file)];
  const there = (await host.list(folder)).sort();
  const like = findLikeFile(name, there);
  if (like !== undefined) return `Rename \`${like}\` to \`${name}\`.`;
  const kinds = await Promise.all(there.map((one) => host.kindOf(join(folder, one, name))));
  // Unpacking an archive, or dragging a folder onto another, makes a folder in a folder.
  const inner = there.find((_, index) => kinds[index] === 'file');
  return inner === undefined
    ? 'Write one, or remove the folder.'
    : `The folder \`${inner}\` in it has one: move all that is in there up into this folder.`;
}

/** What the file is instead of UTF-8, where its bytes say so; source: the Unicode Standard, 23.8. */
function nameEncoding(bytes: Buffer): string | undefined {
  const mark = bytes.toString('latin1', 0, 4);
  if (mark === '\xff\xfe\0\0' || mark === '\0\0\xfe\xff') return 'in UTF-32';
  if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff')) return 'in UTF-16';
  // Every other byte of Latin text in UTF-16 is zero.
  return /^(?:\0[^\0]){2}|^(?:[^\0]\0){2}/.test(mark) ? 'in UTF-16' : undefined;
}

/** UTF-8 as text. A zero byte is in no text that people write, but in every other kind of file. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
