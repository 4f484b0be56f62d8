import { join, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts';
import { PortFailure, servePreview } from '../preview/serve-preview.ts';
import { DEFAULT_PUBLICATION, publicationOfFolder } from '../publications/index.ts';
import { issueNameOf } from '../source/issue-file.ts';
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
    publication: brandOf(newestFirst),
    openPipeline: (reading: Host) => keepingOnce(createPipeline({ host: reading, root, output })),
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

/** The publication whose emblem and colours the page has: that of the issue that it shows first. */
function brandOf([first]: readonly string[]): string {
  const publication = first === undefined ? undefined : publicationOfFolder(issueNameOf(first));
  return (publication ?? DEFAULT_PUBLICATION).name;
}

/** Keeps what was made for the first pages that are shown: the next preview finds them sooner. */
function keepingOnce(pipeline: Pipeline): Pick<Pipeline, 'renderIssue'> {
  let isKept = false;
  return {
    async renderIssue(file, options) {
      const outcome = await pipeline.renderIssue(file, options);
      if (outcome.issue && !isKept) {
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
