import { type Document, type Scalar, visit } from 'yaml';
import { SUPPRESSION_COMMENT } from './find-suppressions.ts';
import type { SyntaxProblem } from './positions.ts';

/** The blanks before a hash, and the rest of the line from it on. */
const HASH = /^([ \t]+)(#[^\r\n]*)/;

/** Texts that end sooner than they were meant to, because a ` #` in them begins a remark. */
export function findCutTexts(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Scalar(key, scalar) {
      if (key === 'key' || scalar.type !== 'PLAIN' || !scalar.range) return;
      const [, end] = scalar.range;
      const [all, blanks = '', comment = ''] = HASH.exec(text.slice(end)) ?? [];
      if (all === undefined || !isMeantAsText(scalar, blanks, comment)) return;
      found.push({
        code: 'text-cut',
        message: `\`${comment.trim()}\` is not printed: a # after a space begins a remark`,
        hints: [
          'If it belongs to the text, put the whole text into single quotes.',
          'If it is a remark, put it on a line of its own above.',
        ],
        from: end + blanks.length,
        to: end + all.length,
      });
    },
  });
  return found;
}

/**
 * Whether what follows a hash was probably meant to be printed. A hash right before a word (#1) is
 * in print what it is; a hash that stands by itself is a number sign after prose (Win # 19) and
 * begins a remark after a value (KZ # 9 events), where it is set off with more than one space, or where
 * it lets a warning be.
 */
function isMeantAsText({ value }: Scalar, blanks: string, comment: string): boolean {
  if (typeof value !== 'string' || SUPPRESSION_COMMENT.test(comment)) return false;
  if (/^#[^\s#]/.test(comment)) return true;
  if (blanks !== ' ' || !/^# *[^\s#]/.test(comment)) return false;
  const isProse = /\s/.test(value);
  return isProse || (/^\p{L}{3,}$/u.test(value) && /^# *\d/.test(comment));
}
