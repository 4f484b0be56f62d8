import { join } from 'node:path';
import { stringify } from 'yaml';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

const NAME = 'newsletter-cadap-7-2';

/** An article without problems. */
export const ARTICLE = { title: 'A title', body: 'A text.' };

/** A newsletter without problems, in which some keys are changed, added, or removed by undefined. */
export function sampleNewsletter(changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({
    publication: 'newsletter',
    programme: 'cadap-7',
    number: 2,
    period: '2022-Q3',
    articles: [ARTICLE],
    ...changes,
  });
}

/** Builds a newsletter in memory, beside other issues by name and with photos by path in its folder. */
export async function buildNewsletter(
  yaml: string,
  { name = NAME, others = {}, photos = {} }: NewsletterPlace = {},
) {
  const folder = join(root, 'issues', name);
  const files = Object.entries(others).map(([other, text]) => [
    `${root}/issues/${other}/issue.yaml`,
    text,
  ]);
  const host = createMemoryHost({
    [`${folder}/issue.yaml`]: yaml,
    ...Object.fromEntries(files),
    ...Object.fromEntries(
      Object.entries(photos).map(([path, bytes]) => [`${folder}/${path}`, bytes]),
    ),
  });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const { problems } = await pipeline.checkIssue(`${folder}/issue.yaml`);
  const outcome = await pipeline.buildIssue(`${folder}/issue.yaml`);
  const bytes = host.files.get(outcome.file ?? '') ?? Buffer.alloc(0);
  return { problems, report: outcome.report, bytes };
}

/** Where a newsletter is, and what is beside it. */
export interface NewsletterPlace {
  readonly name?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly photos?: Readonly<Record<string, Buffer>>;
}

/** The problems of a newsletter as `check` finds them: line and column, code, message, first hint. */
export async function checkNewsletter(
  yaml: string,
  place: NewsletterPlace = {},
): Promise<string[]> {
  const { name = NAME, others = {} } = place;
  const file = join(root, 'issues', name, 'issue.yaml');
  const files = Object.entries(others).map(([other, text]) => [
    `${root}/issues/${other}/issue.yaml`,
    text,
  ]);
  const host = createMemoryHost({ [file]: yaml, ...Object.fromEntries(files) });
  const { problems } = await createPipeline({ host, root, output: '/out' }).checkIssue(file);
  return problems.map(({ code, severity, message, range, hints }) => {
    const at = `${range?.start.line}:${range?.start.column}`;
    return `${at} ${severity} ${message} [${code}] ${hints[0] ?? ''}`;
  });
}
