import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { assertWritable } from '../../output/assert-writable.ts';
import { WriteFailure } from '../../output/write-together.ts';
import { alignPages, choosePages, type DrawnPage } from './align-pages.ts';
import type { ReviewedIssue, ReviewPaths } from './review.ts';
import type { ShownIssue } from './review-page.ts';

/** Maximum number of issues whose pages are drawn; more cannot be reviewed usefully. */
const MAX_DRAWN_ISSUES = 12;

/** An issue built before and after the change. */
export interface ReviewedEdition {
  readonly issue: ReviewedIssue;
  /** File name of its PDF, the same in both folders. */
  readonly file: string;
}

/** Draws and aligns the pages of the built issues, in the given order. */
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

/** Chooses the newest issues that differ, then the newest that do not. */
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
  const hashes = (pages: readonly DrawnPage[]) => pages.map(({ sha256 }) => sha256);
  const pairs = alignPages(hashes(old), hashes(now));
  const firstPage = issue.after?.contents[0]?.page;
  return {
    issue: { ...issue, pages: pairs },
    pages: choosePages(pairs, { before: old, after: now }, firstPage),
  };
}

/** Pixels per point: shows pages at about paper size on a 96 dpi screen (96 / 72 is 1.33). */
const SCALE = 1.25;

/**
 * Draws every page of a PDF into a folder.
 * @throws WriteFailure if a page cannot be drawn
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
    const reason = result?.printed.trim() ?? 'node is not installed';
    throw new WriteFailure(`The pages of ${pdf} could not be drawn: ${reason}`);
  }
  return JSON.parse(result.output);
}
