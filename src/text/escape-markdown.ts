const MARKS = /[\\`*_{}[\]<>#+\-.!|~&:@$^=]/g;
/** The position after a character that begins a reference: @someone, #12, GH-12, :tada:. */
const REFERENCES = /(?<=[@#:]|GH\\-)(?=[\p{L}\p{N}])/giu;

/**
 * Escapes a text for GitHub's Markdown, so that it is shown literally and mentions no person or issue.
 * GitHub looks for @names and #numbers after parsing Markdown, so a backslash does not prevent it; a
 * zero-width space after the character does.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(MARKS, '\\$&').replace(REFERENCES, '&#8203;');
}
