import {
  type ArchiveResult,
  type BuildForArchive,
  createArchiveBuilder,
} from '../archive/archive-builder.ts';
import type { WorkerTask } from '../archive/worker-threads.ts';
import { createPipeline } from '../pipeline.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import { createNodeWorld } from '../world/node-world.ts';

// A thread works for one archive: fonts and templates that it has read serve all of its issues.
let build: BuildForArchive | undefined;

/** Builds an issue of an archive in a thread of its own. */
export function buildInWorker({ place, file }: WorkerTask): Promise<ArchiveResult> {
  build ??= createArchiveBuilder(place, createNodeWorld(place.program), (world) =>
    createPipeline(informationRelease, { world, root: place.root, output: place.output }),
  );
  return build(file);
}
