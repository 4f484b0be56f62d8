// Most bodies are paragraphs and nothing else, and a first reading by the whole of CommonMark takes
// longer than all the rest of a check.

/**
 * What CommonMark may take for its own (with what parse-rich-text.ts leaves out left out): a sign of
 * emphasis, a link, an escape; a line that opens like a list or a quote; white space at either end of
 * a line; line ends other than line feeds, and the character it replaces.
 */
const MAY_BE_MARKED = /[\\*_[\]<>&`\r\0]|^(?:[ \t+-]|\d{1,9}[.)])|[ \t]$/m;

/** A paragraph as it is written, and its place: the offset of its beginning. */
interface PlainParagraph {
  readonly text: string;
  readonly at: number;
}

/** The paragraphs of a text that CommonMark would find nothing else in; undefined when it might. */
export function splitPlainText(text: string): PlainParagraph[] | undefined {
  if (MAY_BE_MARKED.test(text)) return undefined;
  const paragraphs = text.matchAll(/[^\n]+(?:\n[^\n]+)*/g);
  return Array.from(paragraphs, ({ 0: paragraph, index }) => ({ text: paragraph, at: index }));
}
