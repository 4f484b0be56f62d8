import type { Box } from '../definition.ts';
import type { PageItem } from '../pdfmake/types.ts';

/** Place of a box on its page, in pt. */
interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns the ground and the rules of a box as page items. */
export function boxShapes({ color, rules = [] }: Box, place: BoxPlace): PageItem[] {
  const { x, y, width, height } = place;
  const ground = color === undefined ? [] : [{ type: 'rect', x, y, w: width, h: height, color }];
  const lines = rules.map(({ side, width: lineWidth, color: lineColor }) => ({
    type: 'line',
    x1: side === 'right' ? x + width : x,
    y1: side === 'bottom' ? y + height : y,
    x2: side === 'left' ? x : x + width,
    y2: side === 'top' ? y : y + height,
    lineWidth,
    lineColor,
  }));
  return [...ground, ...lines].map((shape) => ({
    type: 'vector',
    item: shape as unknown as PageItem['item'],
  }));
}
