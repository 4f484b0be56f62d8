import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBuildCache } from '../../../src/cache/build-cache.ts';
import { type DrawnRunCache, drawCachedRun } from '../../../src/pdf/draw/draw-run.ts';
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

/** Returns a document that only records what is drawn into it. */
function recordingDocument(name = 'F1') {
  const pdf = new PdfDocument({}, {}, {}, {}, { font: null }, null, () => false);
  const font = tinos.embedIn(pdf, name);
  const content: string[] = [];
  const document = {
    useFont: () => font,
    fillColor: (color: string) => content.push(color),
    addContent: (operators: string) => content.push(operators),
    recordContent(draw: () => void) {
      const start = content.length;
      draw();
      return content.slice(start).join('\n');
    },
  };
  return { document: document as unknown as TaggedPdfDocument, content };
}

// A combining mark on its own has no advance, so the next glyph begins at the same position.
const word = fc.constantFrom(
  'Almaty',
  'AVA',
  'e\u0301te\u0323',
  'Жер',
  'q\u0308q',
  '\u0301',
  '\u0301Жер',
  // The font has one glyph for both.
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
const position = fc.record({
  x: fc.constantFrom(70.866, 71.4, 200.0005),
  baseline: fc.constantFrom(100, 112.339, 640.9996),
});

test('a cached run yields the same operators as an uncached one in any document at any position', () => {
  const page = fc.array(fc.record({ run, position, next: position }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(page, fc.nat(5), fc.constantFrom('F1', 'F2'), (runs, dropped, name) => {
      const cache: DrawnRunCache = new WeakMap();
      const earlier = recordingDocument();
      for (const placed of runs) {
        drawCachedRun(earlier.document, placed.run, { ...placed.position, language: 'en' }, cache);
      }
      // The next document lacks one of the runs, so its font may lack some glyphs.
      const rest = runs.filter((_, index) => index !== dropped);
      const [reused, redrawn] = [recordingDocument(name), recordingDocument(name)];
      for (const placed of rest) {
        const position = { ...placed.next, language: 'en' };
        drawCachedRun(reused.document, placed.run, position, cache);
        drawCachedRun(redrawn.document, placed.run, position, new WeakMap());
      }
      expect(reused.content.join('\n')).toBe(redrawn.content.join('\n'));
    }),
    { numRuns: 500 },
  );
});
