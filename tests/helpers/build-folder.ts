import { join } from 'node:path';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

/** Builds an issue on the disk. The PDF and the caches stay in memory. */
export async function buildFolder(folder: string) {
  const { readFile, kindOf, realPath, list } = createNodeHost();
  const host = createMemoryHost({}, { kindOf, realPath, list, readFile });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const outcome = await pipeline.buildIssue(join(folder, 'issue.yaml'));
  const bytes = host.files.get(outcome.file ?? '') ?? Buffer.alloc(0);
  return { outcome, bytes };
}
