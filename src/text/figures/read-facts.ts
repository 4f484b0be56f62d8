import type { LanguageFigures } from '../languages/figures/language-figures.ts';
import { combineDrafts } from './combine-drafts.ts';
import { type Draft, finishDraft, type Reader } from './draft.ts';
import type { Fact } from './fact.ts';
import { readMonth } from './read-date.ts';
import { readFigure, readFractionSign } from './read-figure.ts';
import { readWord } from './read-numeral.ts';
import { Tokens } from './tokens.ts';

/** The figures, dates and numbers in words of a text, in their order. */
export function readFacts(text: string, language: LanguageFigures): Fact[] {
  const reader: Reader = { tokens: new Tokens(text), language };
  const drafts: Draft[] = [];
  let from = 0;
  while (from < reader.tokens.list.length) {
    const found = findAhead(from, drafts, reader);
    drafts.push(...found);
    from = Math.max(from, ...found.map(({ last }) => last)) + 1;
  }
  return combineDrafts(drafts, reader).map((draft) => finishDraft(draft, reader));
}

function findAhead(index: number, drafts: readonly Draft[], reader: Reader): Draft[] {
  const kind = reader.tokens.at(index)?.kind;
  if (kind === 'number') return readFigure(index, firstFree(drafts), reader);
  if (kind === 'sign') return [readFractionSign(index, reader) ?? []].flat();
  return [readWord(index, reader) ?? readMonth(index, reader) ?? []].flat();
}

/** The first token that a number may take as its month, label or currency. */
function firstFree(drafts: readonly Draft[]): number {
  const before = drafts.at(-1);
  if (!before) return 0;
  // A month or a unit that was read without a number is free.
  const isLone = before.isStrict && before.first === before.last;
  return isLone ? before.first : before.last + 1;
}
