// Tells which pages a change has touched, so that a viewer draws those alone. It reads what the
// renderer reads: a property that the renderer learns to draw has to be named here too.
import { createHash } from 'node:crypto';
import type { DocumentDefinition } from '../definition.ts';
import type { FlowLine } from '../measure/flow-node.ts';
import type { PlacedRun } from '../measure/styles.ts';
import type { Page } from '../pdfmake/types.ts';

type PlacedItem = Page['items'][number]['item'];

/**
 * A text for each laid-out page, the same for pages that look the same; `pictures` by name, `style`
 * what the whole document is drawn with.
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

/** A picture, a drawing or a shape: its plain properties, and what a picture shows. */
function describeNode(item: PlacedItem, pictures: Readonly<Record<string, Buffer>>): string {
  const plain = Object.entries(item).filter(([, value]) => /^(number|string)$/.test(typeof value));
  const picture = item.image === undefined ? undefined : pictures[item.image];
  return JSON.stringify([plain, item.points, picture && contentOf(picture)]);
}

const contents = new WeakMap<Buffer, string>();

/** What tells a picture from others; asked once of the same bytes in memory. */
function contentOf(picture: Buffer): string {
  const known = contents.get(picture);
  if (known !== undefined) return known;
  const content = createHash('sha256').update(picture).digest('base64url');
  contents.set(picture, content);
  return content;
}
