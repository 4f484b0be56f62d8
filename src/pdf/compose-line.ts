import type { BrokenLine } from './break-lines.ts';
import type { FlowLine } from './flow-node.ts';
import { type Fit, fitLine } from './justify.ts';
import { type Inline, Line, type RunPart } from './pdfmake.ts';
import type { LineBox } from './plan-paragraph.ts';
import { measureText, type Word } from './word.ts';

/** White space that gives way in a justified line; a no-break space is as wide as the others. */
const SPACES = /[ \u00a0]/g;

/** A line that is not justified. */
const NATURAL: Fit = { spaces: 1, letters: 0 };

/** A line with its place in the column. */
type PlacedLine = BrokenLine & { readonly box: LineBox };

/** Makes a broken line of a paragraph into one that can be placed; it needs its neighbours. */
export type ComposeLine = (
  broken: PlacedLine,
  before: BrokenLine | undefined,
  after: BrokenLine | undefined,
  alignment: string,
) => FlowLine;

/**
 * A broken line as pdfmake's Line: words of one style as one run, spaces widened or narrowed where
 * the line is justified, and the first run moved where it is centred or flush right. The neighbours
 * tell which words are divided between the lines.
 */
export const composeLine: ComposeLine = (broken, before, after, alignment) => {
  const { width } = broken.box;
  const runs = collectRuns(broken, before, after);
  const natural = runs.reduce((sum, run) => sum + measureRun(run), 0);
  const spare = width - natural;
  const spaces = runs.reduce((sum, run) => sum + countSpaces(run), 0);
  const spaceWidth = naturalSpace(runs);
  const justified = alignment === 'justify' && spaces > 0 && (!broken.last || spare < 0);
  const letters = natural - spaces * spaceWidth;
  const fit = justified ? fitLine(letters, spaces * spaceWidth, width) : NATURAL;
  const line: FlowLine = new Line(width);
  let x = alignment === 'right' ? spare : alignment === 'center' ? spare / 2 : 0;
  for (const run of runs) {
    const inline = toInline(run, x, spaceWidth, fit);
    line.inlines.push(inline);
    x += inline.width;
  }
  line.inlineWidths = x;
  line.spaces = justified ? fit.spaces : undefined;
  const end = line.inlines.at(-1);
  const gap = broken.words.at(-1);
  if (end && after && !broken.hyphenated && (gap?.space || gap?.endsLine)) end.endsInSpace = true;
  return line;
};

/** A line that was composed, and what it was composed of beside its own words. */
interface ComposedLine {
  readonly width: number;
  readonly last: boolean;
  readonly hyphenated: boolean;
  readonly before: BrokenLine['words'] | undefined;
  readonly after: BrokenLine['words'] | undefined;
  readonly alignment: string;
  readonly inlines: readonly Inline[];
  readonly inlineWidths: number;
  readonly spaces: number | undefined;
}

/** The same without composing a line again that is as it was; its runs are those of the last time. */
export function rememberComposed(compose: ComposeLine): ComposeLine {
  const known = new WeakMap<BrokenLine['words'], ComposedLine>();
  return (broken, before, after, alignment) => {
    const { last, hyphenated, words } = broken;
    const { width } = broken.box;
    const asked = {
      width,
      last,
      hyphenated,
      before: before?.words,
      after: after?.words,
      alignment,
    };
    const composed = known.get(words);
    if (!composed || !isSame(composed, asked)) {
      const line = compose(broken, before, after, alignment);
      const { inlines, inlineWidths, spaces } = line;
      known.set(words, { ...asked, inlines: [...inlines], inlineWidths, spaces });
      return line;
    }
    const { inlines, inlineWidths, spaces } = composed;
    return Object.assign(new Line(width), { inlines: [...inlines], inlineWidths, spaces });
  };
}

function isSame(a: Omit<ComposedLine, 'inlines' | 'inlineWidths' | 'spaces'>, b: typeof a) {
  return (
    a.width === b.width &&
    a.last === b.last &&
    a.hyphenated === b.hyphenated &&
    a.before === b.before &&
    a.after === b.after &&
    a.alignment === b.alignment
  );
}

interface Run {
  readonly style: Inline;
  readonly parts: RunPart[];
}

function collectRuns(
  line: BrokenLine,
  before: BrokenLine | undefined,
  after: BrokenLine | undefined,
): Run[] {
  const { words } = line;
  const tail = line.hyphenated && after ? headOf(after.words) : '';
  const start = words.length - (line.hyphenated ? tailOf(words).length : 0);
  const head = before?.hyphenated ? headLength(words) : 0;
  const fragment = words
    .slice(start)
    .map(({ text }) => text)
    .join('');
  const runs: Run[] = [];
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    const text = word.text + (last ? (line.hyphenated ? '-' : '') : word.space);
    if (index >= start) addText(runs, word.style, text, index === start ? fragment + tail : '');
    else if (index < head) addDivided(runs, word, text);
    else addText(runs, word.style, text, undefined);
  }
  return runs;
}

/** The end of a word that began on the line before; it is read there, whole. */
function addDivided(runs: Run[], word: Word, text: string): void {
  addText(runs, word.style, word.text, '');
  if (text.length > word.text.length)
    addText(runs, word.style, text.slice(word.text.length), undefined);
}

function addText(runs: Run[], style: Inline, text: string, actualText: string | undefined): void {
  let run = runs.at(-1);
  if (!run || !sameStyle(run.style, style)) {
    run = { style, parts: [] };
    runs.push(run);
  }
  const part = run.parts.at(-1);
  const joins =
    part &&
    (part.actualText === actualText || (actualText === '' && part.actualText !== undefined));
  if (part && joins) run.parts[run.parts.length - 1] = { ...part, text: part.text + text };
  else run.parts.push(actualText === undefined ? { text } : { text, actualText });
}

/** The pieces of the word that is divided at a line's end. */
function tailOf(words: readonly Word[]): readonly Word[] {
  const spaced = words.findLastIndex(
    (word, index) => index < words.length - 1 && word.space !== '',
  );
  return words.slice(spaced + 1);
}

/** The number of pieces at a line's start that belong to the word divided before it. */
function headLength(words: readonly Word[]): number {
  const spaced = words.findIndex(({ space }) => space !== '');
  return spaced < 0 ? words.length : spaced + 1;
}

function headOf(words: readonly Word[]): string {
  return words
    .slice(0, headLength(words))
    .map(({ text }) => text)
    .join('');
}

function sameStyle(a: Inline, b: Inline): boolean {
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

function textOf({ parts }: Run): string {
  return parts.map(({ text }) => text).join('');
}

/** Width of a line's first space in pt. */
function naturalSpace(runs: readonly Run[]): number {
  const run = runs.find((candidate) => countSpaces(candidate) > 0);
  return run ? measureText(run.style, ' ') : 1;
}

/** Natural width of a run in pt, word by word as it is drawn. */
function measureRun(run: Run): number {
  const pieces = run.parts.flatMap(({ text }) => text.split(/([ \u00a0])/));
  return pieces.reduce((sum, piece) => sum + measureText(run.style, piece), 0);
}

function countSpaces(run: Run): number {
  return textOf(run).match(SPACES)?.length ?? 0;
}

function toInline(run: Run, x: number, spaceWidth: number, fit: Fit): Inline {
  // The writer must not align what is placed already.
  const placed = { alignment: 'left', leadingCut: 0, trailingCut: 0 };
  const spaces = countSpaces(run) * spaceWidth;
  const letters = measureRun(run) - spaces;
  return {
    ...run.style,
    ...placed,
    text: textOf(run),
    parts: run.parts,
    x,
    width: letters * (1 + fit.letters) + spaces * fit.spaces,
    letterScale: 1 + fit.letters,
    wordSpacing: spaceWidth * (fit.spaces - 1),
  };
}
