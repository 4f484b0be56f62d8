import type { BuildReport } from '../../output/build-report.ts';
import { sha256Of } from './release-files.ts';

/** The output of one machine: PDFs and their reports, by file name. */
export interface MachineBuild {
  readonly machine: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A file compared between machines. */
export interface ComparedFile {
  readonly name: string;
  /** Each distinct SHA-256 with its machines; undefined for machines without the file. */
  readonly versions: readonly {
    readonly sha256: string | undefined;
    readonly machines: readonly string[];
  }[];
  /** Whether it is a PDF whose reports are equal apart from size and hash: the same text on the same pages. */
  readonly hasSamePages: boolean;
}

/** Compares the files of several machines by name. */
export function compareBuilds(builds: readonly MachineBuild[]): ComparedFile[] {
  const names = new Set(builds.flatMap(({ files }) => [...files.keys()]));
  return [...names].sort().map((name) => {
    const versions = new Map<string | undefined, string[]>();
    for (const { machine, files } of builds) {
      const bytes = files.get(name);
      const sha256 = bytes && sha256Of(bytes);
      versions.set(sha256, [...(versions.get(sha256) ?? []), machine]);
    }
    return {
      name,
      versions: [...versions].map(([sha256, machines]) => ({ sha256, machines })),
      hasSamePages:
        name.endsWith('.pdf') && !versions.has(undefined) && haveSameReport(name, builds),
    };
  });
}

function haveSameReport(pdf: string, builds: readonly MachineBuild[]): boolean {
  const reports = builds.map(({ files }) => files.get(pdf.replace(/\.pdf$/, '.json')));
  const [first, ...others] = reports.map((bytes) => bytes && withoutBytes(bytes));
  return first !== undefined && others.every((report) => report === first);
}

/** Returns a report without the size and hash of the PDF. */
function withoutBytes(bytes: Uint8Array): string {
  const {
    bytes: _,
    sha256: __,
    ...report
  }: BuildReport = JSON.parse(Buffer.from(bytes).toString());
  return JSON.stringify(report);
}
