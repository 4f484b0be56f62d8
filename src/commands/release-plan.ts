import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { readEdition } from '../pipeline/read-edition.ts';
import { openReleases } from '../publishing/releases/github-releases.ts';
import { parseIssueName, ReleaseFailure, tagOf } from '../publishing/releases/release-files.ts';
import { FIRST_EDITION } from '../source/issue-file.ts';
import { listIssues, UsageError } from './find-issues.ts';
import { EXIT } from './terminal.ts';

/** Asks for every issue that has no release yet. */
const MISSING = 'missing';
/** Jobs that one matrix may have; GitHub's limit. */
const MATRIX = 256;

/**
 * Prints which issues a run is to release, as a line for a workflow's outputs: issues=["2024-19"].
 * The request is an issue's name, its tag, or `missing`.
 * @throws UsageError, ReleaseFailure
 */
export async function planReleases(
  [request = MISSING]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const asked =
    request === MISSING
      ? await listIssues(join(root, 'issues'), host)
      : [await findIssueToRelease(request, root, host)];
  const releases = await openReleases(host).list();
  const published = new Set(releases.filter(({ isDraft }) => !isDraft).map((one) => one.tagName));
  const unpublished = asked.filter((issue) => !published.has(tagOf(issue)));
  // A requested issue under embargo is planned, so that release-assets says why it is not released.
  const open = request === MISSING ? await skipEmbargoed(unpublished, root, host) : unpublished;
  if (request !== MISSING && open.length === 0) throw alreadyPublished(asked[0] ?? request);
  const planned = open.slice(0, MATRIX);
  if (planned.length < open.length) {
    host.warn(`${open.length - planned.length} more issues have no release: run this once more.`);
  }
  host.print(`issues=${JSON.stringify(planned)}`);
  return EXIT.built;
}

async function skipEmbargoed(
  issues: readonly string[],
  root: string,
  host: Host,
): Promise<string[]> {
  const issuesFolder = join(root, 'issues');
  const open: string[] = [];
  for (const name of issues) {
    const file = join(issuesFolder, name, FIRST_EDITION);
    const read = await readEdition(file, { editorial: false }, { issuesFolder, host });
    const embargo =
      read.publication && read.isComplete ? read.publication.embargoOf?.(read.issue) : undefined;
    if (isEmbargoed(embargo, host)) host.warn(explainEmbargo(name, embargo).message);
    else open.push(name);
  }
  return open;
}

/** Whether an issue must not be released yet; `embargo` is a moment in ISO 8601 with its time zone. */
export function isEmbargoed(embargo: string | undefined, host: Host): embargo is string {
  return embargo !== undefined && host.currentTime() < Date.parse(embargo);
}

/** Returns the failure of releasing an issue before the end of its embargo. */
export function explainEmbargo(issue: string, embargo: string): ReleaseFailure {
  return new ReleaseFailure(
    `${issue} is under embargo until ${embargo}: release it then, or correct \`embargo\` in its file.`,
  );
}

/** What is said when an issue is to be released a second time. */
export function alreadyPublished(issue: string): ReleaseFailure {
  return new ReleaseFailure(
    `${tagOf(issue)} is published already, and a published release is not changed. To replace it, ` +
      'delete the release and its tag on GitHub, then tag the new commit.',
  );
}

/**
 * The issue that is to be released, by its name or its tag: only one of issues/ can be, since a release
 * says from which commit it comes.
 * @throws UsageError when the word names none
 */
export async function findIssueToRelease(
  word: string | undefined,
  root: string,
  host: Host,
): Promise<string> {
  const issue = word === undefined ? undefined : parseIssueName(word);
  if (!issue) throw new UsageError('Give an issue’s name (2024-19) or its tag (issue-2024-19).');
  const known = await listIssues(join(root, 'issues'), host);
  if (!known.includes(issue)) throw new UsageError(`There is no issue ${issue} in issues/.`);
  return issue;
}
