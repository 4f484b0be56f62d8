import { basename } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';

/** Problems of output files. */
export const OUTPUT_CODES = {
  'issue-twice': error('The PDF of one issue would be overwritten by that of the other.'),
} satisfies CodeNotes;

/** Output paths already used in a run. */
export interface PathReservations {
  /** Reserves the path of an issue's PDF; returns a problem if another issue has reserved it. */
  reserve(pdf: string, issue: string): Problem | undefined;
}

/** Returns an empty set of reservations. Two issues with the same year and number have the same path. */
export function createPathReservations(): PathReservations {
  const owners = new Map<string, string>();
  return {
    reserve: (pdf, issue) => {
      const owner = owners.get(pdf) ?? issue;
      owners.set(pdf, owner);
      if (owner === issue) return undefined;
      return {
        code: 'issue-twice',
        severity: 'error',
        file: issue,
        message: `${owner} has the same number and year: its PDF was just built as ${basename(pdf)}`,
        hints: [
          'Fix the number or the period of one of them, or build them into two folders with --out.',
        ],
      };
    },
  };
}
