import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

const NAME = 'press-release-2025-03-06-topic';

/** Keys of a release without problems, as YAML. */
const KEYS: Readonly<Record<string, string>> = {
  publication: 'press-release',
  programme: 'cadap-7',
  date: '2025-03-06',
  place: 'Bishkek',
  headline: 'A headline',
  body: 'A text.',
};

/** A press release in which some keys are changed, added, or taken away by an undefined value. */
export function sampleRelease(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const lines = Object.entries({ ...KEYS, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `${lines.join('\n')}\n`;
}

/** The problems of a release as `check` finds them: line and column, code, message, first hint. */
export async function checkRelease(yaml: string, name = NAME): Promise<string[]> {
  const file = `${root}/issues/${name}/issue.yaml`;
  const host = createMemoryHost({ [file]: yaml });
  const { problems } = await createPipeline({ host, root, output: '/out' }).checkIssue(file);
  return problems.map(({ code, severity, message, range, hints }) => {
    const place = `${range?.start.line}:${range?.start.column}`;
    return `${place} ${severity} ${message} [${code}] ${hints[0] ?? ''}`;
  });
}
