import type { CanvasNode } from '../pdf/definition.ts';

/** A horizontal rule; lengths in pt. */
export interface Rule {
  readonly length: number;
  readonly width: number;
  readonly color: string;
  /** From the column's left edge. */
  readonly offset?: number;
}

/** A rule across the column or a part of it. */
export function rule({ length, width, color, offset = 0 }: Rule): CanvasNode {
  return {
    canvas: [
      {
        type: 'line',
        x1: offset,
        y1: 0,
        x2: offset + length,
        y2: 0,
        lineWidth: width,
        lineColor: color,
      },
    ],
  };
}
