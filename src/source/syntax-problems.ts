import { type Document, isScalar, type LineCounter, visit, type YAMLError } from 'yaml';
import {
  explainSyntaxError,
  type SyntaxExplanation,
  UNKNOWN_ALIAS,
} from './explain-syntax-error.ts';

/** A mistake in the signs of YAML, and the stretch of the text it is in, as two offsets. */
export interface SyntaxProblem extends SyntaxExplanation {
  readonly from: number;
  readonly to: number;
}

/** The syntax problems of a parsed text; of each line the first, as the others follow from it. */
export function findSyntaxProblems(
  parsed: Document.Parsed,
  text: string,
  lines: LineCounter,
): SyntaxProblem[] {
  const errors = [...parsed.errors, ...parsed.warnings].map((error): SyntaxProblem => {
    const [from, to] = placeOf(error, parsed);
    return { ...explainSyntaxError(error, text), from, to: Math.max(to, from + 1) };
  });
  const told = new Set<number>();
  return [...errors, ...findUnknownAliases(parsed)]
    .sort((a, b) => a.from - b.from)
    .filter(({ from }) => {
      const { line } = lines.linePos(from);
      return told.has(line) ? false : told.add(line);
    });
}

/** A quote that is never closed is seen at the text's end, but mended where it was opened. */
function placeOf(error: YAMLError, parsed: Document.Parsed): readonly [number, number] {
  const unclosed = error.code === 'MISSING_CHAR' && /closing ['"]quote/.test(error.message);
  let opened: number | undefined;
  if (unclosed) {
    visit(parsed, (_, node) => {
      if (!isScalar(node) || !node.range || !node.type?.startsWith('QUOTE')) return;
      if (node.range[0] < error.pos[0]) opened = node.range[0];
    });
  }
  return opened === undefined ? error.pos : [opened, opened + 1];
}

function findUnknownAliases(parsed: Document.Parsed): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Alias(_, alias) {
      if (alias.resolve(parsed) || !alias.range) return;
      const [from, to] = alias.range;
      found.push({ ...UNKNOWN_ALIAS, from, to });
    },
  });
  return found;
}

/** A hash right before a word, after a text without quotes: meant to be printed, read as a remark. */
const CUT = /^[ \t]+(#[^\s#][^\r\n]*)/;

/** Texts that end sooner than they were meant to, because a ` #` in them begins a remark. */
export function findCutTexts(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Scalar(key, scalar) {
      if (key === 'key' || scalar.type !== 'PLAIN' || !scalar.range) return;
      const [, end] = scalar.range;
      const [all, remark = ''] = CUT.exec(text.slice(end)) ?? [];
      if (all === undefined) return;
      found.push({
        code: 'text-cut',
        message: `\`${remark.trim()}\` is not printed: a # after a space begins a remark`,
        hints: ['If it belongs to the text, put the whole text into single quotes.'],
        from: end + all.length - remark.length,
        to: end + all.length,
      });
    },
  });
  return found;
}
