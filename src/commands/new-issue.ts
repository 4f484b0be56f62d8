import { dirname, join } from 'node:path';
import { type StartedIssue, startIssue } from '../desk/start-issue.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import type { IssueWishes } from '../publications/publication.ts';
import type { World } from '../world/world.ts';
import { displayPath } from './display-path.ts';
import { EXIT } from './exit.ts';
import { listIssues, UsageError } from './find-issues.ts';

/** What new-issue is asked to do. */
export type NewIssueRequest = IssueWishes;

/**
 * Makes the next issue's folder and says what to do next.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function makeNewIssue(
  wishes: NewIssueRequest,
  root: string,
  world: World,
): Promise<number> {
  const names = await listIssues(join(root, 'issues'), world);
  const started = await startIssue(informationRelease, wishes, { world, root, names });
  if ('reasons' in started) throw new UsageError(started.reasons.join('\n'));
  world.print(describeNext(started, world));
  return EXIT.built;
}

function describeNext({ name, file }: StartedIssue, world: World): string {
  return [
    displayPath(file, world),
    '',
    'What to do next:',
    '  1. Open it and replace the example. For each further country take away the "# " before',
    '     its lines; remove the countries that have no articles.',
    `  2. Put the photos into ${displayPath(join(dirname(file), 'photos'), world)}`,
    `  3. See the PDF: npm run build-issue -- ${name}`,
  ].join('\n');
}
