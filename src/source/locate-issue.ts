import { basename, dirname } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { isMisspelled } from '../host/portable-name.ts';
import { resolveInside } from '../host/resolve-inside.ts';
import { isEdition } from './issue-file.ts';

/** Path of an issue.yaml with all links resolved, or the reason why it is not read. */
export type LocatedIssue = { readonly path: string } | { readonly problem: Problem };

/**
 * Resolves the path of an issue.yaml. The file must be inside its folder, so that an issue from an
 * untrusted author cannot make the program read other files. A folder in `issuesFolder` must be inside
 * it. A folder elsewhere was named on the command line and may be a link.
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
        hint: `Replace the link with the folder itself, or give the path of its target on the command line.`,
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
    // The file does not exist; reading it reports that.
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
