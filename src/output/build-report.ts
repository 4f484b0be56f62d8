import { createHash } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.ts';

/** What a publication says of an issue in its report. */
export interface ReportedFacts {
  readonly language: string;
  /** Day of the issue, YEAR-MONTH-DAY. */
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  /** The contents; `place` is the name of the node that the page number is of. */
  readonly contents: readonly {
    readonly title: string;
    readonly place: string;
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
  /** Further keys. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The build report: the JSON file beside the PDF. */
export interface BuildReport {
  readonly publication: string;
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly summary: string;
  readonly contents: readonly {
    readonly title: string;
    /** The number printed on the page. */
    readonly page: number;
  }[];
  /** Pages of the PDF, including the covers. */
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly warnings: readonly {
    readonly code: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** A rendered issue: its bytes, and the number printed on the page that a place is on. */
interface TypesetPages {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly numberOf: (place: string) => number | undefined;
}

/** Composes the report; it has no path and no time in it, so the same issue has the same report. */
export function composeBuildReport(
  publication: string,
  { language, date, title, summary, contents, data }: ReportedFacts,
  { bytes, pages, numberOf }: TypesetPages,
  warnings: readonly Problem[],
): BuildReport {
  return {
    publication,
    title,
    language,
    date,
    summary,
    ...data,
    contents: contents.map((entry) => {
      const page = numberOf(entry.place);
      if (page === undefined) throw new Error(`No page has ${entry.place}`);
      return { ...entry.data, title: entry.title, page };
    }),
    pages,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    warnings: warnings.map(({ code, range, message }) => ({
      code,
      line: range?.start.line ?? 1,
      column: range?.start.column ?? 1,
      message,
    })),
  };
}

/** The report as the text of its file. */
export function printReport(report: BuildReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
