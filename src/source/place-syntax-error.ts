import { isCollection, isScalar, type Node, type YAMLError } from 'yaml';

/** Two offsets in a text. */
type Stretch = readonly [from: number, to: number];

/**
 * Where an error is mended: YAML sees some of them only further down than they were made. `nodes`
 * are those of the document in the order of the text.
 */
export function placeSyntaxError(error: YAMLError, nodes: readonly Node[], text: string): Stretch {
  const opened = openedBefore(error, nodes, text);
  if (opened !== undefined) return [opened, opened + 1];
  return pastBlankLines(error.pos, text);
}

/** Whether a bracket is open to the end, by the yaml package's sentence. */
export function isUnclosedBracket({ code, message }: Pick<YAMLError, 'code' | 'message'>): boolean {
  return (
    (code === 'BAD_INDENT' || code === 'MISSING_CHAR') && /^Flow .* end with a [}\]]/.test(message)
  );
}

/** Whether a quote is open to the end, by the yaml package's sentence. */
export function isUnclosedQuote({ code, message }: Pick<YAMLError, 'code' | 'message'>): boolean {
  return code === 'MISSING_CHAR' && /closing ['"]quote/.test(message);
}

/** The last quote or bracket before the error that was opened and never closed. */
function openedBefore(error: YAMLError, nodes: readonly Node[], text: string): number | undefined {
  if (!isUnclosedQuote(error) && !isUnclosedBracket(error)) return undefined;
  const before = nodes.filter(({ range }) => range && range[0] < error.pos[0]);
  if (isUnclosedQuote(error)) return before.findLast(isQuoted)?.range?.[0];
  return findOpenBracket(before, text);
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type?.startsWith('QUOTE') ?? false);
}

/** The last bracket without one that closes it; of two that seem to end at one, the inner has it. */
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

/** A blank line is never the mistake: the text after it is. */
function pastBlankLines([from, to]: Stretch, text: string): Stretch {
  const blank = /^[ \t]*\n\s*/.exec(text.slice(from));
  const start = from + (blank?.[0].length ?? 0);
  const isLineStart = from === 0 || text[from - 1] === '\n';
  return blank && isLineStart && start < text.length ? [start, start + 1] : [from, to];
}
