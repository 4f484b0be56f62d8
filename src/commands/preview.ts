import { join, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts';
import { PortFailure, servePreview } from '../preview/serve-preview.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import { findIssues, type IssueChoice, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

/** What preview is asked to do. */
export interface PreviewRequest extends IssueChoice {
  /** The port to take, as it was typed. */
  readonly port?: string;
  /** Whether the browser is opened. */
  readonly open: boolean;
}

/** Shows the chosen issues in the browser until the user stops it. @returns the exit code */
export async function previewIssues(
  request: PreviewRequest,
  root: string,
  host: Host,
): Promise<number> {
  const port = readPort(request.port);
  const found = await findIssues(request, join(root, 'issues'), host);
  const newestFirst = request.all ? found.reverse() : found;
  const output = join(root, 'output');
  const below = (...folder: string[]) => {
    const path = join(root, ...folder) + sep;
    return (file: string) => file.startsWith(path);
  };
  const context = {
    host,
    root,
    port,
    publication: informationRelease.name,
    openPipeline: (reading: Host) =>
      keepingOnce(createPipeline(informationRelease, { host: reading, root, output })),
    isTemplate: below('templates'),
    ignores: below('node_modules'),
    displayPath: (file: string) => displayPath(file, host),
  };
  const stopped = host.untilStopped();
  try {
    const { address, close } = await servePreview(newestFirst, context);
    host.print(`The preview is at ${address} (Ctrl+C stops it).`);
    if (request.open && !(await host.openAddress(address))) {
      host.warn('No browser could be opened: type the address into one.');
    }
    await stopped;
    await close();
    host.print('The preview has stopped.');
    return EXIT.built;
  } catch (error) {
    if (error instanceof PortFailure) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Keeps what was made for the first pages that are shown: the next preview finds them sooner. */
function keepingOnce(pipeline: Pipeline): Pick<Pipeline, 'renderIssue'> {
  let isKept = false;
  return {
    async renderIssue(file, looking) {
      const outcome = await pipeline.renderIssue(file, looking);
      if (outcome.rendered && !isKept) {
        isKept = true;
        void pipeline.saveCaches();
      }
      return outcome;
    },
  };
}

function readPort(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port <= 65535) return port;
  throw new UsageError(`${typed} is no port: give a number from 1 to 65535.`);
}
