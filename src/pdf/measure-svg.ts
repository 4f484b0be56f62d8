// Adds to pdfmake's measuring of drawings that one is parsed once, not in every document again.
import type { Memory } from '../memory/memory.ts';
import { SvgMeasure } from './pdfmake.ts';

/** Measures drawings; what it has measured is kept in the memory. */
export function createSvgMeasure(memory: Memory): SvgMeasure {
  const sizes = memory.shelf<string, object>();
  const sized = memory.shelf<string, string>();
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
