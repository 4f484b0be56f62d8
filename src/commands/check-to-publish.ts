import { basename, dirname } from 'node:path';
import { hasErrors } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { reportProblems } from './build-issue.ts';
import { count, displayPath } from './terminal.ts';

/** Warnings that are printed in full; beyond them each issue has a line. */
const IN_FULL = 10;
/** Issues that have a line; beyond them they are counted. */
const IN_A_LINE = 10;

type Checked = Awaited<ReturnType<Pipeline['checkIssue']>>;

/** What keeps an issue from its readers. */
export type Obstacle = 'errors' | 'examples';

/** Checks issues one after the other before they are published, and prints what `check` would. */
export interface PublishingCheck {
  /** Checks an issue; an issue with an obstacle has all its problems printed. */
  check(file: string): Promise<Obstacle | undefined>;
  /** Prints how many issues had warnings that were not printed. */
  end(): void;
}

/**
 * Begins to check issues, from the newest on. Warnings of the first are printed in full, as an editor is
 * at work on those; what an old archive has long had is a line for each issue, and then a number.
 */
export function createPublishingCheck(pipeline: Pipeline, host: Host): PublishingCheck {
  let printed = 0;
  let lines = 0;
  let uncounted = 0;
  const printWarnings = (file: string, checked: Checked) => {
    const warnings = checked.problems.length;
    if (warnings === 0) return;
    if (printed + warnings <= IN_FULL) {
      printed += warnings;
      reportProblems(checked, host);
    } else if (lines < IN_A_LINE) {
      lines++;
      const name = basename(dirname(file));
      const counted = `${displayPath(file, host)}  ${count(warnings, 'warning')}`;
      host.warn(`${counted}: \`npm run check -- ${name}\` shows them`);
    } else uncounted++;
  };
  return {
    async check(file) {
      const checked = await pipeline.checkIssue(file);
      const isExample = checked.problems.some(({ code }) => code === 'example-left-in');
      if (hasErrors(checked.problems) || isExample) {
        reportProblems(checked, host);
        return hasErrors(checked.problems) ? 'errors' : 'examples';
      }
      printWarnings(file, checked);
      return undefined;
    },
    end() {
      if (uncounted === 0) return;
      const verb = uncounted === 1 ? 'has' : 'have';
      const more = count(uncounted, 'more issue');
      host.warn(`${more} ${verb} warnings: \`npm run check\` shows them`);
    },
  };
}
