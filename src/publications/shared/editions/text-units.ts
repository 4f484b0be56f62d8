import { parseRichText } from '../../../text/parse-rich-text.ts';
import {
  type Block,
  type Paragraph,
  plainText,
  rowsOf,
  type TableRow,
} from '../../../text/rich-text.ts';

/** A paragraph, an entry of a list, a subheading or a row of a table, which is translated as one. */
export interface TextUnit {
  readonly text: string;
  /** Addresses of its links. */
  readonly links: readonly string[];
  /** Where it begins in the body, in UTF-16 units. */
  readonly at: number;
  /**
   * Kinds of blocks that it is in, from the outermost: `list>quote>`, `table>`, `subheading>`; empty for a
   * plain paragraph.
   */
  readonly inside: string;
}

/** The texts of a body in their order. */
export function listUnits(body: string): TextUnit[] {
  return unitsOf(parseRichText(body).blocks, '');
}

function unitsOf(blocks: readonly Block[], inside: string): TextUnit[] {
  return blocks.flatMap((block): TextUnit[] => {
    if (block.kind === 'list')
      return block.items.flatMap((item) => unitsOf(item, `${inside}list>`));
    if (block.kind === 'quote') return unitsOf(block.blocks, `${inside}quote>`);
    if (block.kind === 'table')
      return rowsOf(block).map((row) => unitOf(joinCells(row), `${inside}table>`));
    return [unitOf(block, block.kind === 'subheading' ? `${inside}subheading>` : inside)];
  });
}

/** Joins the cells of a row to one text. */
function joinCells(row: TableRow): Pick<Paragraph, 'spans' | 'at'> {
  const spans = row.flatMap((cell, column) => [
    ...(column > 0 ? [{ text: ' | ' }] : []),
    ...cell.spans,
  ]);
  return { spans, at: row[0]?.at ?? 0 };
}

function unitOf({ spans, at }: Pick<Paragraph, 'spans' | 'at'>, inside: string): TextUnit {
  const links = spans.flatMap(({ link }) => (link === undefined ? [] : [link]));
  return { text: plainText(spans), links, at, inside };
}

/** A text of one line as a unit. */
export function lineUnit(text: string): TextUnit {
  return { text, links: [], at: 0, inside: '' };
}
