import type { Host } from '../host/host.ts';
import { WriteFailure } from '../output/write-together.ts';
import type { ArchiveResult } from '../publishing/archive/archive-builder.ts';
import { describeProgress } from '../publishing/archive/describe-progress.ts';
import type { Builders } from '../publishing/archive/worker-threads.ts';

/** What came of an issue; a crash is a mistake of the program. */
export type RunResult = ArchiveResult | { readonly crash: Error };

/** Is told what came of an issue; what the machine did not take ends the run and is not told here. */
export interface RunListener {
  reportResult(file: string, result: Exclude<RunResult, { writeFailure: string }>): void;
}

/**
 * Has all issues built, and shows how far that has come. The builders are ended with the run.
 * @returns whether the user stopped it
 * @throws WriteFailure when the machine does not take a file
 */
export async function runBuilders(
  files: readonly string[],
  builders: Builders,
  listener: RunListener,
  host: Host,
): Promise<'ended' | 'stopped'> {
  const begun = host.now();
  let done = 0;
  let isOver = false;
  const showBar = () => {
    const elapsed = host.now() - begun;
    host.showProgress(describeProgress({ done, total: files.length, elapsed }));
  };
  const buildOne = async (file: string) => {
    const result: RunResult = await builders.build(file).catch((crash: Error) => ({ crash }));
    // What was under way when the run ended crashes with its builder.
    if (isOver) return;
    if ('writeFailure' in result) throw new WriteFailure(result.writeFailure);
    done++;
    host.showProgress('');
    listener.reportResult(file, result);
    showBar();
  };
  showBar();
  const ended = Promise.all(files.map(buildOne)).then(() => 'ended' as const);
  const stopped = host.untilStopped().then(() => 'stopped' as const);
  try {
    return await Promise.race([ended, stopped]);
  } finally {
    isOver = true;
    host.showProgress('');
    await builders.stop();
  }
}
