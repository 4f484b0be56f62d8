import type { BulletinDocument } from './bulletin-document.ts';
import type { EmbeddedFont, GlyphPosition } from './embedded-font.ts';
import { type LanguagePart, splitLanguages } from './passage-language.ts';
import type { Inline } from './pdfmake.ts';

/** Where a run is drawn, in pt from the page's top left corner, and the document's language. */
export interface RunPlace {
  readonly x: number;
  readonly baseline: number;
  readonly language: string;
}

/**
 * Draws a run of text as one text object with real spaces in it, each widened by the run's word
 * spacing: what is copied or searched in a viewer has whole words and the spaces between them.
 * pdfkit's own text call would write
 * a word at a time, or leave the spaces out.
 * @returns the codes of the glyphs that are shown, in the font's subset
 */
export function drawRun(
  document: BulletinDocument,
  run: Inline,
  place: RunPlace,
): ReadonlySet<string> {
  const { x, baseline, language } = place;
  const { fontSize } = run;
  const font = document.useFont(run.font);
  document.fillColor(run.color);
  document.addContent('BT');
  document.addContent(`/${font.id} ${format(fontSize)} Tf`);
  const scale = run.letterScale ?? 1;
  if (scale !== 1) document.addContent(`${format(scale * 100)} Tz`);
  const pen: Pen = { x, baseline, fontSize, scale, codes: new Set() };
  const parts = run.parts ?? [{ text: run.text }];
  for (const part of parts.flatMap((part) => splitLanguages(part, language))) {
    const properties = spanProperties(part);
    if (properties !== '') document.addContent(`/Span <<${properties}>> BDC`);
    drawPieces(part.text, run, document, pen);
    if (properties !== '') document.addContent('EMC');
  }
  if (run.endsInSpace) drawPieces(' ', run, document, pen);
  if (scale !== 1) document.addContent('100 Tz');
  document.addContent('ET');
  return pen.codes;
}

/** The end of what is drawn so far, and the line it stands on. */
interface Pen {
  x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Horizontal scale of everything shown. */
  readonly scale: number;
  /** The codes it has shown. */
  readonly codes: Set<string>;
}

function drawPieces(text: string, run: Inline, document: BulletinDocument, pen: Pen): void {
  for (const piece of collectPieces(encodeText(text, run, document.fontOf(run.font))))
    drawPiece(document, piece, pen);
}

/** How a part of a run is to be read, as the entries of a dictionary; empty where as it stands. */
function spanProperties({ actualText, language }: LanguagePart): string {
  const entries: string[] = [];
  if (actualText !== undefined) entries.push(`/ActualText ${utf16(actualText)}`);
  if (language !== undefined) entries.push(`/Lang (${language})`);
  return entries.join(' ');
}

/** A glyph's code in the font's subset, its place, and what to add to its advance (1/1000 em). */
interface PlacedGlyph {
  readonly code: string;
  readonly position: GlyphPosition;
  readonly extra: number;
}

/** Glyphs that stand on one line of writing, raised by an offset where marks need it. */
interface Piece {
  readonly glyphs: readonly PlacedGlyph[];
  readonly xOffset: number;
  readonly yOffset: number;
}

function encodeText(text: string, run: Inline, font: EmbeddedFont): PlacedGlyph[] {
  const { letterScale: scale = 1 } = run;
  const perSpace = ((run.wordSpacing ?? 0) * 1000) / run.fontSize;
  const perCharacter = (run.characterSpacing * 1000) / run.fontSize;
  const glyphs: PlacedGlyph[] = [];
  for (const part of text.split(/([ \u00a0])/)) {
    if (part === '') continue;
    const [codes, positions] = font.encode(part);
    const isSpace = part === ' ' || part === '\u00a0';
    // The scale widens what is shown of a space too, and what is added to it: both are taken back.
    const natural = positions[0]?.advanceWidth ?? 0;
    const space = isSpace ? (natural + perSpace) / scale - natural : 0;
    for (const [index, code] of codes.entries()) {
      const position = positions[index];
      if (position) glyphs.push({ code, position, extra: perCharacter + space });
    }
  }
  return glyphs;
}

function collectPieces(glyphs: readonly PlacedGlyph[]): Piece[] {
  const pieces: { glyphs: PlacedGlyph[]; xOffset: number; yOffset: number }[] = [];
  for (const glyph of glyphs) {
    const { xOffset, yOffset } = glyph.position;
    const current = pieces.at(-1);
    if (current && current.xOffset === xOffset && current.yOffset === yOffset) {
      current.glyphs.push(glyph);
    } else {
      pieces.push({ glyphs: [glyph], xOffset, yOffset });
    }
  }
  return pieces;
}

/** Writes a piece's glyphs and moves the pen; the page's y axis points down, the text matrix mends it. */
function drawPiece(
  document: BulletinDocument,
  { glyphs, xOffset, yOffset }: Piece,
  pen: Pen,
): void {
  const scale = (pen.fontSize / 1000) * pen.scale;
  const x = pen.x + xOffset * scale;
  const y = pen.baseline - (yOffset * pen.fontSize) / 1000;
  document.addContent(`1 0 0 -1 ${format(x)} ${format(y)} Tm`);
  const shown: string[] = [];
  let codes = '';
  for (const { code, position, extra } of glyphs) {
    codes += code;
    pen.codes.add(code);
    const shift = position.xAdvance - position.advanceWidth + extra;
    if (shift !== 0) {
      shown.push(`<${codes}> ${format(-shift)}`);
      codes = '';
    }
    pen.x += (position.xAdvance + extra) * scale;
  }
  if (codes !== '') shown.push(`<${codes}>`);
  document.addContent(`[${shown.join(' ')}] TJ`);
}

/** A number as PDF wants it: no exponent, no more places than can be seen. */
function format(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Text as a PDF string in hexadecimal: UTF-16, big-endian, with its mark. */
function utf16(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
