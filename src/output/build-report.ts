import { createHash } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.ts';

/** What a publication says of an issue in its report. */
export interface BuildFacts {
  readonly number: number;
  readonly year: number;
  readonly language: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly events: {
    readonly total: number;
    readonly countries: readonly { readonly country: string; readonly events: number }[];
  };
  readonly contents: readonly {
    readonly country: string;
    readonly title: string;
    /** The number printed on the page. */
    readonly page: number;
  }[];
}

/** What is known of the finished file. */
export interface FileFacts {
  /** Pages of the PDF, the cover included. */
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The build report, as it stands beside the PDF. */
export type BuildReport = { readonly publication: string } & BuildFacts &
  FileFacts & {
    readonly warnings: readonly {
      readonly code: string;
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }[];
  };

/** Puts a report together; it names no path and no time, so the same issue has the same report. */
export function composeReport(
  publication: string,
  facts: BuildFacts,
  file: FileFacts,
  warnings: readonly Problem[],
): BuildReport {
  return {
    publication,
    ...facts,
    ...file,
    warnings: warnings.map(({ code, range, message }) => ({
      code,
      line: range?.start.line ?? 1,
      column: range?.start.column ?? 1,
      message,
    })),
  };
}

/** A set issue: its bytes, and the number printed on the page that a place is on. */
interface TypesetPages {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly numberOf: (place: string) => number | undefined;
}

/** What an issue's publication says of it; the contents name their places in the PDF. */
interface ReportedIssue {
  readonly facts: Omit<BuildFacts, 'contents'>;
  readonly contents: readonly {
    readonly country: string;
    readonly title: string;
    readonly place: string;
  }[];
}

/** The report on an issue that was set. */
export function reportOn(
  publication: string,
  { facts, contents }: ReportedIssue,
  { bytes, pages, numberOf }: TypesetPages,
  warnings: readonly Problem[],
): BuildReport {
  const numbered = contents.map(({ country, title, place }) => {
    const page = numberOf(place);
    if (page === undefined) throw new Error(`No page bears ${place}`);
    return { country, title, page };
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { pages, bytes: bytes.length, sha256 };
  return composeReport(publication, { ...facts, contents: numbered }, file, warnings);
}

/** The report as the text of its file. */
export function printReport(report: BuildReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
