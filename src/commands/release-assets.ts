import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { listFiles } from '../host/list-files.ts';
import { printReport } from '../output/build-report.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPipeline } from '../pipeline/pipeline.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import {
  CHECKSUMS,
  clearRelease,
  compareFolders,
  composeChecksums,
  ReleaseFailure,
  readBillOfMaterials,
  releaseFolder,
  tagOf,
} from '../publishing/releases/release-files.ts';
import { fillNotes } from '../publishing/releases/release-notes.ts';
import { reportProblems } from './build-issue.ts';
import { createPublishingCheck } from './check-to-publish.ts';
import { UsageError } from './find-issues.ts';
import { findIssueToRelease } from './release-plan.ts';
import { displayPath, EXIT } from './terminal.ts';

/** The bill of materials, by the name that CycloneDX recommends. */
const BILL = 'sbom.cdx.json';

/**
 * Puts together all that a release of an issue consists of, in output/release/: the PDF, its report,
 * the bill of materials, checksums, notes. The same commit has the same bytes. All that `check` would
 * say of the issue is printed.
 * @returns 0 when it is there, 1 when the issue has errors or examples in it
 * @throws UsageError, ReleaseFailure, WriteFailure
 */
export async function makeReleaseAssets(
  [word]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  const places = releaseFolder(root, issue);
  const expected = `${informationRelease.name}-${issue}`;
  await clearRelease(places, [`${expected}.pdf`, `${expected}.json`, BILL], host);
  const path = join(root, 'issues', issue, 'issue.yaml');
  const pipeline = createPipeline(informationRelease, { host, root, output: places.assets });
  const obstacle = await createPublishingCheck(pipeline, host).check(path);
  if (obstacle === 'examples') {
    host.warn('The issue has example texts of new-issue: it is not released.');
  }
  if (obstacle) return EXIT.issueHasErrors;
  const outcome = await pipeline.renderIssue(path);
  const { rendered, report, shown, name } = outcome;
  if (!rendered || !report || !shown) {
    // An issue that was changed since it was checked.
    reportProblems(outcome, host);
    return EXIT.issueHasErrors;
  }
  const file = `${name}.pdf`;
  const summed = new Map<string, Uint8Array>([
    [file, rendered.bytes],
    [`${name}.json`, Buffer.from(printReport(report))],
    [BILL, Buffer.from(await readBillOfMaterials(root, host))],
  ]);
  const assets = new Map([...summed, [CHECKSUMS, Buffer.from(composeChecksums(summed))]]);
  const repository = host.environment.GITHUB_REPOSITORY ?? 'OWNER/NAME';
  const notes = await fillNotes(shown.view, { file, report, repository }, root, host);
  const card = `${JSON.stringify({ tag: tagOf(issue), title: shown.view.title })}\n`;
  await writeTogether(
    [
      ...[...assets].map(([asset, bytes]) => ({ path: join(places.assets, asset), bytes })),
      { path: places.notes, bytes: Buffer.from(notes) },
      { path: places.card, bytes: Buffer.from(card) },
    ],
    host,
    'fixed',
  );
  host.print(`${displayPath(places.folder, host)}  ${report.pages} pages, ${report.sha256}`);
  return EXIT.built;
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
  const folders = [root, resolve(host.folder, checkout)].map((place) =>
    releaseFolder(place, issue),
  );
  for (const { card, folder } of folders) {
    if ((await host.kindOf(card)) === 'file') continue;
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
