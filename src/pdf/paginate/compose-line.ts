import { type Fit, fitLine } from '../linebreak/cost.ts';
import type { BrokenLine } from '../linebreak/first-fit.ts';
import type { FlowLine } from '../measure/flow-node.ts';
import type { PlacedRun, RunStyle, WordPart } from '../measure/styles.ts';
import { measureText, type Word } from '../measure/words.ts';
import { Line } from '../pdfmake/types.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** Spaces that are stretched in a justified line; a no-break space is as wide as other spaces. */
const SPACE = /[ \u00a0]/;
/** The same with a capture group, so that `split` keeps the spaces. */
const SPACE_SEPARATOR = /([ \u00a0])/;

/**
 * The hyphen of a compound at a line's end. There, PDFium and poppler treat U+002D as a hyphen of word
 * division and copy "anti-drug" as "antidrug".
 */
const HARD_HYPHEN = '\u2010';

/** Fit of a line that is not justified. */
const UNJUSTIFIED: Fit = { wordSpaceRatio: 1, glyphStretch: 0 };

/** A broken line with its position in the column. */
type PlacedLine = BrokenLine & { readonly box: LineBox };

/** Composes line `index` of a paragraph. */
export type ComposeLine = (
  lines: readonly PlacedLine[],
  index: number,
  alignment: string,
) => FlowLine;

/**
 * Returns line `index` of a paragraph as pdfmake's Line. Words of one style form one run. A justified
 * line is stretched or shrunk to its width; a centred or right-aligned line is shifted. The adjacent
 * lines are needed to find the parts of divided words.
 */
export const composeLine: ComposeLine = (lines, index, alignment) => {
  const broken = lines[index];
  if (!broken) throw new Error(`The paragraph has no line ${index}`);
  const { width } = broken.box;
  const continued = lines[index - 1]?.hyphenated === true;
  const unmeasured = collectRuns(broken, continued, restOfDividedWord(lines, index));
  if (!broken.last && !broken.hyphenated) useHardHyphen(unmeasured.at(-1));
  const runs = unmeasured.map(measureRun);
  const natural = runs.reduce((sum, run) => sum + run.width, 0);
  const spareWidth = width - natural;
  const spaces = runs.reduce((sum, run) => sum + run.spaces, 0);
  const spaceWidth = firstSpaceWidth(runs);
  const justified = alignment === 'justify' && spaces > 0 && (!broken.last || spareWidth < 0);
  const letters = natural - spaces * spaceWidth;
  const fit = justified ? fitLine(letters, spaces * spaceWidth, width) : UNJUSTIFIED;
  const line: FlowLine = new Line<PlacedRun>(width);
  let x = alignment === 'right' ? spareWidth : alignment === 'center' ? spareWidth / 2 : 0;
  for (const run of runs) {
    const inline = toPlacedRun(run, x, spaceWidth, fit);
    line.inlines.push(inline);
    x += inline.width;
  }
  line.inlineWidths = x;
  line.setting = {
    index,
    count: lines.length,
    spaces: justified ? fit.wordSpaceRatio : undefined,
    hyphenated: broken.hyphenated,
  };
  const end = line.inlines.at(-1);
  const gap = broken.words.at(-1);
  if (end && lines[index + 1] && !broken.hyphenated && (gap?.space || gap?.endsLine))
    end.endsInSpace = true;
  return line;
};

interface Run {
  readonly style: RunStyle;
  text: string;
  readonly wordPart: WordPart | undefined;
}

/** A run with its natural width in pt and its number of spaces. */
interface MeasuredRun extends Run {
  readonly width: number;
  readonly spaces: number;
}

/**
 * Returns the runs of a line. Each part of a divided word is a separate run.
 * @param continued the line begins with the rest of a word from the line before
 * @param rest the text on the following lines of the word that is divided at this line's end
 */
function collectRuns({ words, hyphenated }: BrokenLine, continued: boolean, rest: string): Run[] {
  const head = continued ? countHeadPieces(words) : 0;
  const start = hyphenated
    ? Math.max(head, words.length - lastWordPieces(words).length)
    : words.length;
  const whole = textOfWords(words.slice(start)) + rest;
  const runs: Run[] = [];
  const continuation: WordPart = { whole: undefined };
  const beginning: WordPart = { whole };
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    const hyphen = last && hyphenated ? '-' : '';
    const space = last ? '' : word.space;
    if (index < head) {
      addText(runs, word.style, word.text + hyphen, continuation);
      if (space) addText(runs, word.style, space, undefined);
    } else if (index < start) addText(runs, word.style, word.text + space, undefined);
    else
      addText(
        runs,
        word.style,
        word.text + space + hyphen,
        index === start ? beginning : continuation,
      );
  }
  return runs;
}

/** Replaces a compound's hyphen at a line's end with U+2010 if the font has it in the same width. */
function useHardHyphen(run: Run | undefined): void {
  if (!run?.text.endsWith('-') || run.text.endsWith(' -')) return;
  const { style } = run;
  const isSameWidth = measureText(style, HARD_HYPHEN) === measureText(style, '-');
  if (style.font.has(HARD_HYPHEN) && isSameWidth) run.text = run.text.slice(0, -1) + HARD_HYPHEN;
}

/** Returns the rest, on the following lines, of the word that is divided at the end of line `index`. */
export function restOfDividedWord(lines: readonly BrokenLine[], index: number): string {
  const next = lines[index + 1];
  if (!lines[index]?.hyphenated || !next) return '';
  const length = countHeadPieces(next.words);
  const goesOn = next.hyphenated && length === next.words.length;
  return (
    textOfWords(next.words.slice(0, length)) + (goesOn ? restOfDividedWord(lines, index + 1) : '')
  );
}

function addText(runs: Run[], style: RunStyle, text: string, wordPart: WordPart | undefined): void {
  const run = runs.at(-1);
  const continues = wordPart !== undefined && wordPart.whole === undefined;
  const joins = run?.wordPart === wordPart || (continues && run?.wordPart !== undefined);
  if (run && joins && sameStyle(run.style, style)) run.text += text;
  else runs.push({ style, text, wordPart });
}

/** Returns the pieces of the word that is divided at a line's end. */
function lastWordPieces(words: readonly Word[]): readonly Word[] {
  const spaced = words.findLastIndex(
    (word, index) => index < words.length - 1 && word.space !== '',
  );
  return words.slice(spaced + 1);
}

/** Counts the pieces at a line's start that continue the word divided before it. */
function countHeadPieces(words: readonly Word[]): number {
  const spaced = words.findIndex(({ space }) => space !== '');
  return spaced < 0 ? words.length : spaced + 1;
}

function textOfWords(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('');
}

function sameStyle(a: RunStyle, b: RunStyle): boolean {
  return (
    a === b ||
    (a.font === b.font &&
      a.fontSize === b.fontSize &&
      a.color === b.color &&
      a.decoration === b.decoration &&
      a.link === b.link &&
      a.linkToDestination === b.linkToDestination &&
      a.characterSpacing === b.characterSpacing)
  );
}

/** Measures a run word by word, because it is drawn word by word. */
function measureRun({ style, text, wordPart }: Run): MeasuredRun {
  let width = 0;
  for (const piece of text.split(SPACE_SEPARATOR)) width += measureText(style, piece);
  return { style, text, wordPart, width, spaces: text.split(SPACE).length - 1 };
}

/** Returns the natural width of a line's first space in pt; 1 if the line has no space. */
function firstSpaceWidth(runs: readonly MeasuredRun[]): number {
  const run = runs.find(({ spaces }) => spaces > 0);
  return run ? measureText(run.style, ' ') : 1;
}

function toPlacedRun(run: MeasuredRun, x: number, spaceWidth: number, fit: Fit): PlacedRun {
  const spaces = run.spaces * spaceWidth;
  const letters = run.width - spaces;
  return {
    ...run.style,
    // The run has its final position; pdfmake's writer must not align it again.
    alignment: 'left',
    leadingCut: 0,
    trailingCut: 0,
    text: run.text,
    ...(run.wordPart && { wordPart: run.wordPart }),
    x,
    width: letters * (1 + fit.glyphStretch) + spaces * fit.wordSpaceRatio,
    glyphScale: 1 + fit.glyphStretch,
    wordSpacing: spaceWidth * (fit.wordSpaceRatio - 1),
  };
}

/** Everything besides its words that a composed line depends on. */
interface LineContext {
  readonly width: number;
  readonly alignment: string;
  readonly last: boolean;
  readonly hyphenated: boolean;
  readonly continued: boolean;
  /** The rest, on the following lines, of the word divided at its end. */
  readonly rest: string;
  readonly isFinal: boolean;
}

/** A cached line, with the context in which it was composed. */
interface ComposedLine {
  readonly context: LineContext;
  readonly inlines: readonly PlacedRun[];
  readonly inlineWidths: number;
  readonly spaces: number | undefined;
}

/** Returns a memoized `compose`: an unchanged line gets the same run objects as before. */
export function cacheComposedLines(compose: ComposeLine): ComposeLine {
  const cache = new WeakMap<BrokenLine['words'], ComposedLine>();
  return (lines, index, alignment) => {
    const broken = lines[index];
    if (!broken) return compose(lines, index, alignment);
    const { words, hyphenated, last } = broken;
    const context: LineContext = {
      width: broken.box.width,
      alignment,
      last,
      hyphenated,
      continued: lines[index - 1]?.hyphenated === true,
      rest: restOfDividedWord(lines, index),
      isFinal: index === lines.length - 1,
    };
    const composed = cache.get(words);
    if (!composed || !isSameContext(context, composed.context)) {
      const line = compose(lines, index, alignment);
      const { inlineWidths, setting } = line;
      const inlines = [...line.inlines];
      cache.set(words, { context, inlines, inlineWidths, spaces: setting?.spaces });
      return line;
    }
    const line: FlowLine = new Line<PlacedRun>(context.width);
    line.inlines.push(...composed.inlines);
    line.inlineWidths = composed.inlineWidths;
    line.setting = { index, count: lines.length, spaces: composed.spaces, hyphenated };
    return line;
  };
}

function isSameContext(a: LineContext, b: LineContext): boolean {
  return (
    a.width === b.width &&
    a.alignment === b.alignment &&
    a.last === b.last &&
    a.hyphenated === b.hyphenated &&
    a.continued === b.continued &&
    a.rest === b.rest &&
    a.isFinal === b.isFinal
  );
}
