/** Where a line of a text begins, counted from 1; undefined when the text has fewer lines. */
export function startOfLine(text: string, line: number): number | undefined {
  let at = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at;
}
