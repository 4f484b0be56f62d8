import { relative } from 'node:path';
import { showControls } from '../diagnostics/show-controls.ts';
import type { Host } from '../host/host.ts';

/** Exit codes of the program. */
export const EXIT = { built: 0, issueHasErrors: 1, failed: 2 } as const;

/** Formats a number with its noun: 1 issue, 2 issues. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Formats a path for display: relative to the current folder if it is inside, absolute otherwise. */
export function displayPath(path: string, host: Pick<Host, 'folder'>): string {
  const short = relative(host.folder, path);
  return showControls(short === '' || short.startsWith('..') ? path : short);
}
