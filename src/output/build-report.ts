import { createHash } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.ts';

/** Facts about an issue that its publication puts into the build report. */
export interface ReportedFacts {
  readonly language: string;
  /** Date of the issue, YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  /** Table of contents; `place` is the name of the node whose page number is reported. */
  readonly contents: readonly {
    readonly title: string;
    readonly place: string;
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
  /** Further keys of the report. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The build report: the JSON file beside the PDF. */
export interface BuildReport {
  readonly publication: string;
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly summary: string;
  /** Whether the issue is a draft; absent if it is none. */
  readonly draft?: true;
  readonly contents: readonly {
    readonly title: string;
    /** Page number as printed. */
    readonly page: number;
  }[];
  /** Number of pages of the PDF, including the covers. */
  readonly pages: number;
  /** Size of the PDF. */
  readonly bytes: number;
  readonly sha256: string;
  /** The PDFs of the other editions. */
  readonly editions?: readonly {
    readonly language: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** A rendered issue; `numberOf` returns the printed number of the page that a named node is on. */
interface TypesetPages {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly numberOf: (place: string) => number | undefined;
}

/** Composes the report. It contains no paths and no times, so the same issue has the same report. */
export function composeBuildReport(
  publication: string,
  { language, date, title, summary, contents, data }: ReportedFacts,
  { bytes, pages, numberOf }: TypesetPages,
  warnings: readonly Problem[],
  isDraft = false,
): BuildReport {
  return {
    publication,
    title,
    language,
    date,
    summary,
    ...(isDraft && { draft: true as const }),
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

/** Describes what an issue contains: 30 events; draft, 30 events. */
export function describeContents({
  draft,
  summary,
}: {
  readonly draft?: true | undefined;
  readonly summary: string;
}): string {
  return draft ? `draft, ${summary}` : summary;
}

/** Serializes the report as JSON. */
export function serializeReport(report: BuildReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
