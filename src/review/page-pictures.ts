import type { PagePair } from './align-pages.ts';
import type { DrawnPage } from './draw-issue.ts';

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
