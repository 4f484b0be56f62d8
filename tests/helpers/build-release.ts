import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

/** Builds a press release from its text, in memory. */
export async function buildRelease(yaml: string, name = 'press-release-2019-04-25-topic') {
  const file = `${root}/issues/${name}/issue.yaml`;
  const host = createMemoryHost({ [file]: yaml });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const { problems } = await pipeline.checkIssue(file);
  const outcome = await pipeline.buildIssue(file);
  const bytes = host.files.get(outcome.file ?? '') ?? Buffer.alloc(0);
  return { problems, report: outcome.report, bytes };
}
