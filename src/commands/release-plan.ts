import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { embargoOf, isDraft } from '../pipeline/read-edition.ts';
import { openReleases } from '../publishing/releases/github-releases.ts';
import { parseIssueName, ReleaseFailure, tagOf } from '../publishing/releases/release-files.ts';
import { FIRST_EDITION } from '../source/issue-file.ts';
import { listIssues, UsageError } from './find-issues.ts';
import { EXIT } from './terminal.ts';

/** Argument that stands for every issue without a release. */
const MISSING = 'missing';
/** Maximum number of jobs in a matrix. Source: GitHub's documentation, "Usage limits" of Actions. */
const MAX_MATRIX_JOBS = 256;

/**
 * Prints the issues to release as a line for a workflow's outputs: issues=["2024-19"]. The argument is
 * an issue's name, its tag, or `missing`.
 * @throws UsageError, ReleaseFailure
 */
export async function planReleases(
  [request = MISSING]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const requested =
    request === MISSING
      ? await listIssues(join(root, 'issues'), host)
      : [await findIssueToRelease(request, root, host)];
  const releases = await openReleases(host).list();
  const published = new Set(releases.filter(({ isDraft }) => !isDraft).map((one) => one.tagName));
  const unpublished = requested.filter((issue) => !published.has(tagOf(issue)));
  // A requested issue that must not be released is planned, so that release-assets says why.
  const open = request === MISSING ? await skipBlocked(unpublished, root, host) : unpublished;
  if (request !== MISSING && open.length === 0)
    throw alreadyPublishedError(requested[0] ?? request);
  const planned = open.slice(0, MAX_MATRIX_JOBS);
  if (planned.length < open.length) {
    host.warn(
      `${open.length - planned.length} more issues have no release. Run the command again after this run.`,
    );
  }
  host.print(`issues=${JSON.stringify(planned)}`);
  return EXIT.built;
}

/** Returns the issues that are neither drafts nor under embargo; warns about the others. */
async function skipBlocked(issues: readonly string[], root: string, host: Host): Promise<string[]> {
  const issuesFolder = join(root, 'issues');
  const open: string[] = [];
  for (const name of issues) {
    const file = join(issuesFolder, name, FIRST_EDITION);
    const embargo = await embargoOf(file, { issuesFolder, host });
    if (await isDraft(file, { issuesFolder, host })) host.warn(explainDraft(name).message);
    else if (isEmbargoed(embargo, host)) host.warn(explainEmbargo(name, embargo).message);
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

/** Makes sure that an issue of issues/ is no draft. @throws ReleaseFailure */
export async function rejectDraft(issue: string, root: string, host: Host): Promise<void> {
  const issuesFolder = join(root, 'issues');
  const file = join(issuesFolder, issue, FIRST_EDITION);
  if (await isDraft(file, { issuesFolder, host })) throw explainDraft(issue);
}

/** Returns the failure of releasing a draft. */
function explainDraft(issue: string): ReleaseFailure {
  return new ReleaseFailure(
    `${issue} is a draft and is not released: remove \`draft\` from its file when it is finished.`,
  );
}

/** Returns the error for an issue whose release is already published. */
export function alreadyPublishedError(issue: string): ReleaseFailure {
  return new ReleaseFailure(
    `${tagOf(issue)} is already published, and a published release is not changed. To replace it, ` +
      'delete the release and its tag on GitHub, then tag the new commit.',
  );
}

/**
 * Returns the name of the issue that a name or tag means. It must be in issues/, because a release states
 * the commit that it was built from.
 * @throws UsageError if there is no such issue
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
