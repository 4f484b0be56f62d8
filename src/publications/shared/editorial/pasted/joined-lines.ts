// Paragraphs that were pasted with one line end between them, which print as one paragraph.
//
// Hard-wrapped text has line ends, too. It is told apart by where they stand: nearly all of them are in the
// middle of a sentence, and after lines so long that the next word would not have fitted.
import type { Finding } from '../../../../source/finding.ts';
import { replaceSpeechDashes, speechOpeningOf } from '../../../../text/direct-speech.ts';
import { type BodyLine, type BodyLines, changeText, groupLines, lineEnd } from './body-lines.ts';

/** Longest line of hard-wrapped text, in characters; nobody wraps lines that are longer. */
const MAX_WRAP = 120;
/** Shortest width that text is wrapped at. */
const MIN_WRAP = 48;
/** Share of line ends within sentences above which a text is hard-wrapped. */
const WRAPPED_SHARE = 0.34;
/** Share of the width that a line and the next word take at most, if the line end was meant. */
const SHORT_LINE = 0.72;
/** Line ends within sentences that show whether a text was wrapped by a program. */
const MIN_WRAPPED_LINES = 4;

/** End of a sentence, with quotation marks, brackets and emphasis behind it. */
const SENTENCE_END = /[.!?…:]["”»“')\]*_]*[ \t]*$/;
/** Abbreviations that a sentence goes on after: initials, U.S., г., ул., No. */
const ABBREVIATION =
  /(?:^|[^\p{L}])\p{L}\.[ \t]*$|(?:^|[\s(])(?:гг|ул|пр|см|св|ст|рр|им|обл|тыс|млн|млрд|руб|чел|Mr|Mrs|Ms|Dr|No|St|vs)\.[ \t]*$/u;
const SENTENCE_START = /^[ \t\u00a0]*["“«„'‘(*_[]*[\p{Lu}\d]/u;
/** An indented first line begins a paragraph. */
const INDENT = /^(?:\t| {2,}|[\u00a0\u2003\u3000])[ \t\u00a0]*["“«„(]?[\p{Lu}\d]/u;
/** First line of an item of a list. */
const ITEM = /^[ \t]*(?:[*+]|\d{1,9}[.)])[ \t]/;
/** Lines of other blocks: tables, subheadings, fences. */
const BLOCK = /^[ \t]*(?:\||#{1,6}[ \t]|```|:?-{3,}:?[ \t|]*)/;
/** Lines that Markdown does not join to the line above. */
const BLOCK_START = new RegExp(`${ITEM.source}|${BLOCK.source}`);

/** A line end within a paragraph. */
interface Break {
  /** Index of the line before it. */
  readonly index: number;
  /** Length of the line, and of the line with the next word. */
  readonly length: number;
  readonly filled: number;
  readonly kind: 'sentence' | 'within';
  readonly isIndented: boolean;
}

/** How the lines of a text are wrapped. */
export interface Wrapping {
  /** Whether most line ends are within sentences. */
  readonly isWrapped: boolean;
  /** Characters below which a line and the next word are too short for a wrapped line. */
  readonly shortest: number;
}

/** Finds paragraphs that print as one because only a line end is between them. */
export function findJoinedLines(body: BodyLines, around: Wrapping | undefined): Finding[] {
  if (!body.passage.written.includes('\n')) return [];
  const runs = listRuns(body).map((run) => ({ run, breaks: listBreaks(run, body) }));
  const all = runs.flatMap(({ breaks }) => breaks);
  if (all.length === 0) return [];
  const wrapping = measureWrapping(all);
  return runs.flatMap(({ run, breaks }): Finding[] => {
    const meant = breaks.filter((one) =>
      isMeant(one, wrapping, all.length === 1 ? around : undefined),
    );
    if (meant.length < breaks.length && isColumn(run, breaks, body)) {
      return [reportColumn(breaks, body)];
    }
    return meant.length > 0 ? [reportParagraphs(meant, body)] : [];
  });
}

/** Measures how the bodies of an issue are wrapped, if they are. */
export function measureWrappingOf(bodies: readonly BodyLines[]): Wrapping {
  return measureWrapping(
    bodies.flatMap((body) => listRuns(body).flatMap((run) => listBreaks(run, body))),
  );
}

/** Returns consecutive lines that no blank line separates. */
function listRuns(body: BodyLines): number[][] {
  return groupLines(body, ({ isBlank }, index) => !isBlank && !body.claimed.has(index));
}

/** Returns the line ends of a run that Markdown replaces by spaces. */
function listBreaks(run: readonly number[], { lines }: BodyLines): Break[] {
  let inItem = false;
  return run.slice(0, -1).flatMap((index): Break[] => {
    const [line, next] = [lines[index], lines[index + 1]];
    if (!line || !next) return [];
    inItem ||= ITEM.test(line.text);
    if (isSpeech(next) || BLOCK_START.test(next.text) || BLOCK.test(line.text)) return [];
    // An indented line belongs to its item; a backslash keeps the line end.
    if ((inItem && /^(?: {2}|\t)/.test(next.text)) || /\\[ \t]*$/.test(line.text)) return [];
    const length = line.text.trimEnd().length;
    const [word = ''] = /\S+/.exec(next.text) ?? [];
    const isSentence =
      SENTENCE_END.test(line.text) &&
      !ABBREVIATION.test(line.text) &&
      SENTENCE_START.test(next.text);
    return [
      {
        index,
        length,
        filled: length + 1 + word.length,
        kind: isSentence ? 'sentence' : 'within',
        isIndented: INDENT.test(next.text),
      },
    ];
  });
}

function isSpeech({ text }: BodyLine): boolean {
  return speechOpeningOf(replaceSpeechDashes(text).trimStart()) > 0;
}

function measureWrapping(breaks: readonly Break[]): Wrapping {
  const within = breaks.filter(({ kind, length }) => kind === 'within' && length <= MAX_WRAP);
  const width = Math.max(0, ...within.map(({ length }) => length));
  const isWrapped =
    width >= MIN_WRAP && within.length >= 1 && within.length > breaks.length * WRAPPED_SHARE;
  // A program fills each line, so that not even the next word would have fitted.
  const isFilled =
    within.length >= MIN_WRAPPED_LINES && within.every(({ filled }) => filled > width);
  return { isWrapped, shortest: isFilled ? width + 1 : width * SHORT_LINE };
}

/** Whether a line end after a sentence was meant to end a paragraph. */
function isMeant(
  one: Break,
  { isWrapped, shortest }: Wrapping,
  around: Wrapping | undefined,
): boolean {
  if (one.kind !== 'sentence') return false;
  if (one.length > MAX_WRAP || one.isIndented) return true;
  if (isWrapped) return one.filled < shortest;
  // The only line end of a text may be one of wrapped text, as those of the other texts are.
  return !around?.isWrapped || one.filled < around.shortest;
}

/** Shortest column of lines. */
const MIN_COLUMN = 3;
/** Whether lines are so short that they were not wrapped, such as names below one another. */
function isColumn(run: readonly number[], breaks: readonly Break[], { lines }: BodyLines): boolean {
  const texts = run.map((index) => lines[index]?.text.trim() ?? '');
  return (
    texts.length >= MIN_COLUMN &&
    breaks.length === texts.length - 1 &&
    texts.every((text) => text.length < MIN_WRAP && /^["“«„]?[\p{Lu}\d]/u.test(text))
  );
}

function reportParagraphs(breaks: readonly Break[], body: BodyLines): Finding {
  const { passage, lines } = body;
  const next = lines[(breaks[0]?.index ?? 0) + 1];
  const count = breaks.length === 1 ? 'this line is' : `${breaks.length} lines are`;
  return {
    code: 'lines-joined',
    severity: 'warning',
    message: `${count} joined to the paragraph before, though a sentence ends there`,
    path: passage.path,
    piece: { from: next?.at ?? 0, to: next?.end ?? 0 },
    hints: ['Put a blank line between two paragraphs.'],
    edits: [
      changeText('Put blank lines between the paragraphs', passage, blankLines(breaks, body), true),
    ],
  };
}

function reportColumn(breaks: readonly Break[], body: BodyLines): Finding {
  const { passage, lines } = body;
  const next = lines[(breaks[0]?.index ?? 0) + 1];
  const ends = breaks.flatMap(({ index }) => {
    const end = lines[index]?.end;
    return end === undefined ? [] : [{ from: end, to: end, newText: '\\' }];
  });
  return {
    code: 'lines-joined',
    severity: 'warning',
    message: `these ${breaks.length + 1} short lines are printed as one line of text`,
    path: passage.path,
    piece: { from: next?.at ?? 0, to: next?.end ?? 0 },
    hints: [
      'Put blank lines between them, or begin each with * and a space. A backslash at the end of a line keeps its line end.',
    ],
    edits: [
      changeText('Keep the line ends with backslashes', passage, ends, false),
      changeText('Put blank lines between them', passage, blankLines(breaks, body), false),
    ],
  };
}

function blankLines(breaks: readonly Break[], { lines }: BodyLines) {
  return breaks.flatMap(({ index }) => {
    const line = lines[index];
    return line ? [{ from: line.end, to: line.end, newText: lineEnd(line, true) }] : [];
  });
}
