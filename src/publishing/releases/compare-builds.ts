import type { BuildReport } from '../../output/build-report.ts';
import { sha256Of } from './release-files.ts';

/** What a machine has built: PDFs and their reports, by name. */
export interface MachineBuild {
  readonly machine: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A file with its bytes on several machines. */
export interface ComparedFile {
  readonly name: string;
  /** SHA-256 of the bytes with the machines that have them; undefined for those that lack the file. */
  readonly versions: readonly {
    readonly sha256: string | undefined;
    readonly machines: readonly string[];
  }[];
  /** Whether it is a PDF whose reports differ in nothing but its bytes: the same text on the same pages. */
  readonly hasSamePages: boolean;
}

/** Compares the files that machines have built, by name. */
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

/** A report without what it says of the PDF's bytes. */
function withoutBytes(bytes: Uint8Array): string {
  const {
    bytes: _,
    sha256: __,
    ...report
  }: BuildReport = JSON.parse(Buffer.from(bytes).toString());
  return JSON.stringify(report);
}
