// Rules about dashes, and about hyphens that stand for them.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { Language } from '../../../../text/languages/language.ts';
import { NUMBER_RANGE } from '../../../../text/typography.ts';
import type { Passage } from '../passages.ts';

/** Problem codes of dashes and hyphens. */
export const DASH_CODES = {
  'dash-double': warning('Two hyphens are a typewriter’s dash.', {
    fix: 'automatic',
    bad: 'They spoke of one thing -- the law.',
    good: 'They spoke of one thing – the law.',
  }),
  'dash-space': warning('A dash between words has a space on both sides, or on none.', {
    fix: 'suggested',
    bad: 'They spoke of one thing– the law.',
    good: 'They spoke of one thing – the law.',
  }),
  'dash-mixed': warning('Dashes of two kinds in one issue look like a mistake.', {
    fix: 'suggested',
    bad: 'First – the law. Then – the sport. At last — the songs.',
    good: 'First – the law. Then – the sport. At last – the songs.',
  }),
  'range-mixed': warning('Spans with signs of two kinds in one issue look like a mistake.', {
    fix: 'suggested',
    bad: 'The plans for 2021–2023 and 2024-2025 were read.',
    good: 'The plans for 2021–2023 and 2024–2025 were read.',
  }),
  'hyphen-space': warning('A word with a space behind its hyphen was divided elsewhere.', {
    fix: 'suggested',
    bad: 'Three anti- drug lectures were given.',
    good: 'Three anti-drug lectures were given.',
  }),
} satisfies CodeNotes;

/** Finds wrong and mixed dashes in the texts of an issue. */
export function findDashMistakes(passages: readonly Passage[], language: Language): Finding[] {
  const dashed = passages.filter(({ text }) => /[-–—]/.test(text));
  return [
    ...dashed.flatMap((passage) => [
      ...findDoubleHyphens(passage),
      ...findOneSided(passage),
      ...findDividedWords(passage, language),
    ]),
    ...findMixed(dashed, listSpacedDashes, language, 'dash-mixed'),
    ...findMixed(dashed, listRangeSigns, language, 'range-mixed'),
  ];
}

const DOUBLE_HYPHEN =
  /(?<=[\p{L}\p{N},;:”»")][ \u00a0]?)(?<!-)--(?!-)(?=[ \u00a0]?[\p{L}\p{N}“«"(])/gu;

function findDoubleHyphens({ text, path }: Passage): Finding[] {
  if (!text.includes('--')) return [];
  return [...text.matchAll(DOUBLE_HYPHEN)].map(({ index }) => {
    const piece = { from: index, to: index + 2 };
    return {
      code: 'dash-double',
      severity: 'warning',
      message: 'two hyphens stand for a dash',
      path,
      piece,
      hints: ['Write a dash: –.'],
      edits: [replacePiece('Write a dash', path, piece, '–', true)],
    };
  });
}

const AFTER_WORD = '(?<=[\\p{L}\\p{N}”»"’)])';
/** A dash with a space on one side: word– word, word –word. */
const ONE_SIDED = new RegExp(
  `${AFTER_WORD}[–—](?=[ \\u00a0](?!и |или |and |or |to )[\\p{L}“«"(])|(?<=[\\p{L}”»"’,)][ \\u00a0])[–—](?=[\\p{L}“«"(])`,
  'gu',
);

function findOneSided({ text, path }: Passage): Finding[] {
  if (!/[–—]/.test(text)) return [];
  return [...text.matchAll(ONE_SIDED)].map(({ 0: dash, index }): Finding => {
    const hasSpaceBefore = /[ \u00a0]/.test(text[index - 1] ?? '');
    const piece = { from: index, to: index + 1 };
    return {
      code: 'dash-space',
      severity: 'warning',
      message: `the dash has a space only ${hasSpaceBefore ? 'before' : 'behind'} it`,
      path,
      piece,
      hints: ['Write a space on both sides.'],
      edits: [
        replacePiece(
          'Write a space on both sides',
          path,
          piece,
          hasSpaceBefore ? `${dash} ` : ` ${dash}`,
        ),
      ],
    };
  });
}

/** A hyphen with a space behind it, or before it: anti- drug, anti -drug. */
const DIVIDED =
  /(?<=(?<![\p{L}\p{N}-])(\p{L}{2,}))(-[ \u00a0]|[ \u00a0]-)(?=((?<=-[ \u00a0])\p{Ll}{2,}|(?<=-)\p{Ll}{3,}))/gu;

function findDividedWords({ text, path }: Passage, { signs }: Language): Finding[] {
  if (!signs || !/- \p{Ll}|\p{L} -\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(DIVIDED)].flatMap(
    ({ index, 1: first = '', 2: gap = '', 3: second = '' }): Finding[] => {
      const rest = text.slice(index + gap.length);
      // An ending is quoted with its hyphen, and a word may be completed later.
      const joining = gap.startsWith('-') ? rest : first;
      if (signs.suspending.test(joining)) return [];
      const piece = { from: index - first.length, to: index + gap.length + second.length };
      const write = (words: string) => replacePiece(`Write “${words}”`, path, piece, words);
      return [
        {
          code: 'hyphen-space',
          severity: 'warning',
          message: `there is a space ${gap.startsWith('-') ? 'behind' : 'before'} the hyphen of “${first}${gap}${second}”`,
          path,
          piece,
          hints: ['Remove the space; and the hyphen, if the word is written in one.'],
          edits: [write(`${first}-${second}`), write(`${first}${second}`)],
        },
      ];
    },
  );
}

/** A sign in a text, with what is printed in its place. */
interface PlacedSign {
  readonly sign: string;
  readonly printed: string;
  readonly at: number;
}

/** A hyphen or a dash between two words, with spaces; at the start of a line it is direct speech or a list. */
const SPACED = /(?<=[^\s|>][ \u00a0])[-–—](?=[ \u00a0][^\s|])/g;

function listSpacedDashes({ kind, text }: Passage, { dashes }: Language): PlacedSign[] {
  // A topic and an address of a contact may have hyphens of their own style.
  if (kind === 'credit') return [];
  return [...text.matchAll(SPACED)].map(({ 0: sign, index }) => ({
    sign,
    printed: sign === '—' ? sign : (dashes.spaced ?? sign),
    at: index,
  }));
}

function listRangeSigns({ text }: Passage, { dashes }: Language): PlacedSign[] {
  return [...text.matchAll(NUMBER_RANGE)].flatMap(({ 0: range, index }) => {
    const place = range.search(/[-–]/);
    const [first = '', last = ''] = range.split(/[-–]/);
    // A span goes up; a score or the number of an article of a law may not.
    if (!(Number(first) < Number(last))) return [];
    const sign = range[place] ?? '';
    return [{ sign, printed: sign === '-' ? (dashes.range ?? sign) : sign, at: index + place }];
  });
}

const NAMES: Readonly<Record<string, string>> = {
  '-': 'a hyphen',
  '–': 'an en dash',
  '—': 'an em dash',
};

/** Finds the signs that are rarer than another one in the same issue; of as many, the hyphens. */
function findMixed(
  passages: readonly Passage[],
  list: (passage: Passage, language: Language) => PlacedSign[],
  language: Language,
  code: 'dash-mixed' | 'range-mixed',
): Finding[] {
  const all = passages.flatMap((passage) =>
    list(passage, language).map((placed) => ({ ...placed, path: passage.path })),
  );
  const counts = new Map<string, number>();
  for (const { printed } of all) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  if (counts.size < 2) return [];
  const rank = ([sign, count]: [string, number]) => count - (sign === '-' ? 0.5 : 0);
  const [[usual = '', most = 0] = []] = [...counts].sort((a, b) => rank(b) - rank(a));
  // Where both are frequent, neither is a slip.
  const rare = all.filter(({ printed }) => printed !== usual && counts.get(printed) !== undefined);
  if (rare.length > Math.max(1, most / 2)) return [];
  const what = code === 'dash-mixed' ? 'dash' : 'span';
  return rare.map(({ sign, at, path }) => {
    const piece = { from: at, to: at + 1 };
    return {
      code,
      severity: 'warning',
      message: `this ${what} is written with ${NAMES[sign]}, other ones with ${NAMES[usual]}`,
      path,
      piece,
      hints: [`Write ${usual}.`],
      edits: [replacePiece(`Write ${usual}`, path, piece, usual)],
    };
  });
}
