import { relative } from 'node:path';
import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types';
import { showControls } from '../diagnostics/show-controls.ts';
import type { Host, OutputStream } from '../host/host.ts';

/** Colours of help texts. Commander removes them if the stream has no colours. */
export const HELP_COLORS = picocolors.createColors(true);

/** Exit codes of the program. */
export const EXIT = { built: 0, issueHasErrors: 1, failed: 2 } as const;

/**
 * Returns the colours for text on a stream: real ones on a terminal, otherwise formatters that leave the text
 * as it is. Source: the environment variables of picocolors (and https://no-color.org), without its rule
 * that every output on Windows has colours.
 */
export function terminalColors(
  stream: OutputStream,
  { environment, isTerminal }: Pick<Host, 'environment' | 'isTerminal'>,
): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM, CI } = environment;
  const isColorful = FORCE_COLOR || CI || (isTerminal(stream) && TERM !== 'dumb');
  return picocolors.createColors(!NO_COLOR && Boolean(isColorful));
}

/** Formats a number with its noun: 1 issue, 2 issues. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Formats a path for display: relative to the current folder if it is inside, absolute otherwise. */
export function displayPath(path: string, host: Pick<Host, 'folder'>): string {
  const short = relative(host.folder, path);
  return showControls(short === '' || short.startsWith('..') ? path : short);
}
