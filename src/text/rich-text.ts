/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly italic?: true;
  readonly bold?: true;
  /** Address of a link. */
  readonly link?: string;
}

/** A paragraph; direct speech begins with an en dash. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
  /** Offset in the source text, in UTF-16 units. */
  readonly at: number;
}

/** A list with bullets, or with numbers from `start`. */
export interface List {
  readonly kind: 'list';
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

/** A block quotation. */
export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** A heading within a body. */
export interface Subheading {
  readonly kind: 'subheading';
  readonly spans: readonly Span[];
  /** Offset in the source text, in UTF-16 units. */
  readonly at: number;
}

/** Where the texts of a table's column stand; `auto` if the author did not choose. */
export type ColumnAlignment = 'left' | 'center' | 'right' | 'auto';

/** A table. All of its rows have one cell for each column. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly ColumnAlignment[];
  /** Headings of the columns; undefined if all of them are empty. */
  readonly head: TableRow | undefined;
  readonly rows: readonly TableRow[];
  /** Range in the source text, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
}

/** The cells of a row of a table. */
export type TableRow = readonly TableCell[];

/** A cell of a table; its spans are empty if nothing stands in it. */
export interface TableCell {
  readonly spans: readonly Span[];
  /** Offset in the source text, in UTF-16 units. */
  readonly at: number;
}

/** A block of a body. */
export type Block = Paragraph | List | Quote | Subheading | Table;

/** Returns the rows of a table with the headings of its columns. */
export function rowsOf({ head, rows }: Pick<Table, 'head' | 'rows'>): readonly TableRow[] {
  return head ? [head, ...rows] : rows;
}

/** Returns the text of spans without their style. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

/** Returns blocks with other spans in each of their texts. */
export function mapSpans(
  blocks: readonly Block[],
  change: (spans: readonly Span[]) => Span[],
): Block[] {
  const changeRow = (row: TableRow) => row.map((cell) => ({ ...cell, spans: change(cell.spans) }));
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map((item) => mapSpans(item, change)) };
      case 'quote':
        return { ...block, blocks: mapSpans(block.blocks, change) };
      case 'table':
        return {
          ...block,
          head: block.head && changeRow(block.head),
          rows: block.rows.map(changeRow),
        };
      default:
        return { ...block, spans: change(block.spans) };
    }
  });
}

/** Returns the spans of blocks in their order. */
export function listSpans(blocks: readonly Block[]): Span[] {
  const spans: Span[] = [];
  mapSpans(blocks, (own) => {
    spans.push(...own);
    return [...own];
  });
  return spans;
}

/** Returns the text of blocks without their style, one line for each paragraph and each row of a table. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'list':
      return plainBlocks(block.items.flat());
    case 'quote':
      return plainBlocks(block.blocks);
    case 'table':
      return rowsOf(block)
        .map((row) => row.map(({ spans }) => plainText(spans)).join('\t'))
        .join('\n');
    default:
      return plainText(block.spans);
  }
}
