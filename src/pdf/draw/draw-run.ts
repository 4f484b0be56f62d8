import type { EncodedFont } from '../fonts/embedded-font.ts';
import type { PlacedRun } from '../measure/styles.ts';
import { splitLanguages } from '../tag/language-spans.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import { GlyphWriter } from './glyph-writer.ts';
import { type EncodedText, formatNumber } from './shown-word.ts';

const SPACE: ReadonlySet<string> = new Set([' ', '\u00a0']);
/** A space is a piece of its own between the words. */
const SPACES = /([ \u00a0])/;

/** Where a run is drawn, in pt from the page's top left corner, and the document's language. */
export interface RunPosition {
  readonly x: number;
  readonly baseline: number;
  readonly language: string;
}

/**
 * Draws a run of text as one text object with real spaces in it, each widened by the run's word
 * spacing: what is copied or searched in a viewer has whole words and the spaces between them.
 * pdfkit's own text call would write a word at a time, or leave the spaces out.
 * @returns whether it is one piece: then but one operator says where it stands
 */
export function drawRun(document: TaggedPdfDocument, run: PlacedRun, place: RunPosition): boolean {
  const { x, baseline, language } = place;
  const { fontSize } = run;
  const font = document.useFont(run.font);
  document.fillColor(run.color);
  document.addContent('BT');
  document.addContent(`/${font.id} ${formatNumber(fontSize)} Tf`);
  const scale = run.letterScale ?? 1;
  if (scale !== 1) document.addContent(`${formatNumber(scale * 100)} Tz`);
  const writer = new GlyphWriter(document, { x, baseline, fontSize, scale });
  for (const part of splitLanguages(run.text, language)) {
    if (part.language) document.addContent(`/Span <</Lang (${part.language})>> BDC`);
    showText(part.text, run, font, writer);
    if (part.language) document.addContent('EMC');
  }
  if (run.endsInSpace) showText(' ', run, font, writer);
  if (scale !== 1) document.addContent('100 Tz');
  document.addContent('ET');
  return writer.isOnePiece;
}

/** Shows the glyphs of a text, word by word. */
function showText(text: string, run: PlacedRun, font: EncodedFont, writer: GlyphWriter): void {
  const { letterScale: scale = 1 } = run;
  const perSpace = ((run.wordSpacing ?? 0) * 1000) / run.fontSize;
  const perCharacter = (run.characterSpacing * 1000) / run.fontSize;
  for (const part of text.split(SPACES)) {
    if (part === '') continue;
    const word = font.encode(part);
    writer.show(word, perCharacter + (SPACE.has(part) ? widenSpace(word, perSpace, scale) : 0));
  }
  writer.endPiece();
}

/**
 * What is added to a space. The scale widens what is shown of it too, and what is added to it: both are
 * taken back.
 */
function widenSpace([, [space]]: EncodedText, perSpace: number, scale: number): number {
  const natural = space?.advanceWidth ?? 0;
  return (natural + perSpace) / scale - natural;
}
