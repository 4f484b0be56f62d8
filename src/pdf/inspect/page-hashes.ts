// Detects the pages that a change affects, so that a viewer redraws only those. Every property that
// the renderer draws must be hashed here.
import { createHash } from 'node:crypto';
import type { DocumentDefinition } from '../definition.ts';
import type { FlowLine } from '../measure/flow-node.ts';
import type { PlacedRun } from '../measure/styles.ts';
import type { Page } from '../pdfmake/types.ts';

type PlacedItem = Page['items'][number]['item'];

/**
 * Returns a hash for each laid-out page, equal for pages that look the same.
 * @param pictures the bytes of the pictures by name
 * @param style what applies to the whole document
 */
export function hashPages(
  pages: readonly Page[],
  pictures: Readonly<Record<string, Buffer>>,
  style: DocumentDefinition['underline'],
): string[] {
  return pages.map(({ items, pageSize }) => {
    const hash = createHash('sha256').update(JSON.stringify([pageSize, style]));
    for (const { type, item } of items) {
      hash.update(type === 'line' ? describeLine(item) : describeNode(item, pictures));
    }
    return hash.digest('base64url').slice(0, 22);
  });
}

function describeLine({ x, y, inlines }: FlowLine): string {
  return JSON.stringify([x, y, inlines.map(describeRun)]);
}

function describeRun(run: PlacedRun): unknown[] {
  const { text, x, font, fontSize, color, decoration, link, linkToDestination } = run;
  const { glyphScale, wordSpacing, characterSpacing } = run;
  const look = [font.name, fontSize, color, decoration, glyphScale, wordSpacing, characterSpacing];
  return [text, x, link, linkToDestination, ...look];
}

/** Describes a picture, a drawing or a shape by its plain properties and a picture's content. */
function describeNode(item: PlacedItem, pictures: Readonly<Record<string, Buffer>>): string {
  const plain = Object.entries(item).filter(([, value]) => /^(number|string)$/.test(typeof value));
  const picture = item.image === undefined ? undefined : pictures[item.image];
  return JSON.stringify([plain, item.points, picture && hashPicture(picture)]);
}

const pictureHashes = new WeakMap<Buffer, string>();

/** Returns the hash of a picture, computed once for each buffer. */
function hashPicture(picture: Buffer): string {
  const known = pictureHashes.get(picture);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(picture).digest('base64url');
  pictureHashes.set(picture, hash);
  return hash;
}
