const MARKS = /[\\`*_{}[\]<>#+\-.!|~&:@$^=]/g;
/** A sign that a letter or a digit follows: @someone, #12, GH-12, :tada:. */
const CALLS = /(?<=[@#:]|GH\\-)(?=[\p{L}\p{N}])/giu;

/**
 * Text of an issue as it stands in GitHub's Markdown: letter for letter, never as markup, and never
 * calling a person or an issue. GitHub looks for @names and #numbers after Markdown is read, so a
 * backslash does not stop it; a zero-width space behind the sign does.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(MARKS, '\\$&').replace(CALLS, '&#8203;');
}
