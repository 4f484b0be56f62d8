import { alignColumns } from '../text/align-columns.ts';
import {
  type Block,
  plainBlocks,
  type Span,
  type Table,
  type TableRow,
} from '../text/rich-text.ts';

/** Consecutive spans with the same link, or without one; `lines` are separated by line breaks. */
export interface ShownRun {
  readonly link: string | undefined;
  readonly spans: readonly {
    readonly bold: boolean;
    readonly italic: boolean;
    readonly lines: readonly string[];
  }[];
}

/** A block of a body, for the templates. */
export type ShownBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly ShownRun[] }
  | {
      readonly kind: 'list';
      readonly numbered: boolean;
      readonly start: number | undefined;
      readonly items: readonly (readonly ShownBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly ShownBlock[] }
  | { readonly kind: 'subheading'; readonly runs: readonly ShownRun[] }
  | {
      readonly kind: 'table';
      readonly head: readonly ShownCell[] | undefined;
      readonly rows: readonly (readonly ShownCell[])[];
    };

/** A cell of a table. */
export interface ShownCell {
  readonly runs: readonly ShownRun[];
  /** Undefined for the usual alignment at the left. */
  readonly align: 'center' | 'right' | undefined;
}

/** Converts spans for the templates. Spans with the same link are grouped into one link. */
export function showSpans(spans: readonly Span[]): ShownRun[] {
  const runs: { link: string | undefined; spans: ShownRun['spans'][number][] }[] = [];
  for (const { text, link, bold = false, italic = false } of spans) {
    const shown = { bold, italic, lines: text.split('\n') };
    const last = runs.at(-1);
    const target = link && asciiAddress(link);
    if (last && last.link === target) last.spans.push(shown);
    else runs.push({ link: target, spans: [shown] });
  }
  return runs;
}

/** Returns a link's address in the standard form, with letters outside ASCII encoded. */
export function asciiAddress(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}

/** Converts the blocks of a body for the templates. */
export function showBlocks(blocks: readonly Block[]): ShownBlock[] {
  return blocks.map(showBlock);
}

function showBlock(block: Block): ShownBlock {
  if (block.kind === 'paragraph' || block.kind === 'subheading')
    return { kind: block.kind, runs: showSpans(block.spans) };
  if (block.kind === 'table') return showTable(block);
  if (block.kind === 'quote') return { kind: 'quote', blocks: showBlocks(block.blocks) };
  const { start, items } = block;
  return { kind: 'list', numbered: start !== undefined, start, items: items.map(showBlocks) };
}

function showTable(table: Table): ShownBlock {
  const alignments = alignColumns(table).map(({ alignment }) => alignment);
  const show = (row: TableRow) =>
    row.map(({ spans }, column): ShownCell => {
      const alignment = alignments[column] ?? 'left';
      return { runs: showSpans(spans), align: alignment === 'left' ? undefined : alignment };
    });
  return { kind: 'table', head: table.head && show(table.head), rows: table.rows.map(show) };
}

/** Returns the plain text of a body, with one space between its blocks. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return plainBlocks(blocks).replace(/\s+/g, ' ');
}

/** Maximum number of characters of a text in a list, such as the search results. */
const MAX_EXCERPT = 200;

/** Shortens a text between two words. */
export function shortenText(text: string): string {
  if (text.length <= MAX_EXCERPT) return text;
  const end = text.lastIndexOf(' ', MAX_EXCERPT);
  return `${text.slice(0, end > 0 ? end : MAX_EXCERPT)} …`;
}

const BYTES_PER_MEGABYTE = 1_000_000;

/** Returns the size of a file in megabytes with one digit after the decimal mark of a language. */
export function showMegabytes(bytes: number, language: string): string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  });
  return format.format(bytes / BYTES_PER_MEGABYTE);
}
