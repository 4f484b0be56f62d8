import type { ContentsLineNode } from './definition.ts';
import type { FlowLine } from './flow-node.ts';
import type { Inline } from './inline.ts';
import { measureText } from './word.ts';

/** A laid-out line of the contents that waits for the number of its target's page. */
export interface ContentsLine {
  readonly entry: ContentsLineNode['contentsLine'];
  /** The last line of the entry's title; leader and number go on in it. */
  readonly line: FlowLine;
  /** The column's right edge, in pt from the page's left edge. */
  readonly right: number;
}

/** Adds leader dots and the printed number to a contents line, both leading to the target. */
export function finishContentsLine({ entry, line, right }: ContentsLine, number: string): void {
  const title = line.inlines.at(-1);
  if (!title) return;
  const { wordPart: _, ...inherited } = title;
  const style: Inline = { ...inherited, linkToDestination: entry.target };
  const width = right - line.x;
  const numberWidth = measureText(style, number);
  const leader = measureText(style, entry.leader);
  const end = title.x + title.width;
  // Counted from the right edge, so that the dots of all lines stand below each other.
  const room = Math.ceil(numberWidth / leader + entry.numberGap) * leader;
  const count = Math.floor((width - room - end) / leader);
  if (count > 0) {
    const dots = entry.leader.repeat(count);
    const x = width - room - count * leader;
    line.inlines.push({
      ...style,
      text: dots,
      x,
      width: count * leader,
      wordSpacing: 0,
      adorns: true,
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
