/** The end of a sentence before a capital letter or a number, but not behind an initial or No., г. */
const SENTENCE_END = /(?<!(?<!\p{L})(?:\p{Lu}\p{L}?|\p{L}))[.!?…]["”»)]?\s+(?=["“«(]?[\p{Lu}\d])/gu;

/**
 * Returns the sentence at an offset of a text. It is found by a pattern, which is faster than splitting
 * whole paragraphs, and good enough to look for words near a place.
 */
export function sentenceAt(text: string, at: number): string {
  const { from, to } = sentencePlace(text, at);
  return text.slice(from, to);
}

/** Returns where the sentence at an offset begins and ends. */
export function sentencePlace(text: string, at: number): { from: number; to: number } {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const to = lineEnd < 0 ? text.length : lineEnd;
  let from = line;
  for (const { index, 0: end } of text.slice(line, to).matchAll(SENTENCE_END)) {
    const next = line + index + end.length;
    if (next > at) return { from, to: next };
    from = next;
  }
  return { from, to };
}
