import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { listFiles } from '../host/list-files.ts';
import { serializeReport } from '../output/build-report.ts';
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
import { explainEmbargo, findIssueToRelease, isEmbargoed } from './release-plan.ts';
import { displayPath, EXIT } from './terminal.ts';

/** The bill of materials, by the name that CycloneDX recommends. */
const BILL = 'sbom.cdx.json';

/**
 * Puts together everything that a release of an issue consists of, in output/release/: the PDF and the
 * report of each edition, the bill of materials, checksums, notes. The same commit has the same bytes.
 * Everything that `check` would say of the issue is printed.
 * @returns 0 when it is there, 1 when the issue has errors or examples in it
 * @throws UsageError, ReleaseFailure, WriteFailure
 */
export async function makeReleaseAssets(
  [word]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  const places = releasePaths(root, issue);
  await clearRelease(places, { issue, names: [BILL] }, host);
  const editions = await renderEditions(await listEditions(join(root, 'issues', issue), host), {
    root,
    host,
    output: places.assets,
  });
  if (!editions) return EXIT.issueHasErrors;
  const [{ report, embargo }] = editions;
  if (isEmbargoed(embargo, host)) throw explainEmbargo(issue, embargo);
  const summed = new Map<string, Uint8Array>([
    ...editions.flatMap((edition) => filesOf(edition)),
    [BILL, Buffer.from(await readBillOfMaterials(root, host))],
  ]);
  const assets = new Map([...summed, [CHECKSUMS, Buffer.from(composeChecksums(summed))]]);
  const repository = host.environment.GITHUB_REPOSITORY ?? 'OWNER/NAME';
  const notes = await composeNotes(editions, { repository, root, host });
  const metadataFile = `${JSON.stringify({ tag: tagOf(issue), title: report.title })}\n`;
  await writeTogether(
    [
      ...[...assets].map(([asset, bytes]) => ({ path: join(places.assets, asset), bytes })),
      { path: places.notes, bytes: Buffer.from(notes) },
      { path: places.metadataFile, bytes: Buffer.from(metadataFile) },
    ],
    host,
    'fixed',
  );
  for (const language of missingLanguages(editions)) {
    host.warn(`The release has no edition in ${language}.`);
  }
  host.print(`${displayPath(places.folder, host)}  ${report.pages} pages, ${report.sha256}`);
  return EXIT.built;
}

/** Checks and renders the editions of an issue; undefined when one may not be published, which is printed. */
async function renderEditions(
  files: readonly string[],
  context: PipelineContext,
): Promise<[RenderedIssue, ...RenderedIssue[]] | undefined> {
  const { host } = context;
  const pipeline = createPipeline(context);
  const publishing = createPublishingCheck(pipeline, host);
  const editions: RenderedIssue[] = [];
  for (const file of files) {
    const obstacle = await publishing.check(file);
    if (obstacle === 'examples') {
      host.warn('The issue has example texts of new-issue: it is not released.');
    }
    if (obstacle) return undefined;
    const outcome = await pipeline.renderIssue(file);
    if (!outcome.issue) {
      // An issue that was changed since it was checked.
      reportProblems(outcome, host);
      return undefined;
    }
    editions.push(outcome.issue);
  }
  const [first, ...others] = editions;
  return first && [first, ...others];
}

function filesOf({ name, rendered, report }: RenderedIssue): [string, Uint8Array][] {
  return [
    [`${name}.pdf`, rendered.bytes],
    [`${name}.json`, Buffer.from(serializeReport(report))],
  ];
}

/** The files of a release by name. */
export async function readAssets(folder: string, host: Host): Promise<Map<string, Buffer>> {
  const names = await listFiles(folder, host);
  const files = names.map(async (name) => [name, await host.readFile(join(folder, name))] as const);
  return new Map(await Promise.all(files));
}

/**
 * Compares an issue's release with the one that another checkout of the project has made.
 * @throws UsageError when one of them is not there
 * @throws ReleaseFailure when a byte differs
 */
export async function compareAssets(
  [word, checkout]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  if (!checkout) throw new UsageError('Give the issue’s name and the other checkout.');
  const issue = await findIssueToRelease(word, root, host);
  const folders = [root, resolve(host.folder, checkout)].map((place) => releasePaths(place, issue));
  for (const { metadataFile, folder } of folders) {
    if ((await host.kindOf(metadataFile)) === 'file') continue;
    throw new UsageError(`There is no release in ${displayPath(folder, host)}: make both first.`);
  }
  const [first = '', second = ''] = folders.map(({ folder }) => folder);
  const differing = await compareFolders([first, second], host);
  if (differing.length > 0) {
    throw new ReleaseFailure(
      `Two builds of issue ${issue} from one commit differ in ${differing.join(', ')}. ` +
        'Nothing is released: find what depends on the machine or the moment.',
    );
  }
  host.print(`Two builds of issue ${issue} are the same to the byte.`);
  return EXIT.built;
}
