/** A stretch of text in one style. */
export interface Span {
  readonly text: string;
  readonly italic?: true;
  readonly bold?: true;
  /** Address that the text leads to. */
  readonly link?: string;
}

/** A paragraph; direct speech opens with an en dash. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
  /** Where it begins in the text it was read from, in UTF-16 units. */
  readonly at: number;
}

/** A list with bullets, or with numbers from `start`. */
export interface List {
  readonly kind: 'list';
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

/** A passage taken from elsewhere, set off from the text. */
export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** What a body is made of. */
export type Block = Paragraph | List | Quote;

/** The text of spans without their style. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

/** The text of blocks without their style, a line for each paragraph. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return plainText(block.spans);
      return plainBlocks(block.kind === 'quote' ? block.blocks : block.items.flat());
    })
    .join('\n');
}
