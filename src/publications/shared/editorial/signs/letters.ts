// Rules about letters: capitals, letters that stand for figures, letters of a wrong encoding.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { Language } from '../../../../text/languages/language.ts';
import { listParagraphs, type Passage } from '../passages.ts';

/** Problem codes of letters. */
export const LETTER_CODES = {
  'capital-missing': warning('A sentence begins with a capital letter.', {
    fix: 'suggested',
    bad: 'They take drugs. youth is at risk.',
    good: 'They take drugs. Youth is at risk.',
  }),
  'stop-missing': warning('Readers take two sentences for one.', {
    fix: 'suggested',
    bad: 'They liked the songs The police came later.',
    good: 'They liked the songs. The police came later.',
  }),
  'capitals-two': warning('Two capitals at the beginning of a word are a typo.', {
    fix: 'suggested',
    bad: 'THe police met pupils.',
    good: 'The police met pupils.',
  }),
  'capitals-run': warning(
    'Words in capitals are hard to read, and are read aloud letter by letter.',
    {
      bad: 'Mr Omarov said: PARENTS MUST TALK TO THEIR CHILDREN about it.',
      good: 'Mr Omarov said: parents must talk to their children about it.',
    },
  ),
  'letter-for-digit': warning('A search does not find a number that has a letter in it.', {
    fix: 'suggested',
    bad: 'The law is in force since l January.',
    good: 'The law is in force since 1 January.',
  }),
  'encoding-broken': warning(
    'The characters were read in a wrong encoding when they were copied.',
    {
      fix: 'automatic',
      bad: 'The cityâ€™s law.',
      good: 'The city’s law.',
    },
  ),
} satisfies CodeNotes;

/** Finds wrong letters in the texts of an issue. */
export function findLetterMistakes(passages: readonly Passage[], language: Language): Finding[] {
  return [
    ...findTwoCapitals(passages, language),
    ...passages.flatMap((passage) => [
      ...findCapitalRuns(passage),
      ...findLettersInNumbers(passage, language),
      ...findBrokenEncoding(passage),
    ]),
  ];
}

const PROSE: ReadonlySet<Passage['kind']> = new Set(['body', 'lead', 'caption']);

/** The beginning of a paragraph in a small letter, perhaps behind quotation marks or direct speech. */
const SMALL_START = /^(?:[*_“«„"]|[-–—] ?)*(\p{Ll}[\p{L}’'-]*)(?![\p{L}\p{N}@./:])/u;
/** A full stop behind a word, and a small word behind it. */
const SMALL_AFTER_STOP =
  /(?<=(?<![\p{L}\p{N}.-])(\p{Ll}\p{Ll}+)[”»)]?\. {1,2})(\p{Ll}[\p{L}’-]*)(?![\p{L}\p{N}@:/]|\.\p{L})/gu;

/** Finds sentences that begin with a small letter. */
export function findSmallBeginnings(passages: readonly Passage[], { signs }: Language): Finding[] {
  if (!signs) return [];
  return passages
    .filter(({ kind }) => PROSE.has(kind))
    .flatMap((passage) => [
      ...checkBeginnings(passage, signs.abbreviations),
      ...findMissingStops(passage, signs.sentenceStarts),
    ]);
}

function checkBeginnings(passage: Passage, abbreviations: ReadonlySet<string>): Finding[] {
  const { text, path } = passage;
  const report = (word: string, at: number): Finding => {
    const [first = ''] = word;
    const piece = { from: at, to: at + word.length };
    const capital = first.toUpperCase() + word.slice(1);
    return {
      code: 'capital-missing',
      severity: 'warning',
      message: `the sentence begins with a small letter: “${word}”`,
      path,
      piece,
      hints: ['Write a capital letter, or correct the mark before it.'],
      edits: [replacePiece(`Write “${capital}”`, path, piece, capital)],
    };
  };
  const isName = (word: string) =>
    /\p{Lu}/u.test(word) || word.length === 1 || /^\p{L}-\p{L}/u.test(word);
  const found: Finding[] = [];
  if (passage.kind !== 'caption') {
    let isContinued = false;
    for (const paragraph of listParagraphs(passage)) {
      const start = paragraph.text.search(/\S/);
      const match = SMALL_START.exec(paragraph.text.slice(start));
      const [whole = '', word = ''] = match ?? [];
      // A paragraph behind a colon or a comma goes on, and lists and quotations begin as they like.
      if (word !== '' && !isContinued && !isName(word)) {
        found.push(report(word, paragraph.at + start + whole.length - word.length));
      }
      isContinued = /[:,;–—-]\s*$/.test(paragraph.text);
    }
  }
  const afterStops = [...text.matchAll(SMALL_AFTER_STOP)]
    .filter(({ 1: before = '', 2: word = '' }) => !abbreviations.has(before) && !isName(word))
    .map(({ 2: word = '', index }) => report(word, index));
  return [...found, ...afterStops];
}

/** Finds words with the capital of a sentence's beginning in the middle of one; names and titles go on in capitals. */
function findMissingStops({ kind, text, path }: Passage, starts: string): Finding[] {
  if (kind === 'caption') return [];
  const pattern = new RegExp(
    `(?<=(?<![\\p{L}\\p{N}])\\p{Ll}{3,})[ \\u00a0](${starts})(?=[ \\u00a0]\\p{Ll}{3,}[ \\u00a0.,]\\p{Ll}?)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: found, 1: word = '', index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    // A title in quotation marks or in italics may stand there.
    if (/["“«„][^"”»“]*$|[*_][^*_]*$/.test(line)) return [];
    const piece = { from: index, to: index + found.length };
    return [
      {
        code: 'stop-missing' as const,
        severity: 'warning' as const,
        message: `a sentence seems to begin with “${word}”, but the one before has no full stop`,
        path,
        piece: { from: index + 1, to: piece.to },
        hints: ['Write a full stop before it, or a small letter.'],
        edits: [
          replacePiece('Write a full stop before it', path, piece, `. ${word}`),
          replacePiece(`Write “${word.toLowerCase()}”`, path, piece, ` ${word.toLowerCase()}`),
        ],
      },
    ];
  });
}

/** Two capitals and small letters; VKontakte and NGOs are written so. */
const TWO_CAPITALS = /(?<![\p{L}\p{N}-])(\p{Lu})(\p{Lu})(\p{Ll}+)(?![\p{L}\p{N}])/gu;

/** Finds words with two capitals which the texts also have with one capital or none. */
function findTwoCapitals(passages: readonly Passage[], { signs }: Language): Finding[] {
  const found = passages.flatMap(({ text, path }) =>
    [...text.matchAll(TWO_CAPITALS)].map(
      ({ 0: word, 1: first = '', 2: second = '', 3: rest = '', index }) => ({
        word,
        meant: first + second.toLowerCase() + rest,
        piece: { from: index, to: index + word.length },
        path,
      }),
    ),
  );
  const isKnown = ({ meant }: { readonly meant: string }) =>
    signs?.common.has(meant.toLowerCase()) ||
    passages.some(({ text }) => {
      const known = new RegExp(`(?<!\\p{L})(?:${meant}|${meant.toLowerCase()})(?!\\p{L})`, 'u');
      return known.test(text);
    });
  return found.filter(isKnown).map(({ word, meant, piece, path }) => ({
    code: 'capitals-two',
    severity: 'warning',
    message: `“${word}” begins with two capitals`,
    path,
    piece,
    hints: [`Write “${meant}”.`],
    edits: [replacePiece(`Write “${meant}”`, path, piece, meant)],
  }));
}

/** Words in capitals with spaces alone between them. Fewer can be a name. */
const CAPITAL_RUN =
  /(?<![\p{L}\p{N}-])\p{Lu}{2,}(?:[-’]\p{Lu}+)*(?:[ \u00a0]\p{Lu}+(?:[-’]\p{Lu}+)*){4,}(?![\p{L}\p{N}])/gu;

/** Finds phrases in capitals; a whole paragraph of them is another problem. */
function findCapitalRuns(passage: Passage): Finding[] {
  if (passage.kind === 'title' || passage.kind === 'headline') return [];
  return listParagraphs(passage)
    .filter(({ text }) => /\p{Ll}/u.test(text) && /\p{Lu}{2}[ \u00a0]\p{Lu}{2}/u.test(text))
    .flatMap(({ text, at }) =>
      [...text.matchAll(CAPITAL_RUN)].map(({ 0: words, index }) => ({
        code: 'capitals-run',
        severity: 'warning',
        message: 'these words are written in capitals',
        path: passage.path,
        piece: { from: at + index, to: at + index + words.length },
        hints: ['Write them in small letters.'],
      })),
    );
}

/** A Roman number with a small l, a number with O or З in it. */
const LETTERS_IN_NUMBERS =
  /(?<![\p{L}\p{N}])(?:l[VXI]{1,4}|[VX]{1,3}l{1,3}|I{0,2}l{1,2}I{0,2}(?=[ \u00a0](?:Forum|Conference|Congress|Republican|International|National|century)))(?![\p{L}\p{N}])|(?<![\p{L}\p{N}-])\d+[OoОоlIЗз]\d+(?![\p{L}])|(?<![\p{L}\p{N}-])[1-9]\d*[OoОо]{1,3}(?![\p{L}\p{N}.])/gu;
const DIGIT_OF: Readonly<Record<string, string>> = {
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  З: '3',
  з: '3',
};

/** The small l before a month, by language. */
const dayPatterns = new Map<string, RegExp>();

function dayPattern({ code, dates }: Language): RegExp {
  const known = dayPatterns.get(code);
  if (known) return known;
  const months = Array.from({ length: 12 }, (_, month) => [
    dates.localize.month(month as Parameters<typeof dates.localize.month>[0]),
    dates.localize.month(month as Parameters<typeof dates.localize.month>[0], {
      context: 'formatting',
    }),
  ]).flat();
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}’'])[lI|](?=[ \\u00a0](?:${months.join('|')})(?!\\p{L}))|(?<![\\p{L}\\p{N}])(?:[12][lIOО]|[lIО][0-9])(?=[ \\u00a0](?:${months.join('|')})(?!\\p{L}))`,
    'gu',
  );
  dayPatterns.set(code, pattern);
  return pattern;
}

function findLettersInNumbers({ text, path }: Passage, language: Language): Finding[] {
  const inNumbers = [...text.matchAll(LETTERS_IN_NUMBERS)];
  const isNew = ({ index }: RegExpExecArray) => !inNumbers.some((other) => other.index === index);
  const found = [
    ...inNumbers,
    ...(/[lI|OО]/.test(text) ? [...text.matchAll(dayPattern(language))].filter(isNew) : []),
  ];
  return found.map(({ 0: number, index }) => {
    const isRoman = /^[lVXI]+$/.test(number) && /[VX]/.test(number);
    const meant = isRoman
      ? number.replaceAll('l', 'I')
      : number.replace(/[^\d]/g, (letter) => DIGIT_OF[letter] ?? '1');
    const piece = { from: index, to: index + number.length };
    return {
      code: 'letter-for-digit',
      severity: 'warning',
      message: `“${number}” has a letter that stands for another sign: did you mean “${meant}”?`,
      path,
      piece,
      hints: [`Write “${meant}”.`],
      edits: [replacePiece(`Write “${meant}”`, path, piece, meant)],
    };
  });
}

/** Characters of UTF-8 that were read as Windows-1252, each with what they are. */
const BROKEN: Readonly<Record<string, string>> = {
  'â€™': '’',
  'â€˜': '‘',
  'â€œ': '“',
  'â€\u009d': '”',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'Â\u00a0': ' ',
  'Ã©': 'é',
  'Ã¨': 'è',
  'Ã¼': 'ü',
  'Ã¶': 'ö',
  'Ã¤': 'ä',
  'â„–': '№',
  'Â«': '«',
  'Â»': '»',
};
/** Other pairs of such characters, Cyrillic letters read as Windows-1251 or 1252, and replacement characters. */
const BROKEN_ENCODING =
  /\ufffd+|â€[^\s\p{L}]?|â„–|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|(?:[ÐÑ][\u0080-\u00bf\u2018-\u2030ŒœŽžŸ]){2,}|(?:[РС][\u0080-\u00bf\u0402-\u040f\u0450-\u045f‚„…†‡€‰‹‘’“”•–—™›\u0490\u0491]){2,}[\p{L}\u0080-\u00bf]*/gu;

function findBrokenEncoding({ text, path }: Passage): Finding[] {
  if (!/[\ufffdâÃÂÐÑ]|[РС][^\p{Ll}\p{Lu}\s.,]/u.test(text)) return [];
  return [...text.matchAll(BROKEN_ENCODING)].map(({ 0: broken, index }) => {
    const piece = { from: index, to: index + broken.length };
    const meant = BROKEN[broken];
    return {
      code: 'encoding-broken',
      severity: 'warning',
      message: `“${broken}” is text in a wrong encoding`,
      path,
      piece,
      hints: [meant === undefined ? 'Copy the text again.' : `Write ${meant}`],
      edits: meant === undefined ? [] : [replacePiece(`Write ${meant}`, path, piece, meant, true)],
    };
  });
}
