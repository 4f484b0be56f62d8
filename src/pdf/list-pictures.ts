import type { Origin } from './definition.ts';
import type { FlowNode } from './flow-node.ts';
import type { Page } from './pdfmake.ts';

/** A picture on a page; lengths in pt from the page's top left corner. */
export interface SetPicture {
  /** Sheet it is on, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where it was named. */
  readonly origin: Origin;
}

/** The pictures of laid-out pages that someone named; drawings of the template are not among them. */
export function listPictures(pages: readonly Page[]): SetPicture[] {
  return pages.flatMap(({ items }, index) =>
    items.flatMap(({ type, item }) => {
      const { origin, x, y, _width = 0, _height = 0 } = item as FlowNode & { x: number; y: number };
      if (type !== 'image' || !origin) return [];
      return [{ page: index + 1, left: x, top: y, right: x + _width, bottom: y + _height, origin }];
    }),
  );
}
