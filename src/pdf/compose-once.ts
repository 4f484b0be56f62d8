import type { BrokenLine } from './break-lines.ts';
import { type ComposeLine, endOfWord } from './compose-line.ts';
import type { FlowLine } from './flow-node.ts';
import type { Inline } from './inline.ts';
import { Line } from './pdfmake.ts';

/** What a line is composed of beside its words. */
interface Surroundings {
  readonly width: number;
  readonly alignment: string;
  readonly last: boolean;
  readonly hyphenated: boolean;
  readonly continued: boolean;
  /** What the lines after it have of the word at its end. */
  readonly rest: string;
  readonly isFinal: boolean;
}

/** A line that was composed. */
interface ComposedLine {
  readonly surroundings: Surroundings;
  readonly inlines: readonly Inline[];
  readonly inlineWidths: number;
  readonly spaces: number | undefined;
}

/** The same without composing a line again that is as it was: its runs are those of the last time. */
export function rememberComposed(compose: ComposeLine): ComposeLine {
  const known = new WeakMap<BrokenLine['words'], ComposedLine>();
  return (lines, index, alignment) => {
    const broken = lines[index];
    if (!broken) return compose(lines, index, alignment);
    const { words, hyphenated, last } = broken;
    const surroundings: Surroundings = {
      width: broken.box.width,
      alignment,
      last,
      hyphenated,
      continued: lines[index - 1]?.hyphenated === true,
      rest: endOfWord(lines, index),
      isFinal: index === lines.length - 1,
    };
    const composed = known.get(words);
    if (!composed || !isSame(surroundings, composed.surroundings)) {
      const line = compose(lines, index, alignment);
      const { inlineWidths, setting } = line;
      const inlines = [...line.inlines];
      known.set(words, { surroundings, inlines, inlineWidths, spaces: setting?.spaces });
      return line;
    }
    const line: FlowLine = new Line(surroundings.width);
    line.inlines.push(...composed.inlines);
    line.inlineWidths = composed.inlineWidths;
    line.setting = { index, count: lines.length, spaces: composed.spaces, hyphenated };
    return line;
  };
}

function isSame(a: Surroundings, b: Surroundings): boolean {
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
