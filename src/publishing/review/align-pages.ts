import { diffArrays } from 'diff';

/** A page as it looks. */
export interface DrawnPage {
  /** The sheet, from 1. */
  readonly number: number;
  /** The number printed on it. */
  readonly label: string;
  /** Path of its picture, a WebP. */
  readonly file: string;
  /** Over its pixels: pages with the same one look the same. */
  readonly sha256: string;
}

/** A page of the change beside the page that it was; numbers of sheets from 1. */
export interface PagePair {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly same: boolean;
}

/**
 * Puts the pages of two builds side by side. Pages that look the same hold the rest in place, so that
 * a page put in does not make every later one a changed one.
 * @param before what each page looks like, as a text that is the same for pages that look the same
 */
export function alignPages(before: readonly string[], after: readonly string[]): PagePair[] {
  const pairs: PagePair[] = [];
  let old = 0;
  let now = 0;
  let removed = 0;
  let added = 0;
  const flushChanges = () => {
    for (let index = 0; index < Math.max(removed, added); index++) {
      pairs.push({
        before: index < removed ? ++old : undefined,
        after: index < added ? ++now : undefined,
        same: false,
      });
    }
    removed = 0;
    added = 0;
  };
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) removed += part.value.length;
    else if (part.added) added += part.value.length;
    else {
      flushChanges();
      for (const _ of part.value) pairs.push({ before: ++old, after: ++now, same: true });
    }
  }
  flushChanges();
  return pairs;
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
