import type { BuildCache, Memo } from '../cache/build-cache.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import { createHyphenator, type Hyphenator } from '../text/hyphenator.ts';
import type { DrawnRuns } from './draw/draw-run.ts';
import { createFontRegistry, type FontRegistry } from './fonts/font.ts';
import {
  type BreakParagraph,
  breakParagraph,
  cacheBrokenLines,
} from './linebreak/break-paragraph.ts';
import type { MeasuredTexts } from './measure/measure-text.ts';
import { type ComposeLine, cacheComposedLines, composeLine } from './paginate/compose-line.ts';
import { SvgMeasure } from './pdfmake/types.ts';
import { createDeflateCache, type DeflateCache } from './write/buffered-document.ts';
import type { Drawings } from './write/tagged-document.ts';
/** What documents are set with. It outlives them: what one has made, the next one finds made. */
export interface EngineResources {
  readonly fonts: FontRegistry;
  readonly deflateCache: DeflateCache;
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
const MAX_WORDS = 10_000;
/** Drawings that are kept, each for one place on the page; an issue has about ten. */
const MAX_DRAWINGS = 60;

/**
 * Sets up a press. What it keeps from one document to the next is in the memory, and on shelves what
 * pays between runs.
 */
export async function createEngineResources(
  buildCache: BuildCache,
  persistentCache: PersistentCache,
): Promise<EngineResources> {
  const hyphenate = async (language: string) =>
    createHyphenator(language, await persistentCache.open(`syllables-${language}`, MAX_WORDS));
  const hyphenators = new Map<string, Promise<Hyphenator>>();
  return {
    fonts: createFontRegistry(buildCache),
    deflateCache: createDeflateCache(buildCache),
    drawings: await persistentCache.open('drawings', MAX_DRAWINGS),
    svgMeasure: createSvgMeasure({
      sizes: await persistentCache.open('drawing-sizes', MAX_DRAWINGS),
      resized: await persistentCache.open('drawings-sized', MAX_DRAWINGS),
    }),
    composeLine: cacheComposedLines(composeLine),
    runs: new WeakMap(),
    texts: buildCache.memo(),
    breakParagraph: cacheBrokenLines(breakParagraph),
    hyphenatorFor(language) {
      const hyphenator = hyphenators.get(language) ?? hyphenate(language);
      hyphenators.set(language, hyphenator);
      return hyphenator;
    },
  };
}

// Adds to pdfmake's measuring of drawings that one is parsed once, not in every document again.

/** Shelves for the sizes of drawings, and for drawings of another size. */
export interface SvgCaches {
  readonly sizes: Memo<string, object>;
  readonly resized: Memo<string, string>;
}

/** Measures drawings; what it has measured goes onto the shelves. */
export function createSvgMeasure({ sizes, resized }: SvgCaches): SvgMeasure {
  return new (class extends SvgMeasure {
    override measureSVG(svg: string): object {
      return sizes.get(svg, () => super.measureSVG(svg));
    }

    override writeDimensions(svg: string, size: object): string {
      const key = `${JSON.stringify(size)} ${svg}`;
      return resized.get(key, () => super.writeDimensions(svg, size));
    }
  })();
}
