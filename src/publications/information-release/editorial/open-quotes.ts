import type { Finding } from '../../../source/finding.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Opening marks with the marks that may close them; „ is closed by “ in German and Russian. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”' };
/** What may stand before a straight quote that opens. */
const BEFORE_OPENING = /[\s([{\u2013\u2014/*_-]/;

interface Opening {
  readonly mark: string;
  readonly at: number;
}

/** Opening quotes that nothing closes. */
export function findOpenQuotes(passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage) =>
    findUnclosed(passage).map(({ mark, at }) => ({
      code: 'quote-open' as const,
      severity: 'warning' as const,
      message: `the quote that opens here with ${mark} is never closed`,
      path: passage.path,
      piece: { from: at, to: at + 1 },
      hints: ['Write the closing mark where the quoted words end.'],
    })),
  );
}

/**
 * A quote of several paragraphs opens again at each of them and is closed in the last: an opening
 * is forgiven when the next paragraph begins with a mark of its kind.
 */
function findUnclosed(passage: Passage): Opening[] {
  const paragraphs = listParagraphs(passage);
  return paragraphs.flatMap(({ text, at }, index) => {
    const next = paragraphs[index + 1]?.text.trimStart()[0];
    return [...findCurly(text), ...findStraight(text)]
      .filter(({ mark }) => mark !== next)
      .map((opening) => ({ ...opening, at: opening.at + at }));
  });
}

function findCurly(text: string): Opening[] {
  const open: Opening[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”«»„]/g)) {
    const last = open.at(-1);
    if (last && PAIRS[last.mark]?.includes(mark)) open.pop();
    else if (mark in PAIRS) open.push({ mark, at: index });
  }
  return open;
}

/** A straight quote opens after white space or a bracket; any other closes, or marks inches. */
function findStraight(text: string): Opening[] {
  const open: Opening[] = [];
  for (const { index } of text.matchAll(/"/g)) {
    if (index === 0 || BEFORE_OPENING.test(text[index - 1] ?? ''))
      open.push({ mark: '"', at: index });
    else open.pop();
  }
  return open;
}
