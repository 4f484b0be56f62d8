import { splitLanguages } from '../../text/languages/index.ts';
import type { EncodedFont } from '../fonts/embedded-font.ts';
import type { PlacedRun } from '../measure/styles.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import { GlyphWriter, textMatrix } from './glyph-writer.ts';
import { type EncodedText, formatNumber } from './word-operands.ts';

const SPACE: ReadonlySet<string> = new Set([' ', '\u00a0']);
/** Splits a text into words and single spaces. */
const SPACES = /([ \u00a0])/;

/** Position of a run in pt from the page's top left corner, and the document's language. */
export interface RunPosition {
  readonly x: number;
  readonly baseline: number;
  readonly language: string;
}

/**
 * Draws a run as one text object with real spaces, each widened by the run's word spacing, so that
 * copying and searching in a viewer find whole words and the spaces between them. pdfkit's text()
 * writes each word separately or leaves the spaces out.
 * @returns whether the run is one segment, so that a single Tm operator positions it
 */
export function drawRun(
  document: TaggedPdfDocument,
  run: PlacedRun,
  position: RunPosition,
): boolean {
  const { x, baseline, language } = position;
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
  return writer.isOneSegment;
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
  writer.endSegment();
}

/**
 * Returns the width to add to a space, in thousandths of the font size. The horizontal scale applies to
 * the space and to the added width, so both are divided by it.
 */
function widenSpace([, [space]]: EncodedText, perSpace: number, scale: number): number {
  const natural = space?.advanceWidth ?? 0;
  return (natural + perSpace) / scale - natural;
}

/** The meanings of a font's codes in a document. Entries are only ever appended. */
type Entries = EncodedFont['entries'];

/** The operators of a drawn run, and everything they depend on besides the run. */
interface DrawnRun {
  readonly position: RunPosition;
  /** Resource name of its font in its document. */
  readonly font: string;
  /** The codes of its document, and their number when the run was drawn. */
  readonly entries: Entries;
  readonly count: number;
  readonly isOneSegment: boolean;
  readonly operators: string;
}

/** Operators of runs that may be drawn again. */
export type DrawnRunCache = WeakMap<PlacedRun, DrawnRun>;

/**
 * Draws a run, reusing its cached operators if its glyphs still have the same codes. At a new position,
 * the operators of a run of one segment are reused with a new text matrix.
 */
export function drawCachedRun(
  document: TaggedPdfDocument,
  run: PlacedRun,
  position: RunPosition,
  cache: DrawnRunCache,
): void {
  const font = document.useFont(run.font);
  const cached = cache.get(run);
  const reused = cached && hasSameCodes(font, cached) ? moveTo(position, cached) : undefined;
  if (reused) {
    document.addContent(reused.operators);
    cache.set(run, reused);
    return;
  }
  const { entries } = font;
  let isOneSegment = false;
  const operators = document.recordContent(() => {
    isOneSegment = drawRun(document, run, position);
  });
  cache.set(run, {
    position,
    font: font.id,
    entries,
    count: entries.length,
    isOneSegment,
    operators,
  });
}

/** Whether a font has the resource name and the codes that a run was drawn with. */
function hasSameCodes({ id, entries }: EncodedFont, cached: DrawnRun): boolean {
  return id === cached.font && cached.count <= countEqualCodes(entries, cached.entries);
}

/** Returns a drawn run at another position; undefined if it has to be drawn again. */
function moveTo(position: RunPosition, cached: DrawnRun): DrawnRun | undefined {
  const { x, baseline, language } = cached.position;
  if (position.language !== language) return undefined;
  if (position.x === x && position.baseline === baseline) return cached;
  if (!cached.isOneSegment) return undefined;
  const [before, after] = [textMatrix(x, baseline), textMatrix(position.x, position.baseline)];
  return { ...cached, position, operators: cached.operators.replace(before, after) };
}

/** Number of leading codes known to be equal in a document and an earlier one. */
const equalCodeCounts = new WeakMap<Entries, WeakMap<Entries, number>>();

/** Counts the leading codes that stand for the same glyphs and characters in both documents. */
function countEqualCodes(entries: Entries, before: Entries): number {
  if (entries === before) return entries.length;
  const counts = equalCodeCounts.get(entries) ?? new WeakMap<Entries, number>();
  equalCodeCounts.set(entries, counts);
  let count = counts.get(before) ?? 0;
  while (count < entries.length && entries[count] === before[count]) count += 1;
  counts.set(before, count);
  return count;
}
