import type { ContentsLineNode, LineDrawing } from '../definition.ts';
import type { FlowLine, FlowNode } from '../measure/flow-node.ts';
import type { PlacedRun } from '../measure/styles.ts';
import { measureText } from '../measure/words.ts';
import type { PageItem } from '../pdfmake/types.ts';

/** A laid-out line of the contents, still without its page number. */
export interface ContentsLine {
  readonly entry: ContentsLineNode['contentsLine'];
  /** The last line of the entry's title, to which leader and number are added. */
  readonly line: FlowLine;
  /** Distance in pt from the line's start to the column's right edge. */
  readonly width: number;
}

/** Adds leader dots and the printed page number to a contents line, both linked to the target. */
export function finishContentsLine({ entry, line, width }: ContentsLine, page: string): void {
  const title = line.inlines.at(-1);
  if (!title) return;
  const { wordPart: _, ...inherited } = title;
  const style: PlacedRun = { ...inherited, linkToDestination: entry.target };
  const number = `${entry.numberPrefix ?? ''}${page}`;
  const numberWidth = measureText(style, number);
  const leader = measureText(style, entry.leader);
  const end = title.x + title.width;
  // Counted from the right edge, so that the dots of all lines are vertically aligned.
  const reserved = Math.ceil(numberWidth / leader + entry.numberGap) * leader;
  const count = leader > 0 ? Math.floor((width - reserved - end) / leader) : 0;
  if (count > 0) {
    const dots = entry.leader.repeat(count);
    const x = width - reserved - count * leader;
    line.inlines.push({
      ...style,
      text: dots,
      x,
      width: count * leader,
      wordSpacing: 0,
      isArtifact: true,
    });
  }
  line.inlines.push({
    ...style,
    text: number,
    x: width - numberWidth,
    width: numberWidth,
    wordSpacing: 0,
  });
}

/** Sets `labelOf` on list markers, which pdfmake draws as separate lines and shapes. */
export function labelMarkers(items: readonly FlowNode[]): void {
  for (const item of items) {
    const { listMarker } = item as { listMarker?: { _inlines?: object[]; canvas?: object[] } };
    for (const mark of listMarker?._inlines ?? listMarker?.canvas ?? []) {
      Object.assign(mark, { labelOf: item });
    }
  }
}

/** Cap height as a fraction of the font size, in Times and similar fonts. */
const CAP_HEIGHT = 0.66;

/** Moves the number of a list item so that its head is aligned with the capitals of the item's first line. */
export function alignNumeral(numeral: FlowLine, line: FlowLine): void {
  numeral.y = line.y + headOf(line) - headOf(numeral);
}

/** Returns the distance in pt from a line's upper edge to the head of its first capital. */
function headOf(line: FlowLine): number {
  return line.getAscenderHeight() - (line.inlines[0]?.fontSize ?? 0) * CAP_HEIGHT;
}

/** Returns the page item of a drawing before a placed line, vertically centred on its capitals. */
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
