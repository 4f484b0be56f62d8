import { createNodeHost } from '../../host/node-host.ts';
import { createPipeline } from '../../pipeline/pipeline.ts';
import {
  type ArchiveResult,
  type BuildForArchive,
  createArchiveBuilder,
} from './archive-builder.ts';
import type { WorkerTask } from './worker-threads.ts';

// A thread works for one archive: fonts and templates that it has read serve all of its issues.
let build: BuildForArchive | undefined;

/** Builds an issue of an archive in a thread of its own. */
export function buildInWorker({ place, file }: WorkerTask): Promise<ArchiveResult> {
  build ??= createArchiveBuilder(place, createNodeHost(place.program), (host) =>
    createPipeline({ host, root: place.root, output: place.output }),
  );
  return build(file);
}
