// Rules about quotation marks and brackets, which stand in pairs.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece, type ValueEdit } from '../../../../source/value-changes.ts';
import type { Language } from '../../../../text/languages/language.ts';
import { listParagraphs, type Passage } from '../passages.ts';
import {
  BRACKETS,
  CLOSING,
  explainMixed,
  explainMixedBrackets,
  explainOpen,
  explainUnopened,
  explainWrongOpening,
  type Fault,
  findForeign,
  isQuote,
  type Sign,
} from './pair-faults.ts';

/** Problem codes of quotation marks and brackets. */
export const PAIRED_SIGN_CODES = {
  'quote-open': warning('Readers cannot see where the quotation ends.', {
    bad: 'They watched “Zakladka and a play.',
    good: 'They watched “Zakladka” and a play.',
  }),
  'quote-unopened': warning('Readers cannot see where the quotation begins.', {
    bad: 'They watched Zakladka” and a play.',
    good: 'They watched “Zakladka” and a play.',
  }),
  'quote-mixed': warning('A quotation that ends with another kind of mark reads as two.', {
    fix: 'automatic',
    bad: 'They watched “Zakladka" and a play.',
    good: 'They watched “Zakladka” and a play.',
  }),
  'quote-foreign': warning('Each language has quotation marks of its own.', {
    fix: 'automatic',
    bad: 'They watched «Zakladka» and a play.',
    good: 'They watched “Zakladka” and a play.',
  }),
  'bracket-unpaired': warning('Readers cannot see where the addition begins or ends.', {
    fix: 'suggested',
    bad: 'The university (KazNMU has a lecture hall.',
    good: 'The university (KazNMU) has a lecture hall.',
  }),
} satisfies CodeNotes;

const SIGNS = /[“”«»„‘’"()[\]]/g;
const HAS_SIGN = /[“”«»„‘"()[\]]/;
/** Characters that may precede an opening quotation mark. */
const BEFORE_OPENING = /[\s([{\u2013\u2014/*_«“„‘-]/;
/** A link; its brackets are markup. */
const LINK = /(?<!\\)\[([^\][\n]*)(\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\))/g;
const SPEECH = /^\s*[-–—]\s/;
/** The mark of a list entry: 1) a) */
const LIST_MARK = /(?:^|[\s;:,(])(?:\d{1,3}|\p{L}{1,2})$/u;

/** Finds quotation marks and brackets that do not pair, and quotation marks of other languages. */
export function findUnpairedSigns(passages: readonly Passage[], language: Language): Finding[] {
  return passages
    .filter(({ text }) => HAS_SIGN.test(text))
    .flatMap((passage) => checkPassage(passage, language));
}

function checkPassage(passage: Passage, { quotes }: Language): Finding[] {
  const text = hideLinkMarkup(passage);
  const paragraphs = listParagraphs({ text });
  // Quotations that are open at the end of a paragraph and go on in the next one.
  let continued: readonly Sign[] = [];
  return paragraphs.flatMap((paragraph, index) => {
    // Direct speech begins with its dash and may end with a closing mark: - We talked,” he said.
    const speech = SPEECH.test(paragraph.text) ? [{ mark: quotes.outer[0], at: 0 }] : [];
    const matched = matchSigns(paragraph.text, [...continued, ...speech]);
    const next = paragraphs[index + 1]?.text.trimStart()[0];
    // A quotation of several paragraphs has an opening mark in each, and a closing mark in the last one.
    const unclosed = matched.open.filter(({ mark }) => mark !== next || BRACKETS.includes(mark));
    continued = [...matched.continued, ...matched.open].filter(({ mark }) => isQuote(mark));
    const findings = [
      ...unclosed.map((sign) => explainOpen(sign)),
      ...matched.faults,
      ...findForeign(matched.pairs, paragraph.text, quotes),
    ];
    return findings.map(({ from, to, edits = [], ...finding }): Finding => {
      const piece = { from: paragraph.at + from, to: paragraph.at + to };
      const located = edits.map(
        ({ title, isSure, replacements }): ValueEdit => ({
          title,
          isSure,
          changes: replacements.flatMap(
            ({ at, newText }) =>
              replacePiece(
                title,
                passage.path,
                { from: paragraph.at + at, to: paragraph.at + at + 1 },
                newText,
              ).changes,
          ),
        }),
      );
      return { ...finding, severity: 'warning', path: passage.path, piece, edits: located };
    });
  });
}

/** Replaces brackets and addresses of links by spaces; the texts of links stay. */
function hideLinkMarkup({ written, text }: Passage): string {
  if (!written.includes('](')) return text;
  let hidden = '';
  for (const { index, 0: link, 1: words = '' } of written.matchAll(LINK)) {
    hidden += text.slice(hidden.length, index) + ` ${words}`.padEnd(link.length);
  }
  return hidden + text.slice(hidden.length);
}

interface Matched {
  readonly open: readonly Sign[];
  /** Quotations of earlier paragraphs that are still open. */
  readonly continued: readonly Sign[];
  readonly pairs: readonly (readonly [Sign, Sign])[];
  readonly faults: readonly Fault[];
}

/** Matches the signs of a paragraph. @param continued quotations that earlier paragraphs left open */
function matchSigns(text: string, continued: readonly Sign[]): Matched {
  const open: Sign[] = [];
  const pairs: [Sign, Sign][] = [];
  const faults: Fault[] = [];
  const before = [...continued];
  const signs = [...text.matchAll(SIGNS)].map(({ 0: mark, index }) => ({ mark, at: index }));
  for (const sign of signs) {
    const last = open.at(-1);
    const kind = kindOf(sign, text, last);
    if (kind === 'none') continue;
    if (kind === 'opening') {
      // ” that opens is reported, and taken for the mark that was meant.
      if (sign.mark === '”') faults.push(explainWrongOpening(sign));
      open.push(sign.mark === '”' ? { ...sign, mark: '“' } : sign);
      continue;
    }
    const isPair = last && closes(sign.mark, last.mark);
    if (isPair) {
      open.pop();
      pairs.push([last, sign]);
      continue;
    }
    const partner = findPartner(sign, open);
    if (partner >= 0) {
      // What was opened since then is not closed.
      const unclosed = open.splice(partner);
      const [first] = unclosed;
      const isLastOne = !signs.some(({ mark, at }) => at > sign.at && mark === sign.mark);
      const inner = unclosed.slice(1);
      if (!isLastOne && inner.length === 1 && last && isQuote(last.mark)) {
        faults.push(explainMixed(last, sign, text));
        if (first) open.push(first);
        continue;
      }
      faults.push(...inner.map(explainOpen));
      if (first) pairs.push([first, sign]);
      continue;
    }
    if (last && isQuote(last.mark) && isQuote(sign.mark)) {
      faults.push(explainMixed(last, sign, text));
      open.pop();
      continue;
    }
    if (last && !isQuote(last.mark) && !isQuote(sign.mark)) {
      faults.push(explainMixedBrackets(last, sign));
      open.pop();
      continue;
    }
    const continues = before.findIndex(({ mark }) => closes(sign.mark, mark));
    if (continues >= 0) before.splice(continues);
    else if (sign.mark !== '’' && sign.mark !== '"') faults.push(explainUnopened(sign));
  }
  return { open, continued: before, pairs, faults };
}

function closes(mark: string, opening: string): boolean {
  return opening === '"' ? mark === '"' : (CLOSING[opening] ?? '').includes(mark);
}

function findPartner({ mark }: Sign, open: readonly Sign[]): number {
  return open.findLastIndex((other) => closes(mark, other.mark));
}

function kindOf(
  { mark, at }: Sign,
  text: string,
  last: Sign | undefined,
): 'opening' | 'closing' | 'none' {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
  switch (mark) {
    case '(':
    case '[':
    case '«':
    case '„':
      return before === '\\' ? 'none' : 'opening';
    case ')':
    case ']':
      if (before === '\\') return 'none';
      // Smileys, and marks of list entries, have no opening bracket.
      if (mark === ')' && last?.mark !== '(' && /[:;]-?$/.test(text.slice(at - 2, at)))
        return 'none';
      return mark === ')' &&
        last?.mark !== '(' &&
        LIST_MARK.test(text.slice(Math.max(0, at - 4), at))
        ? 'none'
        : 'closing';
    case '“':
      return last?.mark === '„' && !BEFORE_OPENING.test(before) ? 'closing' : 'opening';
    case '”':
      return last?.mark !== '“' &&
        last?.mark !== '„' &&
        BEFORE_OPENING.test(before) &&
        /[\p{L}\p{N}]/u.test(after)
        ? 'opening'
        : 'closing';
    case '‘':
      // ‘ within a word is an apostrophe of some alphabets: o‘zbek.
      return /[\p{L}\p{N}]/u.test(before) ? 'none' : 'opening';
    case '’':
      if (/[\p{L}\p{N}]/u.test(after)) return 'none';
      return last && isQuote(last.mark) && closes(mark, last.mark) ? 'closing' : 'none';
    case '"': {
      const opens = BEFORE_OPENING.test(before) || before === ' ';
      if (opens && /\S/.test(after)) return 'opening';
      // Behind a number it means inches, unless a quotation is open.
      return last === undefined && /\d/.test(before) ? 'none' : 'closing';
    }
    default:
      return 'closing';
  }
}
