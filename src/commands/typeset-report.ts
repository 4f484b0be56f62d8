import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { Blemish, TypesettingFigures } from '../pdf/inspect/typesetting-report.ts';
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts';
import { reportProblems } from './build-issue.ts';
import { findIssues, type IssueChoice } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

type Measured = Awaited<ReturnType<Pipeline['measureIssue']>>;

const BLEMISH_NAMES: Readonly<Record<Blemish['kind'], string>> = {
  loose: 'loose line',
  tight: 'tight line',
  widow: 'single line at the top of a page',
  orphan: 'single line at the bottom of a page',
  'stranded-heading': 'heading without two lines of text below it',
  'source-at-page-head': 'source alone at the top of a page',
  'short-section-end': 'fewer than three lines on a section’s last page',
  'hyphen-at-page-end': 'word hyphenated across pages',
};

/** Prints figures about the typesetting of the chosen issues. Writes nothing. @returns the exit code */
export async function reportTypesetting(
  request: IssueChoice,
  root: string,
  host: Host,
): Promise<number> {
  const files = await findIssues(request, join(root, 'issues'), host);
  const pipeline = createPipeline({
    host,
    root,
    output: join(root, 'output'),
  });
  let exitCode: number = EXIT.built;
  for (const file of files) {
    const outcome = await pipeline.measureIssue(file);
    if (outcome.figures) host.print(describe(file, outcome, host));
    else {
      reportProblems(outcome, host);
      exitCode = EXIT.issueHasErrors;
    }
  }
  return exitCode;
}

function describe(file: string, { figures, document }: Measured, host: Host): string {
  if (!figures) return '';
  const blemishes = figures.blemishes.map((blemish) => {
    const line =
      blemish.origin &&
      document?.locateText(blemish.origin.path, blemish.origin.at, blemish.origin.at + 1);
    const place = line ? `${displayPath(file, host)}:${line.start.line}: ` : '';
    const spaces =
      blemish.spaces === undefined ? '' : ` (word spaces ${blemish.spaces.toFixed(2)})`;
    return `  ${place}${BLEMISH_NAMES[blemish.kind]}${spaces}, sheet ${blemish.page}: ${blemish.text.trim()}`;
  });
  return [displayPath(file, host), ...describeFigures(figures), ...blemishes].join('\n');
}

function describeFigures(figures: TypesettingFigures): string[] {
  const { lines, justified, even, hyphens, worst, pageEnds, blemishes } = figures;
  const count = (kind: Blemish['kind']) =>
    blemishes.filter((blemish) => blemish.kind === kind).length;
  const share = justified === 0 ? 100 : (100 * even) / justified;
  const whites = pageEnds.map(({ white }) => white);
  const mean =
    whites.length === 0 ? 0 : whites.reduce((sum, white) => sum + white, 0) / whites.length;
  const rows: [string, string][] = [
    ['lines', `${lines}, ${justified} justified`],
    ['even word spaces', `${even} of ${justified} (${share.toFixed(1)} %)`],
    ['worst word spaces', worst ? `${(worst.spaces ?? 1).toFixed(2)} of natural` : 'none'],
    ['hyphens', String(hyphens)],
    ['widows, orphans', `${count('widow')}, ${count('orphan')}`],
    ['stranded headings', String(count('stranded-heading'))],
    ['sources alone', String(count('source-at-page-head'))],
    ['short section ends', String(count('short-section-end'))],
    [
      'white at page ends',
      `${mean.toFixed(0)} pt on average, ${Math.max(0, ...whites).toFixed(0)} pt at most`,
    ],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(20)}${value}`);
}
