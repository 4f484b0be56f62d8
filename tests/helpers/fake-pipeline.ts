import { basename, dirname, join } from 'node:path';
import type { Host } from '../../src/host/host.ts';
import { composeBuildReport, serializeReport } from '../../src/output/build-report.ts';
import { writeTogether } from '../../src/output/write-together.ts';
import type { BuildOutcome, Pipeline } from '../../src/pipeline/pipeline.ts';

const ERROR = { code: 'value-invalid', severity: 'error' } as const;
const WARNING = { code: 'photo-small', severity: 'warning' } as const;

/**
 * Creates a fast pipeline for tests about which issues are built. Its PDF is the text of the issue, followed by
 * the photos that the text names. An issue with the word `error` has an error; each `warning` gives a warning.
 */
export function createFakePipeline(host: Host, output: string): Pick<Pipeline, 'buildEditions'> {
  const buildIssue = async (file: string): Promise<BuildOutcome> => {
    const text = (await host.readFile(file)).toString();
    const sources = new Map([[file, text]]);
    if (text.includes('error')) {
      const problem = { file, message: 'the issue says so', hints: [], ...ERROR };
      return { report: undefined, file: undefined, problems: [problem], sources };
    }
    const warnings = [...text.matchAll(/warning/g)].map(() => {
      return { file, message: 'the issue warns', hints: [], ...WARNING };
    });
    const folder = dirname(file);
    const photos = await Promise.all(
      [...text.matchAll(/^photo: (.*)$/gm)].map(async ([, name = '']) =>
        host.readFile(await host.realPath(join(folder, name))),
      ),
    );
    const bytes = Buffer.concat([Buffer.from(text), ...photos]);
    // Named after year and number, as a real PDF is.
    const path = join(output, `${basename(folder).replace(/-(?=\d$)/, '-0')}.pdf`);
    const facts = {
      language: 'en',
      date: '2025-01-15',
      title: 'Plain',
      summary: '1 event',
      contents: [],
      data: {},
    };
    const report = composeBuildReport('plain', facts, { pages: 1, bytes, numberOf: () => 1 }, []);
    await writeTogether(
      [
        { path, bytes },
        { path: path.replace('.pdf', '.json'), bytes: Buffer.from(serializeReport(report)) },
      ],
      host,
    );
    return { report, file: path, problems: warnings, sources };
  };
  return {
    async buildEditions(files) {
      const outcomes = [];
      for (const file of files) outcomes.push(await buildIssue(file));
      return outcomes;
    },
  };
}
