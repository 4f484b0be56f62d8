import type { LineDrawing } from './definition.ts';
import type { FlowLine } from './flow-node.ts';
import type { PageItem } from './pdfmake.ts';

/** Height of capitals as a part of the size: a fact of Times and its kin, no matter of style. */
const CAP_HEIGHT = 0.66;

/** A drawing before a line that stands already, on the height of its capitals. */
export function drawingBefore(
  line: FlowLine,
  { svg, width, height, gap }: LineDrawing,
): PageItem[] {
  const first = line.inlines[0];
  if (!first) return [];
  const baseline = line.y + line.getAscenderHeight();
  const x = line.x + first.x - gap - width;
  const y = baseline - (first.fontSize * CAP_HEIGHT + height) / 2;
  const item = { svg, x, y, _width: width, _height: height, positions: [] };
  return [{ type: 'svg', item: item as unknown as PageItem['item'] }];
}
