import type { BrokenLine } from './break-lines.ts';
import type { FlowLine } from './flow-node.ts';
import { type Inline, Line } from './pdfmake.ts';
import type { Word } from './word.ts';

/** White space that gives way in a justified line; a no-break space is as wide as the others. */
const SPACES = /[ \u00a0]/g;

/**
 * A broken line as pdfmake's Line: words of one style as one run, spaces widened where the line is
 * justified, and the first run moved where it is centred or flush right. `width` is in pt.
 */
export function composeLine(broken: BrokenLine, width: number, alignment: string): FlowLine {
  const runs = collectRuns(broken.words);
  const spare = width - broken.width;
  const spaces = runs.reduce((sum, run) => sum + countSpaces(run.text), 0);
  const justified = alignment === 'justify' && !broken.last && spaces > 0 && spare > 0;
  const wordSpacing = justified ? spare / spaces : 0;
  const line: FlowLine = new Line(width);
  let x = alignment === 'right' ? spare : alignment === 'center' ? spare / 2 : 0;
  for (const run of runs) {
    const runWidth = run.width + countSpaces(run.text) * wordSpacing;
    line.inlines.push(toInline(run, x, runWidth, wordSpacing));
    x += runWidth;
  }
  line.inlineWidths = x;
  return line;
}

interface Run {
  readonly style: Inline;
  text: string;
  width: number;
}

function collectRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    const text = word.text + (last ? '' : word.space);
    const width = word.width + (last ? 0 : word.spaceWidth);
    const run = runs.at(-1);
    if (run && sameStyle(run.style, word.style)) {
      run.text += text;
      run.width += width;
    } else {
      runs.push({ style: word.style, text, width });
    }
  }
  return runs;
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

function toInline({ style, text }: Run, x: number, width: number, wordSpacing: number): Inline {
  // The writer must not align what is placed already.
  return {
    ...style,
    text,
    x,
    width,
    wordSpacing,
    alignment: 'left',
    leadingCut: 0,
    trailingCut: 0,
  };
}

function countSpaces(text: string): number {
  return text.match(SPACES)?.length ?? 0;
}
