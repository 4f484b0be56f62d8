// Adds to pdfmake's measuring of drawings that one is parsed once, not in every document again.
import type { Memo } from '../../cache/build-cache.ts';
import { SvgMeasure } from '../pdfmake/types.ts';

/** Shelves for the sizes of drawings, and for drawings of another size. */
export interface MeasuredDrawings {
  readonly sizes: Memo<string, object>;
  readonly sized: Memo<string, string>;
}

/** Measures drawings; what it has measured goes onto the shelves. */
export function createSvgMeasure({ sizes, sized }: MeasuredDrawings): SvgMeasure {
  return new (class extends SvgMeasure {
    override measureSVG(svg: string): object {
      return sizes.get(svg, () => super.measureSVG(svg));
    }

    override writeDimensions(svg: string, size: object): string {
      const key = `${JSON.stringify(size)} ${svg}`;
      return sized.get(key, () => super.writeDimensions(svg, size));
    }
  })();
}
