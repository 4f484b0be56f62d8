import { isCollection, isScalar, type Node, type YAMLError } from 'yaml';

/** Start and end offset in a text. */
type OffsetRange = readonly [from: number, to: number];

/**
 * Returns the range where an error has to be fixed; YAML detects some errors only further down.
 * `nodes` are the nodes of the document in text order.
 */
export function placeSyntaxError(
  error: YAMLError,
  nodes: readonly Node[],
  text: string,
): OffsetRange {
  const opened = findOpening(error, nodes, text);
  if (opened !== undefined) return [opened, opened + 1];
  return skipBlankLines(error.pos, text);
}

/** Whether the yaml package reports a bracket that is never closed. */
export function isUnclosedBracket({ code, message }: Pick<YAMLError, 'code' | 'message'>): boolean {
  return (
    (code === 'BAD_INDENT' || code === 'MISSING_CHAR') && /^Flow .* end with a [}\]]/.test(message)
  );
}

/** Whether the yaml package reports a quote that is never closed. */
export function isUnclosedQuote({ code, message }: Pick<YAMLError, 'code' | 'message'>): boolean {
  return code === 'MISSING_CHAR' && /closing ['"]quote/.test(message);
}

/** Returns the offset of the last unclosed quote or bracket before the error. */
function findOpening(error: YAMLError, nodes: readonly Node[], text: string): number | undefined {
  if (!isUnclosedQuote(error) && !isUnclosedBracket(error)) return undefined;
  const before = nodes.filter(({ range }) => range && range[0] < error.pos[0]);
  if (isUnclosedQuote(error)) return before.findLast(isQuoted)?.range?.[0];
  return findOpenBracket(before, text);
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type?.startsWith('QUOTE') ?? false);
}

/** Returns the offset of the last unclosed bracket; a closing bracket belongs to the innermost open one. */
function findOpenBracket(nodes: readonly Node[], text: string): number | undefined {
  const closed = new Set<number>();
  const open = nodes.findLast((node) => {
    if (!isCollection(node) || !node.flow || !node.range) return false;
    const [from, to] = node.range;
    const end = from + text.slice(from, to).trimEnd().length - 1;
    if (text[end] !== (text[from] === '{' ? '}' : ']') || closed.has(end)) return true;
    closed.add(end);
    return false;
  });
  return open?.range?.[0];
}

/** Moves a range from a blank line to the text after it, which contains the mistake. */
function skipBlankLines([from, to]: OffsetRange, text: string): OffsetRange {
  const blank = /^[ \t]*\n\s*/.exec(text.slice(from));
  const start = from + (blank?.[0].length ?? 0);
  const isLineStart = from === 0 || text[from - 1] === '\n';
  return blank && isLineStart && start < text.length ? [start, start + 1] : [from, to];
}
