// Slips at the start of a line that YAML takes for a part of a key's name, so that it complains of
// something else, or of nothing.
import { type Document, isScalar, visit } from 'yaml';
import type { SyntaxProblem } from './syntax-problem.ts';

/** A blank that looks like a space and is none, such as the no-break space of a word processor. */
const ODD_BLANK = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const ODD_INDENT = new RegExp(`^[ \\t]*(${ODD_BLANK})`, 'm');
const ODD_AFTER_SIGN = new RegExp(`^(?:-|[^\\n]*?:)(${ODD_BLANK})`, 'm');
const DASH_WITHOUT_SPACE = /^[ \t]*(-)\p{L}/mu;

type Slip = readonly [pattern: RegExp, message: string, hint: string];

const PASTED = 'Word processors and web pages put such blanks into what is copied from them.';
const SLIPS: readonly Slip[] = [
  [
    ODD_INDENT,
    'a no-break space stands where the line is indented; it looks like a space and is none',
    `Delete the blanks at the start of the line and type spaces. ${PASTED}`,
  ],
  [
    ODD_AFTER_SIGN,
    'a no-break space stands after this sign; it looks like a space and is none',
    `Delete the blank after the colon or the dash and type a space. ${PASTED}`,
  ],
  [
    DASH_WITHOUT_SPACE,
    'a space is missing after the dash',
    'After the dash of a list comes a space: - title: Rally.',
  ],
];

/** The keys of a document that are no keys, each with the slip that made it one. */
export function findBrokenKeys(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || !key.range) return;
      const [from, to] = key.range;
      const slip = findSlip(text.slice(from, to), from);
      if (slip) found.push(slip);
    },
  });
  return found;
}

function findSlip(name: string, start: number): SyntaxProblem | undefined {
  for (const [pattern, message, hint] of SLIPS) {
    const match = pattern.exec(name);
    if (!match) continue;
    const from = start + match.index + match[0].indexOf(match[1] ?? '');
    return { code: 'yaml-syntax', message, hints: [hint], from, to: from + 1 };
  }
  return undefined;
}
