import { basename, dirname } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { isMisspelled } from '../host/portable-name.ts';
import { resolveInside } from '../host/resolve-inside.ts';
import { isEdition } from './issue-file.ts';

/** The path of an issue.yaml with all links resolved, or why it is not read. */
export type LocatedIssue = { readonly path: string } | { readonly problem: Problem };

/**
 * Finds the file that is read for an issue.yaml. It has to lie in its folder: an issue that was sent in
 * must not make the program read other files. So has a folder in `issuesFolder`, which is found by its
 * name. A folder anywhere else was named on the command line and may be a link.
 */
export async function locateIssue(
  file: string,
  issuesFolder: string,
  host: Host,
): Promise<LocatedIssue> {
  const folder = dirname(file);
  const name = basename(folder);
  try {
    const isByName = dirname(folder) === issuesFolder;
    if (isByName && (await resolveInside(folder, issuesFolder, host)) === undefined) {
      return refuse(file, 'issue-outside', {
        message: `the folder \`${name}\` is a link that leads out of \`${basename(issuesFolder)}\``,
        hint: `Replace the link with the folder itself, or give the path that \`${name}\` leads to on the command line.`,
      });
    }
    const path = await resolveInside(file, folder, host);
    const wanted = basename(file);
    if (path !== undefined && isEdition(wanted) && isMisspelled(wanted, path)) {
      return refuse(file, 'file-unreadable', {
        message: `there is no \`${wanted}\` in this folder`,
        hint: `Rename \`${basename(path)}\` to \`${wanted}\`.`,
      });
    }
    if (path !== undefined) return { path };
    return refuse(file, 'issue-outside', {
      message: `\`${basename(file)}\` is a link that leads out of the issue’s folder`,
      hint: 'Copy the file itself into the folder.',
    });
  } catch {
    // It is not there, and whoever reads it says so.
    return { path: file };
  }
}

function refuse(
  file: string,
  code: Problem['code'],
  { message, hint }: { message: string; hint: string },
): { problem: Problem } {
  return { problem: { code, severity: 'error', file, message, hints: [hint] } };
}
