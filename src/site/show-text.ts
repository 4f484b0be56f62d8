import type { Block, Span } from '../text/rich-text.ts';

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
  | { readonly kind: 'quote'; readonly blocks: readonly ShownBlock[] };

/** Converts spans for the templates. Spans with the same link are grouped into one link. */
export function showSpans(spans: readonly Span[]): ShownRun[] {
  const runs: { link: string | undefined; spans: ShownRun['spans'][number][] }[] = [];
  for (const { text, link, bold = false, italic = false } of spans) {
    const shown = { bold, italic, lines: text.split('\n') };
    const last = runs.at(-1);
    if (last && last.link === link) last.spans.push(shown);
    else runs.push({ link, spans: [shown] });
  }
  return runs;
}

/** Converts the blocks of a body for the templates. */
export function showBlocks(blocks: readonly Block[]): ShownBlock[] {
  return blocks.map(showBlock);
}

function showBlock(block: Block): ShownBlock {
  if (block.kind === 'paragraph') return { kind: 'paragraph', runs: showSpans(block.spans) };
  if (block.kind === 'quote') return { kind: 'quote', blocks: showBlocks(block.blocks) };
  const { start, items } = block;
  return { kind: 'list', numbered: start !== undefined, start, items: items.map(showBlocks) };
}

/** Returns the plain text of a body, with one space between its blocks. */
export function textOfBlocks(blocks: readonly Block[]): string {
  const texts = blocks.map((block) => {
    if (block.kind === 'paragraph') return block.spans.map(({ text }) => text).join('');
    if (block.kind === 'quote') return textOfBlocks(block.blocks);
    return block.items.map(textOfBlocks).join(' ');
  });
  return texts.join(' ').replace(/\s+/g, ' ');
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
