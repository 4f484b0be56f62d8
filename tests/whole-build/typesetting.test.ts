import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildFolder } from '../helpers/build-folder.ts';
import { referenceIssue, root } from '../helpers/project-root.ts';
import {
  type PlacedLine,
  type PlacedText,
  type ReadPage,
  type ReadPdf,
  readPdf,
} from '../helpers/read-pdf.ts';

// Measures the word spacing of real issues on their pages: widths come from positions that a PDF reader
// finds, not from the layout engine.

const issues = [
  ...(referenceIssue ? [['the reference issue', referenceIssue] as const] : []),
  ['issue 2024-19', join(root, 'issues', '2024-19')] as const,
  ['issue 2025-01', join(root, 'issues', '2025-01')] as const,
];
const TEXT_SIZE = 14;
/** Width of a space in Tinos at the text size, in pt. */
const SPACE = TEXT_SIZE * 0.25;
/** The PDF reader rounds, and the engine may scale the glyphs and spaces of a line by 3 %. */
const TOLERANCE = 0.05;

/** Returns the justified lines of running text, which end at the right edge of the text block. */
function justifiedLines({ lines, pieces }: ReadPage, font: string): PlacedLine[] {
  const right = ((210 - 15) * 72) / 25.4;
  return lines
    .filter((line) => Math.abs(line.size - TEXT_SIZE) < 0.5 && Math.abs(line.right - right) < 0.6)
    .filter(({ text }) => /[a-z]/.test(text) && !/^https?:/.test(text))
    .filter((line) => isPlain(line, pieces, font));
}

/** Returns the average width of a line's word spaces, relative to a natural space. */
function spaceOf(line: PlacedLine, measure: (text: string) => number): number {
  const spaces = line.text.split(/[ \u00a0]/).length - 1;
  const letters = measure(line.text.replace(/[ \u00a0]/g, ''));
  return (line.right - line.x - letters) / spaces / SPACE;
}

/** Creates a function that returns the width of a text at the text size. */
async function createMeasure(): Promise<(text: string) => number> {
  const { create } = await import('fontkit');
  const { readFileSync } = await import('node:fs');
  const file = 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
  const font = create(readFileSync(join(root, file)));
  if (!('layout' in font)) throw new Error('no font');
  return (text) => (font.layout(text).advanceWidth / font.unitsPerEm) * TEXT_SIZE;
}

/** Whether a line is entirely in the font of the running text, which is the one that is measured. */
const isPlain = (line: PlacedLine, pieces: readonly PlacedText[], font: string) =>
  pieces.filter(({ y }) => Math.abs(y - line.y) < 1).every((piece) => piece.font === font);

/** Returns the most used font of some pages. */
function runningFont(pages: readonly ReadPage[]): string {
  const letters = new Map<string, number>();
  for (const { font, text } of pages.flatMap(({ pieces }) => pieces)) {
    letters.set(font, (letters.get(font) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

describe.each(issues)('%s', (_, folder) => {
  let pdf: ReadPdf;
  let lines: PlacedLine[];
  let measure: (text: string) => number;

  beforeAll(async () => {
    const { bytes } = await buildFolder(folder);
    pdf = await readPdf(bytes);
    measure = await createMeasure();
    const pages = pdf.pages.slice(2, -1);
    const font = runningFont(pages);
    lines = pages.flatMap((page) => justifiedLines(page, font));
  });

  test('has justified lines to measure', () => {
    expect(lines.length).toBeGreaterThan(60);
  });

  test('has even word spaces in at least 98 of 100 lines', () => {
    // Glyph scaling of at most 3 % is counted here as word space.
    const slack = (line: PlacedLine) =>
      (0.03 * (line.right - line.x)) / (line.text.split(' ').length - 1) / SPACE;
    const uneven = lines.filter((line) => {
      const space = spaceOf(line, measure);
      return space > 1.6 + slack(line) + TOLERANCE || space < 0.75 - slack(line) - TOLERANCE;
    });
    expect(uneven.length / lines.length).toBeLessThanOrEqual(0.02);
  });

  test('hyphenates no word across pages', () => {
    for (const page of pdf.pages.slice(2, -1)) {
      expect(page.lines.filter(({ y }) => y < 785).at(-1)?.hyphenated).toBe(false);
    }
  });

  test('hyphenates no word of a title or an address', () => {
    const divided = pdf.pages.flatMap((page) => page.lines.filter(({ hyphenated }) => hyphenated));
    for (const { text } of divided) {
      expect(text).not.toBe(text.toUpperCase());
      expect(text).not.toMatch(/^https?:/);
    }
  });

  test('has at least three lines on the last page of each section', () => {
    const starts = pdf.pages.map(
      ({ lines: [first] }) =>
        first?.text === first?.text.toUpperCase() &&
        /REPUBLIC|FEDERATION|TURKMENISTAN/.test(first?.text ?? ''),
    );
    for (const [index, page] of pdf.pages.entries()) {
      if (index < 2 || index > pdf.pages.length - 2) continue;
      if (starts[index + 1] || index === pdf.pages.length - 2) {
        expect(page.lines.filter(({ y }) => y < 785).length).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
