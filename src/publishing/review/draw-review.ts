import { join } from 'node:path';
import type { World } from '../../host/host.ts';
import { alignPages, type PagePair } from './align-pages.ts';
import { type DrawnPage, drawIssue } from './draw-issue.ts';
import type { ReviewedIssue, ReviewFolder } from './review.ts';
import type { ShownIssue } from './review-page.ts';

/** Issues whose pages are drawn at most, those that differ first: more is no help to anyone. */
const DRAWN_AT_MOST = 12;

/** An issue that was built as it was and as it is. */
export interface BuiltTwice {
  readonly issue: ReviewedIssue;
  /** Name of its PDF in either folder. */
  readonly file: string;
}

/** Draws the pages of what was built and puts them side by side, in the order given. */
export async function drawReview(
  built: readonly BuiltTwice[],
  places: ReviewFolder,
  root: string,
  world: World,
): Promise<ShownIssue[]> {
  const chosen = chooseDrawn(built);
  const shown: ShownIssue[] = [];
  for (const one of built) {
    shown.push(
      chosen.has(one) ? await drawBoth(one, places, root, world) : { issue: one.issue, pages: [] },
    );
  }
  return shown;
}

/** The newest issues that differ, then the newest that do not. */
function chooseDrawn(built: readonly BuiltTwice[]): ReadonlySet<BuiltTwice> {
  const newest = [...built].reverse().filter(({ issue }) => issue.after !== undefined);
  const isSame = ({ issue: { before, after } }: BuiltTwice) => before?.sha256 === after?.sha256;
  const ordered = [...newest.filter((one) => !isSame(one)), ...newest.filter(isSame)];
  return new Set(ordered.slice(0, DRAWN_AT_MOST));
}

async function drawBoth(
  { issue, file }: BuiltTwice,
  { before, after, pictures }: ReviewFolder,
  root: string,
  world: World,
): Promise<ShownIssue> {
  const draw = (folder: string, side: string): Promise<DrawnPage[]> =>
    drawIssue(join(folder, file), join(pictures, issue.name, side), root, world);
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

/** Pictures that a reviewer is shown of a page, and what it is. */
export interface ShownPage {
  readonly name: string;
  readonly before: DrawnPage | undefined;
  readonly after: DrawnPage | undefined;
  readonly same: boolean;
}

/**
 * Chooses the pages that a reviewer is shown: the cover, the contents, and each page that differs.
 * @param firstPage the number printed on the first section's first page: the contents end before it
 */
export function choosePages(
  pairs: readonly PagePair[],
  {
    before,
    after,
  }: { readonly before: readonly DrawnPage[]; readonly after: readonly DrawnPage[] },
  firstPage: number | undefined,
): ShownPage[] {
  const first = after.findIndex(({ label }) => label === String(firstPage)) + 1;
  const contentsEnd = Math.max(first - 1, 2);
  return pairs.flatMap((pair) => {
    const isFront = pair.after !== undefined && pair.after <= contentsEnd;
    if (pair.same && !isFront) return [];
    const old = pair.before === undefined ? undefined : before[pair.before - 1];
    const now = pair.after === undefined ? undefined : after[pair.after - 1];
    const name = pair.after === 1 ? 'Cover' : isFront ? 'Contents' : nameOf(now ?? old);
    return [{ name, before: old, after: now, same: pair.same }];
  });
}

function nameOf(page: DrawnPage | undefined): string {
  return page ? `Page ${page.label}` : '';
}
