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
 * as it is. Source of the environment variables: https://no-color.org and https://force-color.org. Unlike
 * picocolors, output that is redirected to a file has no colours on Windows or in CI either.
 */
export function terminalColors(
  stream: OutputStream,
  { environment, isTerminal }: Pick<Host, 'environment' | 'isTerminal'>,
): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '';
  const isColorful = isForced ? FORCE_COLOR !== '0' : isTerminal(stream) && TERM !== 'dumb';
  return picocolors.createColors(!NO_COLOR && isColorful);
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
