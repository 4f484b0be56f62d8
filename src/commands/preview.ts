import { join, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts';
import { languageOfEdition } from '../pipeline/read-edition.ts';
import { PortFailure, servePreview } from '../preview/serve-preview.ts';
import { DEFAULT_PUBLICATION, publicationOfFolder } from '../publications/index.ts';
import { issueNameOf } from '../source/issue-file.ts';
import { findIssues, groupEditions, type IssueChoice, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

/** Options of `preview`. */
export interface PreviewRequest extends IssueChoice {
  /** Port number, not yet validated. */
  readonly port?: string;
  /** Whether to open the browser. */
  readonly open: boolean;
}

/** Shows the chosen issues in the browser until the user stops the preview. @returns the exit code */
export async function previewIssues(
  request: PreviewRequest,
  root: string,
  host: Host,
): Promise<number> {
  const port = readPort(request.port);
  const issuesFolder = join(root, 'issues');
  const found = await findIssues(request, issuesFolder, host);
  const newestFirst = request.all ? groupEditions(found).reverse().flat() : found;
  const output = join(root, 'output');
  const below = (...folder: string[]) => {
    const path = join(root, ...folder) + sep;
    return (file: string) => file.startsWith(path);
  };
  const context = {
    host,
    root,
    port,
    publication: publicationOf(newestFirst),
    openPipeline: (reading: Host) =>
      savingCachesOnce(createPipeline({ host: reading, root, output })),
    isTemplate: below('templates'),
    ignores: below('node_modules'),
    languageOf: (file: string, reading: Host) =>
      languageOfEdition(file, { issuesFolder, host: reading }),
    displayPath: (file: string) => displayPath(file, host),
  };
  const stopped = host.untilStopped();
  try {
    const { address, close } = await servePreview(newestFirst, context);
    host.print(`Preview: ${address} (stop with Ctrl+C)`);
    if (request.open && !(await host.openAddress(address))) {
      host.warn('The browser could not be opened. Open the address in a browser.');
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

/** Returns the publication whose emblem and colours the page uses: that of the first issue shown. */
function publicationOf([first]: readonly string[]): string {
  const publication = first === undefined ? undefined : publicationOfFolder(issueNameOf(first));
  return (publication ?? DEFAULT_PUBLICATION).name;
}

/** Saves the caches after the first issue was rendered, so that the next preview starts faster. */
function savingCachesOnce(pipeline: Pipeline): Pick<Pipeline, 'renderIssue'> {
  let isSaved = false;
  return {
    async renderIssue(file, options) {
      const outcome = await pipeline.renderIssue(file, options);
      if (outcome.issue && !isSaved) {
        isSaved = true;
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
  throw new UsageError(`${typed} is not a port. Use a number from 1 to 65535.`);
}
