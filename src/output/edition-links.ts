// The build reports of an issue's editions name each other's PDFs.
import { join } from 'node:path';
import { z } from 'zod';
import { hashBytes } from '../host/file-fingerprint.ts';
import type { Host } from '../host/host.ts';
import type { BuildReport } from './build-report.ts';

/** An edition that was built: name of its files without their endings, and its report. */
export interface BuiltEdition {
  readonly name: string;
  readonly report: BuildReport;
}

/** As much of a report as is needed to link it. */
const writtenReport = z.looseObject({ language: z.string(), sha256: z.string() });

/** Adds to each report the language, file and SHA-256 of the other editions' PDFs. */
export function linkEditions(editions: readonly BuiltEdition[]): BuiltEdition[] {
  return editions.map(({ name, report }) => {
    const others = editions
      .filter((other) => other.name !== name)
      .map((other) => ({
        language: other.report.language,
        file: `${other.name}.pdf`,
        sha256: other.report.sha256,
      }));
    return { name, report: others.length > 0 ? { ...report, editions: others } : report };
  });
}

/**
 * Reads the reports of editions that were built earlier into the same folder. A report without the PDF that
 * it describes is left out.
 */
export async function readBuiltEditions(
  names: readonly string[],
  folder: string,
  host: Host,
): Promise<BuiltEdition[]> {
  const read = names.map(async (name): Promise<BuiltEdition[]> => {
    const path = join(folder, `${name}.json`);
    const kinds = [path, join(folder, `${name}.pdf`)].map((one) => host.kindOf(one));
    if ((await Promise.all(kinds)).some((kind) => kind !== 'file')) return [];
    const value = parseJson(String(await host.readFile(path)));
    const { data } = writtenReport.safeParse(value);
    if (data?.sha256 !== hashBytes(await host.readFile(join(folder, `${name}.pdf`)))) return [];
    return [{ name, report: value as BuildReport }];
  });
  return (await Promise.all(read)).flat();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
