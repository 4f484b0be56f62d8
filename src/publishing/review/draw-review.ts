import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { assertWritable } from '../../output/assert-writable.ts';
import { WriteFailure } from '../../output/write-together.ts';
import { alignPages, choosePages, type DrawnPage } from './align-pages.ts';
import type { ReviewedIssue, ReviewPaths } from './review.ts';
import type { ShownIssue } from './review-page.ts';

/** Issues whose pages are drawn at most, those that differ first: more is no help to anyone. */
const MAX_DRAWN_ISSUES = 12;

/** An issue that was built as it was and as it is. */
export interface ReviewedEdition {
  readonly issue: ReviewedIssue;
  /** Name of its PDF in either folder. */
  readonly file: string;
}

/** Draws the pages of what was built and puts them side by side, in the order given. */
export async function drawReview(
  built: readonly ReviewedEdition[],
  paths: ReviewPaths,
  root: string,
  host: Host,
): Promise<ShownIssue[]> {
  const chosen = chooseEditionsToDraw(built);
  const shown: ShownIssue[] = [];
  for (const one of built) {
    shown.push(
      chosen.has(one)
        ? await drawVersions(one, paths, root, host)
        : { issue: one.issue, pages: [] },
    );
  }
  return shown;
}

/** The newest issues that differ, then the newest that do not. */
function chooseEditionsToDraw(built: readonly ReviewedEdition[]): ReadonlySet<ReviewedEdition> {
  const newest = [...built].reverse().filter(({ issue }) => issue.after !== undefined);
  const isSame = ({ issue: { before, after } }: ReviewedEdition) =>
    before?.sha256 === after?.sha256;
  const ordered = [...newest.filter((one) => !isSame(one)), ...newest.filter(isSame)];
  return new Set(ordered.slice(0, MAX_DRAWN_ISSUES));
}

async function drawVersions(
  { issue, file }: ReviewedEdition,
  { before, after, pictures }: ReviewPaths,
  root: string,
  host: Host,
): Promise<ShownIssue> {
  const draw = (folder: string, side: string): Promise<DrawnPage[]> =>
    drawIssue(join(folder, file), join(pictures, issue.name, side), root, host);
  const now = await draw(after, 'after');
  const isSame = issue.before?.sha256 === issue.after?.sha256;
  const old = isSame ? now : issue.before ? await draw(before, 'before') : [];
  const looks = (pages: readonly DrawnPage[]) => pages.map(({ sha256 }) => sha256);
  const pairs = alignPages(looks(old), looks(now));
  const firstPage = issue.after?.contents[0]?.page;
  return {
    issue: { ...issue, pages: pairs },
    pages: choosePages(pairs, { before: old, after: now }, firstPage),
  };
}

/** Pixels to a point: the pages are shown at the size of paper on a usual screen. */
const SCALE = 1.25;

/**
 * Draws every page of a PDF into a folder.
 * @throws WriteFailure when a page cannot be drawn
 */
export async function drawIssue(
  pdf: string,
  folder: string,
  root: string,
  host: Host,
): Promise<DrawnPage[]> {
  await assertWritable(folder, host, 'fixed');
  const program = join(root, 'src', 'publishing', 'review', 'draw-pages.mjs');
  const result = await host.run('node', [program, pdf, folder, String(SCALE), 'webp']);
  if (result?.code !== 0) {
    const reason = result?.printed.trim() ?? 'node is not there';
    throw new WriteFailure(`The pages of ${pdf} could not be drawn: ${reason}`);
  }
  return JSON.parse(result.output);
}
