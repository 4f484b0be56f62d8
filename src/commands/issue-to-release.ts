import { join } from 'node:path';
import { issueOf } from '../releases/release-tag.ts';
import type { World } from '../world/world.ts';
import { listIssues, UsageError } from './find-issues.ts';

/**
 * The issue that is to be released, by its name or its tag: only one of issues/ can be, since a release
 * says from which commit it comes.
 * @throws UsageError when the word names none
 */
export async function findIssueToRelease(
  word: string | undefined,
  root: string,
  world: World,
): Promise<string> {
  const issue = word === undefined ? undefined : issueOf(word);
  if (!issue) throw new UsageError('Give an issue’s name (2024-19) or its tag (issue-2024-19).');
  const known = await listIssues(join(root, 'issues'), world);
  if (!known.includes(issue)) throw new UsageError(`There is no issue ${issue} in issues/.`);
  return issue;
}
