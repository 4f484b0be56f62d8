import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { listFiles } from '../host/list-files.ts';
import { serializeReport } from '../output/build-report.ts';
import { linkEditions } from '../output/edition-links.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPipeline, type PipelineContext, type RenderedIssue } from '../pipeline/pipeline.ts';
import {
  CHECKSUMS,
  clearRelease,
  compareFolders,
  composeChecksums,
  ReleaseFailure,
  readBillOfMaterials,
  releasePaths,
  tagOf,
} from '../publishing/releases/release-files.ts';
import { composeNotes, missingLanguages } from '../publishing/releases/release-notes.ts';
import { reportProblems } from './build-issue.ts';
import { createPublishingCheck } from './check-to-publish.ts';
import { listEditions, UsageError } from './find-issues.ts';
import { explainEmbargo, findIssueToRelease, isEmbargoed, rejectDraft } from './release-plan.ts';
import { displayPath, EXIT } from './terminal.ts';

/** File name of the bill of materials. Source: CycloneDX recommends it. */
const SBOM_FILE = 'sbom.cdx.json';

/**
 * Writes all files of an issue's release into output/release/: the PDF and the report of each edition, the
 * bill of materials, checksums, notes. The same commit always gives the same bytes. Prints the problems that
 * `check` finds in the issue.
 * @returns 0 if the files are written, 1 if the issue has errors or example texts
 * @throws UsageError, ReleaseFailure, WriteFailure
 */
export async function makeReleaseAssets(
  [word]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  const paths = releasePaths(root, issue);
  await clearRelease(paths, { issue, names: [SBOM_FILE] }, host);
  await rejectDraft(issue, root, host);
  const editions = await renderEditions(await listEditions(join(root, 'issues', issue), host), {
    root,
    host,
    output: paths.assets,
  });
  if (!editions) return EXIT.issueHasErrors;
  const [{ report, embargo }] = editions;
  if (isEmbargoed(embargo, host)) throw explainEmbargo(issue, embargo);
  const linked = linkEditions(editions);
  const checksummed = new Map<string, Uint8Array>([
    ...editions.map(({ name, rendered }) => [`${name}.pdf`, rendered.bytes] as const),
    ...linked.map(
      ({ name, report }) => [`${name}.json`, Buffer.from(serializeReport(report))] as const,
    ),
    [SBOM_FILE, Buffer.from(await readBillOfMaterials(root, host))],
  ]);
  const assets = new Map([...checksummed, [CHECKSUMS, Buffer.from(composeChecksums(checksummed))]]);
  const repository = host.environment.GITHUB_REPOSITORY ?? 'OWNER/NAME';
  const notes = await composeNotes(editions, { repository, root, host });
  const metadata = `${JSON.stringify({ tag: tagOf(issue), title: report.title })}\n`;
  await writeTogether(
    [
      ...[...assets].map(([asset, bytes]) => ({ path: join(paths.assets, asset), bytes })),
      { path: paths.notes, bytes: Buffer.from(notes) },
      { path: paths.metadataFile, bytes: Buffer.from(metadata) },
    ],
    host,
    'fixed',
  );
  for (const language of missingLanguages(editions)) {
    host.warn(`The release has no edition in ${language}.`);
  }
  host.print(`${displayPath(paths.folder, host)}  ${report.pages} pages, ${report.sha256}`);
  return EXIT.built;
}

/** Checks and renders the editions of an issue; undefined if one must not be published. Prints why. */
async function renderEditions(
  files: readonly string[],
  context: PipelineContext,
): Promise<[RenderedIssue, ...RenderedIssue[]] | undefined> {
  const { host } = context;
  const pipeline = createPipeline(context);
  const publishing = createPublishingCheck(pipeline, host);
  const editions: RenderedIssue[] = [];
  for (const file of files) {
    const blocker = await publishing.check(file);
    if (blocker === 'examples') {
      host.warn(
        'The issue still contains example texts of new-issue and is not released. Replace them.',
      );
    }
    if (blocker) return undefined;
    const outcome = await pipeline.renderIssue(file);
    if (!outcome.issue) {
      // The issue was changed after it was checked.
      reportProblems(outcome, host);
      return undefined;
    }
    editions.push(outcome.issue);
  }
  const [first, ...others] = editions;
  return first && [first, ...others];
}

/** Reads all files of a folder, by name. */
export async function readAssets(folder: string, host: Host): Promise<Map<string, Buffer>> {
  const names = await listFiles(folder, host);
  const files = names.map(async (name) => [name, await host.readFile(join(folder, name))] as const);
  return new Map(await Promise.all(files));
}

/**
 * Compares the release files of an issue with those of another checkout of the project.
 * @throws UsageError if one of the releases is missing
 * @throws ReleaseFailure if a byte differs
 */
export async function compareAssets(
  [word, checkout]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  if (!checkout)
    throw new UsageError('Give the issue’s name and the folder of the other checkout.');
  const issue = await findIssueToRelease(word, root, host);
  const folders = [root, resolve(host.folder, checkout)].map((place) => releasePaths(place, issue));
  for (const { metadataFile, folder } of folders) {
    if ((await host.kindOf(metadataFile)) === 'file') continue;
    throw new UsageError(
      `There is no release in ${displayPath(folder, host)}. Run release-assets in both checkouts first.`,
    );
  }
  const [first = '', second = ''] = folders.map(({ folder }) => folder);
  const differing = await compareFolders([first, second], host);
  if (differing.length > 0) {
    throw new ReleaseFailure(
      `Two builds of issue ${issue} from one commit differ in ${differing.join(', ')}. ` +
        'Nothing is released. Find what depends on the machine or the time.',
    );
  }
  host.print(`Two builds of issue ${issue} are byte-identical.`);
  return EXIT.built;
}
