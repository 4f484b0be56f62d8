import { createNodeHost } from '../../host/node-host.ts';
import { createPipeline } from '../../pipeline/pipeline.ts';
import {
  type ArchiveBuilder,
  type ArchiveContext,
  type ArchiveResult,
  createArchiveBuilder,
} from './archive-builder.ts';

/** Pool of worker threads that build issues of an archive in parallel. */
export interface WorkerPool {
  /** Builds an issue as soon as a thread is free. */
  build(editions: readonly string[]): Promise<ArchiveResult>;
  /** Terminates the threads immediately, without finishing their builds. */
  stop(): Promise<void>;
}

/** The running program as bundled by its launcher. */
export interface LaunchedProgram {
  /** File URL of the bundle. */
  readonly module: string;
  /** Hash of its sources and packages. */
  readonly hash: string;
}

/** Task of a worker thread: the editions of an issue to build, and the archive they belong to. */
export interface WorkerTask {
  readonly archive: ArchiveContext;
  readonly editions: readonly string[];
}

/** Starts worker threads that load the running program and call its `buildInWorker`. */
export async function startWorkerThreads(
  { module }: LaunchedProgram,
  archive: ArchiveContext,
  jobs: number,
): Promise<WorkerPool> {
  // Imported here because no other command needs it.
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: module,
    name: 'buildInWorker',
    minThreads: jobs,
    maxThreads: jobs,
    isolateWorkers: false,
  });
  return {
    build: (editions) => pool.run({ archive, editions } satisfies WorkerTask),
    stop: () => pool.destroy(),
  };
}

// A thread builds for one archive only, so its issues share fonts and templates.
let build: ArchiveBuilder | undefined;

/** Builds an issue of an archive; called in a worker thread. */
export function buildInWorker({ archive, editions }: WorkerTask): Promise<ArchiveResult> {
  build ??= createArchiveBuilder(archive, createNodeHost(archive.program), (host) =>
    createPipeline({ host, root: archive.root, output: archive.output }),
  );
  return build(editions);
}
