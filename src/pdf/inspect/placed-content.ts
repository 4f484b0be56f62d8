import type { Origin } from '../definition.ts';
import type { FlowLine, FlowNode, LineSetting } from '../measure/flow-node.ts';
import type { Page } from '../pdfmake/types.ts';

/** A laid-out line of text; lengths in pt from the page's top left corner. */
export interface TypesetLine extends LineSetting {
  /** Number of its sheet, from 1. */
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly origin: Origin | undefined;
  /** Whether the line belongs to a heading. */
  readonly heading: boolean;
  /** Whether the line belongs to a picture's caption. */
  readonly caption: boolean;
  /** Whether the line must not begin a page, such as an article's source. */
  readonly keptWithPrevious: boolean;
  /** Whether the line must begin a page, such as a section's heading. */
  readonly opensPage: boolean;
}

/** Lists the lines above the folios in reading order; `foot` is the lower edge of the text block in pt. */
export function listTypesetLines(pages: readonly Page[], foot: number): TypesetLine[] {
  return pages.flatMap(({ items }, index) =>
    items.flatMap(({ type, item }) => {
      const line: FlowLine | undefined = type === 'line' ? item : undefined;
      if (!line?.setting || !line.node || line.y >= foot) return [];
      const { setting, node } = line;
      return [
        {
          index: setting.index,
          count: setting.count,
          spaces: setting.spaces,
          hyphenated: setting.hyphenated,
          page: index + 1,
          top: line.y,
          bottom: line.y + line.getHeight(),
          left: line.x,
          right: line.x + Math.max(0, ...line.inlines.map(({ x, width }) => x + width)),
          text: line.inlines.map(({ text }) => text).join(''),
          origin: node.origin,
          heading: node.keepWithNext === true,
          caption: node.tag === 'Caption',
          keptWithPrevious: node.keepWithPrevious === true,
          opensPage: node.pageBreak === 'before',
        },
      ];
    }),
  );
}

/** A picture on a page; lengths in pt from the page's top left corner. */
export interface TypesetPicture {
  /** Number of its sheet, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the issue names it. */
  readonly origin: Origin;
}

/** Lists the pictures that an issue names, without the drawings of the template. */
export function listTypesetPictures(pages: readonly Page[]): TypesetPicture[] {
  return pages.flatMap(({ items }, index) =>
    items.flatMap(({ type, item }) => {
      const { origin, x, y, _width = 0, _height = 0 } = item as FlowNode & { x: number; y: number };
      if (type !== 'image' || !origin) return [];
      return [{ page: index + 1, left: x, top: y, right: x + _width, bottom: y + _height, origin }];
    }),
  );
}
