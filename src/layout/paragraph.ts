import type { Origin, TextNode, TextRun } from '../pdf/definition.ts';
import type { Span } from '../text/rich-text.ts';

/** Names of the styles that text and what stands in it are set in. */
export interface TextStyles {
  readonly text: string | string[];
  readonly link: string;
}

/** A paragraph of spans. */
export function paragraph(spans: readonly Span[], styles: TextStyles, origin?: Origin): TextNode {
  const text = spans.map((span) => toRun(span, styles));
  return { text, style: styles.text, ...(origin && { origin }) };
}

function toRun(span: Span, styles: TextStyles): TextRun {
  const run: TextRun = { text: span.text };
  if (span.italic) run.italics = true;
  if (span.bold) run.bold = true;
  return span.link === undefined ? run : { ...run, style: styles.link, link: span.link };
}
