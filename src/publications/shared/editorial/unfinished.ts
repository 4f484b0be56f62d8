// Rules about texts that are not finished.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { Language } from '../../../text/languages/language.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Problem codes of the rules about unfinished texts. */
export const UNFINISHED_CODES = {
  'text-unfinished': warning('A note or a placeholder would be printed.', {
    bad: 'The talk was attended by ??? pupils.',
    good: 'The talk was attended by 220 pupils.',
  }),
  'text-breaks-off': warning('A part of the text was lost when it was copied.', {
    bad: 'The police told the pupils about the',
    good: 'The police told the pupils about the law.',
  }),
} satisfies CodeNotes;

/** Placeholders that are the same in all languages. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\[\s*(?:\.{2,}|…|\?+|_*)\s*\](?!\()/g,
  /\(\s*(?:\?+!?|\.{3}|…)?\s*\)/g,
  /\?{3,}|!{3,}/g,
  /\((?:\p{L}+ )?\p{L}+\?+\)/gu,
  /(?<![\w{])\{\{?[^{}\n]{1,40}\}\}?|\$\{[^}\n]{1,40}\}|<%[^%\n]{1,40}%>/g,
  /(?<!\S)_{3,}(?!_*\s*$)|(?<=\S\s)_{3,}|(?<=\p{L}\s)_{2}(?=\s\p{L})/gmu,
  /\.{5,}/g,
  /(?<![\d.])0{2}\.0{2}\.(?:\d{4}|0{2})(?!\d)|(?<!\p{L})(?:DD|ДД|XX|ХХ|дд|dd)[./-](?:MM|ММ|XX|ХХ|мм|mm)[./-](?:(?:YY|ГГ|XX|ХХ|гг|yy){1,2}|\d{4})(?!\p{L})/gu,
];

/**
 * Finds notes, placeholders, and bodies that break off.
 * @param leftovers of web pages, whose paragraphs need no full stop
 */
export function findUnfinished(
  passages: readonly Passage[],
  { prose }: Pick<Language, 'prose'>,
  leftovers: readonly Finding[] = [],
): Finding[] {
  const patterns = [...PLACEHOLDERS, ...(prose?.texts.notes ?? [])];
  return passages.flatMap((passage) => {
    const notes = findNotes(passage, patterns);
    const others = [...notes, ...leftovers.filter(({ path }) => path === passage.path)];
    const ends = prose ? findBrokenOff(passage, prose.texts.unfinishedEnd) : [];
    return [...notes, ...ends.filter((end) => !others.some((other) => overlap(end, other)))];
  });
}

function overlap({ piece: one }: Finding, { piece: other }: Finding): boolean {
  return one !== undefined && other !== undefined && one.from < other.to && other.from < one.to;
}

function findNotes({ text, path }: Passage, patterns: readonly RegExp[]): Finding[] {
  const places = patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        from: index + found.search(/\S/),
        to: index + found.trimEnd().length,
      })),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
  // A note such as "[??? check]" has several signs, but is one problem.
  let end = 0;
  const separate = places.filter(({ from, to }) => {
    const isSeparate = from >= end;
    end = Math.max(end, to);
    return isSeparate;
  });
  return separate.map(({ from, to }) => ({
    code: 'text-unfinished',
    severity: 'warning',
    message: `“${text.slice(from, to)}” is a note or a placeholder`,
    path,
    piece: { from, to },
    hints: ['Complete the text, and remove it.'],
  }));
}

/** What a paragraph of prose ends with, before quotation marks, brackets and emphasis. */
const SENTENCE_END = /[.!?…:;][\s*_»”"’')\]]*$|[»”"][\s*_]*$/u;
const NO_PROSE = /^\s*(?:[*+]\s|\d+[.)]\s|#|>|\|)/;
/** Letters at the end of a paragraph that are looked at. */
const MAX_WORD = 40;
/** Words on the last line of a text that was cut; a shorter one may be a signature. */
const MIN_WORDS = 6;

function findBrokenOff(
  { kind, text, written, path, article }: Passage,
  unfinishedEnd: RegExp,
): Finding[] {
  const paragraphs =
    kind === 'body' ? listParagraphs({ text: written }) : [{ text: written, at: 0 }];
  return paragraphs.flatMap(({ text: paragraph, at }, index) => {
    const isLast = index === paragraphs.length - 1;
    const end = at + paragraph.trimEnd().length;
    const [word = ''] = unfinishedEnd.exec(paragraph.trimEnd().slice(-MAX_WORD)) ?? [];
    // A name or a label may end with any word.
    const isSentence = article !== undefined || kind === 'topic';
    const isCut = word !== '' && isSentence;
    const hasNoEnd =
      kind === 'body' &&
      article !== undefined &&
      isLast &&
      !NO_PROSE.test(paragraph) &&
      !SENTENCE_END.test(paragraph.slice(-MAX_WORD)) &&
      text.slice(at, end).trim() !== '' &&
      (paragraph.match(/\p{L}+/gu) ?? []).length >= MIN_WORDS &&
      // An address at the end is hidden in the text.
      /\S$/.test(text.slice(at, end));
    if (!isCut && !hasNoEnd) return [];
    const [last = ''] = /\S+(?:\s\S+){0,2}\s*$/.exec(paragraph.slice(-3 * MAX_WORD)) ?? [];
    return [
      {
        code: 'text-breaks-off' as const,
        severity: 'warning' as const,
        message: isCut ? `no sentence ends with “${word}”` : 'the last sentence has no full stop',
        path,
        piece: { from: end - last.trimEnd().length, to: end },
        hints: ['Look in the source for what is missing.'],
      },
    ];
  });
}
