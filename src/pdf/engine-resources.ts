import type { BuildCache, Memo } from '../cache/build-cache.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import { createHyphenator, type Hyphenator } from '../text/hyphenator.ts';
import type { DrawnRunCache } from './draw/draw-run.ts';
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

/** Fonts, hyphenators and caches shared by all documents of this process. */
export interface EngineResources {
  readonly fonts: FontRegistry;
  readonly deflateCache: DeflateCache;
  readonly drawings: Drawings;
  readonly svgMeasure: SvgMeasure;
  readonly composeLine: ComposeLine;
  readonly runs: DrawnRunCache;
  readonly texts: MeasuredTexts;
  readonly breakParagraph: BreakParagraph;
  /** Returns the hyphenator of a language. */
  hyphenatorFor(language: string): Promise<Hyphenator>;
}

/** Hyphenated words that are cached; an issue of thirty articles has 1,800. */
const MAX_WORDS = 10_000;
/** Drawings that are cached, each for one position on the page; an issue has about ten. */
const MAX_DRAWINGS = 60;

/**
 * Creates the shared resources. Results are kept for the process in `buildCache`; those worth keeping
 * between runs are kept in `persistentCache`.
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

/** Caches of the sizes of SVG drawings, and of drawings that were resized. */
export interface SvgCaches {
  readonly sizes: Memo<string, object>;
  readonly resized: Memo<string, string>;
}

/** Returns pdfmake's SVG measuring with caches, so that a drawing is parsed once for all documents. */
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
