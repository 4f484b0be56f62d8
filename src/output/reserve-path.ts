import { basename } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';

/** Problems of output files. */
export const OUTPUT_CODES = {
  'issue-twice': error('The PDF of one issue would be overwritten by that of the other.'),
} satisfies CodeNotes;

/** Keeps account of which issue each PDF of a run is of. */
export interface PathReservations {
  /** Claims a PDF's path for an issue's file; a problem when another issue of the run has it. */
  reserve(pdf: string, issue: string): Problem | undefined;
}

/** Two issues of one year and number have one PDF: the second must not take the first one's place. */
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
        hints: ['Mend the number or the period of one, or build them into two folders with --out.'],
      };
    },
  };
}
