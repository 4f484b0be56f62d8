import type { Review } from '../review/review.ts';
import { reviewFolder } from '../review/review-folder.ts';
import { composeSummary } from '../review/summary.ts';
import type { World } from '../world/world.ts';
import { EXIT } from './exit.ts';
import { UsageError } from './find-issues.ts';

/**
 * Prints what `build-review` found as Markdown for a job's summary. The words are the addresses under
 * which the pages side by side and the PDFs were uploaded.
 * @throws UsageError when nothing was built
 */
export async function printCiSummary(
  [pages, files]: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  const { record } = reviewFolder(root);
  if ((await world.kindOf(record)) !== 'file') {
    throw new UsageError('There is nothing to sum up: run build-review first.');
  }
  const review: Review = JSON.parse(String(await world.readFile(record)));
  world.print(composeSummary(review, { pages, files }).trimEnd());
  return EXIT.built;
}
