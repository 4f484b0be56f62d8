// Most bodies consist of paragraphs only. They are parsed here, because the first use of the CommonMark
// parser takes longer than the rest of a check.

/**
 * Matches a text that may contain supported markup: emphasis, a link, an address or an escape, a line that
 * begins like a list, a quote, a subheading or the second line of a table, white space at either end of a
 * line, line ends other than line feeds, and NUL, which CommonMark replaces.
 */
const MAY_BE_MARKED =
  /[\\*_[\]<>&`\r\0@]|https?:|www\.|^(?:[ \t+|:-]|#{3}[ \t]|\d{1,9}[.)])|[ \t]$/im;

/** The text of a paragraph and its offset in the body. */
interface PlainParagraph {
  readonly text: string;
  readonly at: number;
}

/** Splits a text into paragraphs; undefined if it may contain markup. */
export function splitPlainParagraphs(text: string): PlainParagraph[] | undefined {
  if (MAY_BE_MARKED.test(text)) return undefined;
  const paragraphs = text.matchAll(/[^\n]+(?:\n[^\n]+)*/g);
  return Array.from(paragraphs, ({ 0: paragraph, index }) => ({ text: paragraph, at: index }));
}
