import type { KeptShelves } from '../memory/kept-shelves.ts';
import type { Memory } from '../memory/memory.ts';
import { createHyphenator, type Hyphenator } from '../text/hyphenator.ts';
import { type BreakParagraph, breakParagraph, rememberLines } from './break-paragraph.ts';
import type { Drawings } from './bulletin-document.ts';
import { type ComposeLine, composeLine } from './compose-line.ts';
import { rememberComposed } from './compose-once.ts';
import type { DrawnRuns } from './draw-run-once.ts';
import { createSvgMeasure } from './measure-svg.ts';
import type { MeasuredTexts } from './measure-text.ts';
import { createStreamPacker, type StreamPacker } from './packed-streams.ts';
import type { SvgMeasure } from './pdfmake.ts';
import { createTypeCase, type TypeCase } from './typeface.ts';

/** What documents are set with. It outlives them: what one has made, the next one finds made. */
export interface Press {
  readonly typeCase: TypeCase;
  readonly packer: StreamPacker;
  readonly drawings: Drawings;
  readonly svgMeasure: SvgMeasure;
  readonly composeLine: ComposeLine;
  readonly runs: DrawnRuns;
  readonly texts: MeasuredTexts;
  readonly breakParagraph: BreakParagraph;
  /** Divides words of a language. */
  hyphenatorFor(language: string): Promise<Hyphenator>;
}

/** Divided words that are kept; an issue of thirty articles has 1,800. */
const MOST_WORDS = 10_000;
/** Drawings that are kept, each for one place on the page; an issue has about ten. */
const MOST_DRAWINGS = 60;

/**
 * Sets up a press. What it keeps from one document to the next is in the memory, and on shelves what
 * pays between runs.
 */
export async function createPress(memory: Memory, kept: KeptShelves): Promise<Press> {
  const hyphenate = async (language: string) =>
    createHyphenator(language, await kept.open(`syllables-${language}`, MOST_WORDS));
  const hyphenators = new Map<string, Promise<Hyphenator>>();
  return {
    typeCase: createTypeCase(memory),
    packer: createStreamPacker(memory),
    drawings: await kept.open('drawings', MOST_DRAWINGS),
    svgMeasure: createSvgMeasure({
      sizes: await kept.open('drawing-sizes', MOST_DRAWINGS),
      sized: await kept.open('drawings-sized', MOST_DRAWINGS),
    }),
    composeLine: rememberComposed(composeLine),
    runs: new WeakMap(),
    texts: memory.shelf(),
    breakParagraph: rememberLines(breakParagraph),
    hyphenatorFor(language) {
      const hyphenator = hyphenators.get(language) ?? hyphenate(language);
      hyphenators.set(language, hyphenator);
      return hyphenator;
    },
  };
}
