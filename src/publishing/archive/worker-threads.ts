import { createNodeHost } from '../../host/node-host.ts';
import { createPipeline } from '../../pipeline/pipeline.ts';
import {
  type ArchiveBuilder,
  type ArchiveContext,
  type ArchiveResult,
  createArchiveBuilder,
} from './archive-builder.ts';

/** Builders of an archive's issues that work side by side. */
export interface WorkerPool {
  /** Builds an issue as soon as a builder is free. */
  build(file: string): Promise<ArchiveResult>;
  /** Ends them at once, whatever they are doing; what they have not finished is left unfinished. */
  stop(): Promise<void>;
}

/** The program that runs, as its launcher has made it. */
export interface LaunchedProgram {
  /** Address of its module. */
  readonly module: string;
  /** Hash of its sources and packages. */
  readonly hash: string;
}

/** What one thread is asked to do: an issue.yaml, and the archive it belongs to. */
export interface WorkerTask {
  readonly archive: ArchiveContext;
  readonly file: string;
}

/** Starts threads of the program that runs; each of them builds issues by its `buildInWorker`. */
export async function startWorkerThreads(
  { module }: LaunchedProgram,
  archive: ArchiveContext,
  jobs: number,
): Promise<WorkerPool> {
  // Loaded when it is asked for: no other command needs it.
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: module,
    name: 'buildInWorker',
    minThreads: jobs,
    maxThreads: jobs,
    isolateWorkers: false,
  });
  return {
    build: (file) => pool.run({ archive, file } satisfies WorkerTask),
    stop: () => pool.destroy(),
  };
}

// A thread works for one archive: fonts and templates that it has read serve all of its issues.
let build: ArchiveBuilder | undefined;

/** Builds an issue of an archive in a thread of its own. */
export function buildInWorker({ archive, file }: WorkerTask): Promise<ArchiveResult> {
  build ??= createArchiveBuilder(archive, createNodeHost(archive.program), (host) =>
    createPipeline({ host, root: archive.root, output: archive.output }),
  );
  return build(file);
}
