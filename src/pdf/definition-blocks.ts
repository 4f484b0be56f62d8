// Properties of stacks and lists that are laid out as blocks of their own: columns, boxes, numbers of lists.
// docs/typesetting.md has examples. All lengths are in pt.

/**
 * Text in columns of equal width, from the current position over any number of pages. Where the flow
 * ends, its columns are balanced: they have about the same height. It also ends before a child with
 * `pageBreak` or `acrossColumns`, and continues after it in new columns. Nodes that are nested deeper
 * cannot start a page.
 */
export interface ColumnFlow {
  /** Number of columns, at least 1. */
  count: number;
  /** Distance between two columns. */
  gutter: number;
}

/**
 * A block of a column flow that leaves the order of the text where it does not fit, usually a photo
 * with its caption. In its column, it stands in the text if two lines of text fit below it, otherwise
 * at the head of the next column that it fits in. Across the columns, it stands at the head of the next
 * page, of this page if its columns are still empty, or below the columns if their text ends before. A
 * picture that is too high for a column or page is reduced. Elsewhere the block stays where it is.
 */
export interface ColumnFloat {
  across: boolean;
  /** White space below the block. */
  below: number;
}

/**
 * A block that stays together: it moves to the next column or page if it does not fit. Without colour
 * and rules, only its content is visible. A box that is higher than an empty column is divided between
 * its lines; its pictures are reduced first.
 */
export interface Box {
  /** White space between the edges and the content: left, top, right, bottom. */
  padding: [number, number, number, number];
  /** Colour of the ground. */
  color?: string;
  /** Lines on the edges; half of their width lies outside the box. */
  rules?: { side: 'left' | 'top' | 'right' | 'bottom'; width: number; color: string }[];
}

/**
 * Blocks beside each other with their heads on one line; each child of the stack is a block. They stay
 * together like a box.
 */
export interface SideBySide {
  gutter: number;
  /** Widths of the blocks; by default they are equal and fill the column. */
  widths?: readonly number[];
}

/**
 * Rows with `sideBySide`, whose cells are as wide as their columns need: a column is as wide as its widest
 * cell, or less if the grid would be wider than its place. A narrower grid is centred. Pages end between
 * rows; a row that is higher than a page is divided.
 */
export interface Grid {
  /** Number of rows at the beginning, 0 or 1, that are repeated at the head of the next pages. */
  headRows: 0 | 1;
}

/**
 * Numbers of a list in a style of their own, such as 01 in a larger size. The capitals of an item's first
 * line are aligned with the head of its number, and items are not divided between columns and pages.
 */
export interface Numerals {
  style: string;
  /** Least number of digits; smaller numbers begin with zeros. */
  digits: number;
  /** Distance between the widest number and the text. */
  gap: number;
}
