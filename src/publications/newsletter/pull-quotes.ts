import { type Block, listSpans, plainBlocks, type Quote } from '../../text/rich-text.ts';
import type { BodyPart } from './composed-newsletter.ts';

/** Divides a body into running text and pull quotes, which are quotations in quotations (`>>`). */
export function divideBody(blocks: readonly Block[]): BodyPart[] {
  const pulled = blocks.map(pullQuoteOf);
  const running = wordsOf(plainBlocks(blocks.filter((_, index) => !pulled[index])));
  return blocks.map((block, index): BodyPart => {
    const quote = pulled[index];
    if (!quote) return { kind: 'text', block };
    // A link that is not read aloud could not be found.
    const isRepeated =
      running.includes(wordsOf(plainBlocks(quote.blocks))) &&
      listSpans(quote.blocks).every(({ link }) => link === undefined);
    return { kind: 'pullQuote', quote, isRepeated };
  });
}

function pullQuoteOf(block: Block): Quote | undefined {
  if (block.kind !== 'quote' || block.blocks.length !== 1) return undefined;
  const [inner] = block.blocks;
  return inner?.kind === 'quote' ? inner : undefined;
}

/** Returns the words of a text in small letters, separated and surrounded by spaces. */
function wordsOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
