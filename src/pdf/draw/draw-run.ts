import { splitLanguages } from '../../text/languages/index.ts';
import type { EncodedFont } from '../fonts/embedded-font.ts';
import type { PlacedRun } from '../measure/styles.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import { GlyphWriter, pieceAt } from './glyph-writer.ts';
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
  const scale = run.glyphScale ?? 1;
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
  const { glyphScale: scale = 1 } = run;
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

/** What the codes of a font stand for in a document; a document only adds to them. */
type Entries = EncodedFont['entries'];

/** A run as it was drawn, and all that its operators depend on beside the run. */
interface DrawnRun {
  readonly place: RunPosition;
  /** The name of its font in its document. */
  readonly font: string;
  /** The codes of its document, and how many of them it had when the run was drawn. */
  readonly entries: Entries;
  readonly count: number;
  readonly isOnePiece: boolean;
  readonly operators: string;
}

/** What was drawn of runs that may come again. */
export type DrawnRuns = WeakMap<PlacedRun, DrawnRun>;

/**
 * Draws a run. One whose glyphs have the codes they had is not worked out again: its operators are used
 * as they are, or, where it is one piece, with its new place in them.
 */
export function drawRunOnce(
  document: TaggedPdfDocument,
  run: PlacedRun,
  place: RunPosition,
  drawn: DrawnRuns,
): void {
  const font = document.useFont(run.font);
  const known = drawn.get(run);
  const again = known && isWrittenWith(font, known) ? moveTo(place, known) : undefined;
  if (again) {
    document.addContent(again.operators);
    drawn.set(run, again);
    return;
  }
  const { entries } = font;
  let isOnePiece = false;
  const operators = document.recordContent(() => {
    isOnePiece = drawRun(document, run, place);
  });
  drawn.set(run, { place, font: font.id, entries, count: entries.length, isOnePiece, operators });
}

/** Whether a font has in its document the name and the codes that a run was written with. */
function isWrittenWith({ id, entries }: EncodedFont, known: DrawnRun): boolean {
  return id === known.font && known.count <= countSame(entries, known.entries);
}

/** A drawn run at another place; undefined where that cannot be said without drawing it. */
function moveTo(place: RunPosition, known: DrawnRun): DrawnRun | undefined {
  const { x, baseline, language } = known.place;
  if (place.language !== language) return undefined;
  if (place.x === x && place.baseline === baseline) return known;
  if (!known.isOnePiece) return undefined;
  const [before, after] = [pieceAt(x, baseline), pieceAt(place.x, place.baseline)];
  return { ...known, place, operators: known.operators.replace(before, after) };
}

/** How many codes are known to stand for the same in a document as in one before it. */
const sameCodes = new WeakMap<Entries, WeakMap<Entries, number>>();

/** The number of codes, from 0, that stand for the same glyphs and characters in both. */
function countSame(entries: Entries, before: Entries): number {
  if (entries === before) return entries.length;
  const counts = sameCodes.get(entries) ?? new WeakMap<Entries, number>();
  sameCodes.set(entries, counts);
  let count = counts.get(before) ?? 0;
  while (count < entries.length && entries[count] === before[count]) count += 1;
  counts.set(before, count);
  return count;
}
