import { basename, dirname } from 'node:path';
import { hasErrors } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { reportProblems } from './build-issue.ts';
import { count, displayPath } from './terminal.ts';

/** Up to this many warnings are printed in full; the issues after them get one line each. */
const MAX_PRINTED_WARNINGS = 10;
/** Up to this many issues get one line each; the issues after them are only counted. */
const MAX_ISSUE_LINES = 10;

type Checked = Awaited<ReturnType<Pipeline['checkIssue']>>;

/** Reason why an issue must not be published. */
export type PublishingBlocker = 'errors' | 'examples';

/** Checks issues before they are published and prints what `check` would print. */
export interface PublishingCheck {
  /** Checks an issue. All problems of an issue that must not be published are printed. */
  check(file: string): Promise<PublishingBlocker | undefined>;
  /** Prints how many more issues have warnings. */
  printSummary(): void;
}

/**
 * Creates a check for issues that are given from the newest to the oldest. Warnings of the first issues are
 * printed in full, as editors are still working on them; older issues get one line each, then only a count.
 */
export function createPublishingCheck(pipeline: Pipeline, host: Host): PublishingCheck {
  let printed = 0;
  let lines = 0;
  const unlisted = new Set<string>();
  const printWarnings = (file: string, checked: Checked) => {
    const warnings = checked.problems.length;
    if (warnings === 0) return;
    if (printed + warnings <= MAX_PRINTED_WARNINGS) {
      printed += warnings;
      reportProblems(checked, host);
    } else if (lines < MAX_ISSUE_LINES) {
      lines++;
      const name = basename(dirname(file));
      const counted = `${displayPath(file, host)}  ${count(warnings, 'warning')}`;
      host.warn(`${counted}: \`npm run check -- ${name}\` shows them`);
    } else unlisted.add(dirname(file));
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
    printSummary() {
      if (unlisted.size === 0) return;
      const verb = unlisted.size === 1 ? 'has' : 'have';
      const more = count(unlisted.size, 'more issue');
      host.warn(`${more} ${verb} warnings: \`npm run check\` shows them`);
    },
  };
}
