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

/** A block of a body. */
export type Block = Paragraph | List | Quote;

/** Returns the text of spans without their style. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

/** Returns the text of blocks without their style, one line for each paragraph. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return plainText(block.spans);
      return plainBlocks(block.kind === 'quote' ? block.blocks : block.items.flat());
    })
    .join('\n');
}
