import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBuildCache } from '../../../src/cache/build-cache.ts';
import { type DrawnRuns, drawRunOnce } from '../../../src/pdf/draw/draw-run.ts';
import { createFontRegistry } from '../../../src/pdf/fonts/font.ts';
import type { PlacedRun } from '../../../src/pdf/measure/styles.ts';
import { PdfDocument } from '../../../src/pdf/pdfmake/types.ts';
import type { TaggedPdfDocument } from '../../../src/pdf/write/tagged-document.ts';
import { plainStyle } from '../../helpers/plain-style.ts';
import { root } from '../../helpers/project-root.ts';

const file = readFileSync(
  join(root, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
);
const tinos = createFontRegistry(createBuildCache()).open(file);

/** A document that only takes down what is drawn into it. */
function takeDown(name = 'F1') {
  const pdf = new PdfDocument({}, {}, {}, {}, { font: null }, null, () => false);
  const font = tinos.embedIn(pdf, name);
  const drawn: string[] = [];
  const document = {
    useFont: () => font,
    fillColor: (color: string) => drawn.push(color),
    addContent: (operators: string) => drawn.push(operators),
    recordContent(draw: () => void) {
      const start = drawn.length;
      draw();
      return drawn.slice(start).join('\n');
    },
  };
  return { document: document as unknown as TaggedPdfDocument, drawn };
}

// A mark that stands alone has no advance: what follows begins where it began.
const word = fc.constantFrom(
  'Almaty',
  'AVA',
  'e\u0301te\u0323',
  'Жер',
  'q\u0308q',
  '\u0301',
  '\u0301Жер',
  // One glyph of the font for both.
  'ə',
  'ә',
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const run: fc.Arbitrary<PlacedRun> = fc
  .record({
    text,
    glyphScale: fc.constantFrom(1, 0.98, 1.03),
    wordSpacing: fc.constantFrom(0, 1.25, -0.4),
    characterSpacing: fc.constantFrom(0, 0.5),
    endsInSpace: fc.boolean(),
  })
  .map((look) => ({ ...plainStyle, ...look, font: tinos }));
const place = fc.record({
  x: fc.constantFrom(70.866, 71.4, 200.0005),
  baseline: fc.constantFrom(100, 112.339, 640.9996),
});

test('a run that was drawn before is drawn as anew, in whatever document and wherever it stands', () => {
  const page = fc.array(fc.record({ run, place, next: place }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(page, fc.nat(5), fc.constantFrom('F1', 'F2'), (runs, dropped, name) => {
      const known: DrawnRuns = new WeakMap();
      const before = takeDown();
      for (const one of runs) {
        drawRunOnce(before.document, one.run, { ...one.place, language: 'en' }, known);
      }
      // In the next document another run is gone, and the letters that it brought.
      const rest = runs.filter((_, index) => index !== dropped);
      const [again, anew] = [takeDown(name), takeDown(name)];
      for (const one of rest) {
        const there = { ...one.next, language: 'en' };
        drawRunOnce(again.document, one.run, there, known);
        drawRunOnce(anew.document, one.run, there, new WeakMap());
      }
      expect(again.drawn.join('\n')).toBe(anew.drawn.join('\n'));
    }),
    { numRuns: 500 },
  );
});
