import { diffArrays } from 'diff';

/** A page drawn to a picture. */
export interface DrawnPage {
  /** Position in the PDF, from 1. */
  readonly number: number;
  /** The printed page number. */
  readonly label: string;
  /** Path of its picture (WebP). */
  readonly file: string;
  /** Hash of its pixels: pages with equal hashes look the same. */
  readonly sha256: string;
}

/** A page before and after the change, as positions in the PDFs, from 1. */
export interface PagePair {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly same: boolean;
}

/**
 * Aligns the pages of two builds by diffing their hashes, so that an inserted page does not mark every
 * later page as changed.
 * @param before hashes of the pages; pages that look the same have equal hashes
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

/** A page shown to the reviewer, with its heading. */
export interface ShownPage {
  readonly name: string;
  readonly before: DrawnPage | undefined;
  readonly after: DrawnPage | undefined;
  readonly same: boolean;
}

/**
 * Chooses the pages to show to the reviewer: the cover, the contents, and each page that differs.
 * @param firstPage printed number of the first section's first page; the contents end before it
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
