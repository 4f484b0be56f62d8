// Extends pdfmake's measuring: each text is measured once for all documents of an engine, and its style
// is resolved once per run. pdfmake resolves every property again for every word, and shapes each word
// with its space to compute widths that only tables and columns need.
import type { Memo } from '../../cache/build-cache.ts';
import type { Hyphenator } from '../../text/hyphenator.ts';
import { requireLanguage } from '../../text/languages/index.ts';
import type { Font } from '../fonts/font.ts';
import { DocMeasure, type Style, type StyleStack, TextInlines } from '../pdfmake/measure.ts';
import type { PdfDocument, PdfmakeInline } from '../pdfmake/types.ts';
import type { FlowNode } from './flow-node.ts';
import type { PlacedRun, RunStyle } from './styles.ts';
import { collectWords, type RunWord, type Word } from './words.ts';

/** Properties of a node or a style that affect the measured text. */
const TEXT_PROPERTIES = [
  'font',
  'fontSize',
  'bold',
  'italics',
  'color',
  'alignment',
  'characterSpacing',
  'lineHeight',
  'decoration',
  'leadingIndent',
  'link',
  'linkToDestination',
  'noWrap',
] as const;

/** Least line height in pt, used for a text without words. */
const MIN_LEADING = 0.1;

/** A measured text: the styles of its runs, its unbreakable pieces, and its line height in pt. */
export interface MeasuredText {
  readonly styles: readonly RunStyle[];
  readonly words: readonly Word[];
  readonly leading: number;
}

/** Measured texts by language, styles and content. */
export type MeasuredTexts = Memo<string, MeasuredText>;

/** pdfmake's measuring of nodes, with a cache of measured texts. */
export class FlowMeasure extends DocMeasure {
  readonly #document: FontDocument;
  readonly #hyphenate: Hyphenator;
  readonly #language: string;
  readonly #splitBound: boolean;
  readonly #inlines: LeafInlines;
  readonly #texts: MeasuredTexts;
  readonly #styleKeys = new WeakMap<Style, string>();

  constructor(
    { document, styles, defaultStyle, svgMeasure }: MeasuringTools,
    { language, hyphenate, texts }: TextTools,
  ) {
    super(document, styles, defaultStyle, svgMeasure, {});
    this.#document = document;
    this.#language = language;
    this.#splitBound = requireLanguage(language).splitBound;
    this.#hyphenate = hyphenate;
    this.#inlines = new LeafInlines(document);
    this.#texts = texts;
  }

  protected override measureLeaf(node: FlowNode): FlowNode {
    const { styles, words, leading } = this.#texts.get(this.#keyOf(node), () =>
      this.#measure(node),
    );
    // Embeds the fonts also for a cached text, in the order in which the texts use them.
    for (const { font } of styles) this.#document.fontOf(font);
    node._inlines = styles;
    node.words = words;
    node.leading = leading;
    node._minWidth = 0;
    node._maxWidth = 0;
    return node;
  }

  /** Measures a list; numbers with a style of their own replace pdfmake's. */
  protected override measureOrderedList(node: FlowNode): FlowNode {
    super.measureOrderedList(node);
    const { numerals, start = 1 } = node;
    if (!numerals) return node;
    const items = node.ol ?? [];
    const markers = items.map((_, index) => {
      const text = String(start + index).padStart(numerals.digits, '0');
      const run = { text, style: numerals.style };
      return this.textInlines.buildInlines(run, this.styleStack).items as readonly PlacedRun[];
    });
    const width = Math.max(0, ...markers.map(([run]) => run?.width ?? 0)) + numerals.gap;
    node._gapSize = { ...node._gapSize, width };
    for (const [index, item] of items.entries()) {
      const [numeral] = markers[index] ?? [];
      Object.assign(item, { listMarker: { _inlines: markers[index], _minWidth: width } });
      item.numeralHeight = numeral?.height ?? 0;
    }
    return node;
  }

  /** Measures a text; only justified text is hyphenated. */
  #measure({ text, breakAfter, breakBefore, breaksAddresses }: FlowNode): MeasuredText {
    const runWords = this.#inlines.splitIntoWords(text, this.styleStack);
    const styles = [...new Set(runWords.map(({ style }) => style))];
    const alignment = styles[0]?.alignment;
    const words = collectWords(runWords, {
      breakAfter,
      breakBefore,
      breaksAddresses,
      hyphenate: alignment === 'justify' ? this.#hyphenate : undefined,
      keepCompounds: alignment === 'center',
      splitBound: this.#splitBound,
    });
    const leading = styles.reduce((most, { height }) => Math.max(most, height), MIN_LEADING);
    return { styles, words, leading };
  }

  /** Returns a cache key of everything that the measured text depends on. */
  #keyOf({ text, breakAfter = '', breakBefore = '', breaksAddresses }: FlowNode): string {
    const { styleOverrides, styleDictionary, defaultStyle } = this.styleStack;
    const named = (layer: string | Style) =>
      typeof layer === 'string' ? styleDictionary[layer] : layer;
    const runs = Array.isArray(text) ? (text as { style?: string | string[] }[]) : [];
    const ofRuns = runs.flatMap((run) => run.style ?? []);
    // pdfmake treats a node and its ancestors as layers of style.
    const layers = [defaultStyle, ...styleOverrides.map(named), null, ...ofRuns.map(named)];
    const styles = layers.map((layer) => (layer ? this.#describeStyle(layer) : '')).join('\n');
    const content = typeof text === 'string' ? text : JSON.stringify(text);
    return `${this.#language}\n${styles}\n${breakAfter}\n${breakBefore}${breaksAddresses ? '\n' : ''}\n${typeof text}\n${content}`;
  }

  /** Serializes the text properties of a style layer; cached, because paragraphs share few layers. */
  #describeStyle(layer: Style): string {
    const known = this.#styleKeys.get(layer) ?? describeStyle(layer);
    this.#styleKeys.set(layer, known);
    return known;
  }
}

function describeStyle(layer: Style): string {
  const names = TEXT_PROPERTIES.filter((name) => layer[name] != null);
  return names.map((name) => `${name} ${JSON.stringify(layer[name])}`).join();
}

/** A document that parses its fonts itself. */
export interface FontDocument extends PdfDocument {
  provideFont(family: string, bold: boolean, italics: boolean): Font;
  /** Embeds a font, unless it is embedded already. */
  fontOf(font: Font): unknown;
}

/** pdfmake's arguments for measuring a document. */
export interface MeasuringTools {
  readonly document: FontDocument;
  readonly styles: object;
  readonly defaultStyle: object;
  readonly svgMeasure: object;
}

/** Language, hyphenator and cache for measuring a document's texts. */
export interface TextTools {
  readonly language: string;
  readonly hyphenate: Hyphenator;
  readonly texts: MeasuredTexts;
}

/** Splits texts into styled words; their widths are measured later, by `collectWords`. */
class LeafInlines extends TextInlines {
  /** Returns the words of a text with their styles. */
  splitIntoWords(text: unknown, stack: StyleStack): readonly RunWord[] {
    return this.buildInlines(text, stack).items as readonly RunWord[];
  }

  protected override measure(words: PdfmakeInline[], stack: StyleStack): readonly RunWord[] {
    let first: PdfmakeInline | undefined;
    let style: RunStyle | undefined;
    return words.map((word) => {
      if (!style || !first || !hasSameStyle(word, first)) {
        first = word;
        style = this.#styleOf(word, stack);
      }
      // pdfmake sums up these widths, but the results are not used.
      const { text, lineEnd, noNewLine } = word;
      return { text, lineEnd, noNewLine, style, width: 0, leadingCut: 0, trailingCut: 0 };
    });
  }

  #styleOf(
    { text: _, lineEnd: __, noNewLine: ___, ...word }: PdfmakeInline,
    stack: StyleStack,
  ): RunStyle {
    const style = { ...word, text: '' };
    super.measure([style], stack);
    // Every font that a FontDocument provides is a Font.
    return { ...style, font: style.font as Font };
  }

  protected override widthOfText(): number {
    return 0;
  }
}

/** Properties that may differ between the words of a run. */
const WORD_PROPERTIES: ReadonlySet<string> = new Set(['text', 'lineEnd', 'noNewLine']);

/** Whether two words have the same style. */
function hasSameStyle(a: PdfmakeInline, b: PdfmakeInline): boolean {
  return containsStyleOf(a, b) && containsStyleOf(b, a);
}

function containsStyleOf(a: PdfmakeInline, b: PdfmakeInline): boolean {
  for (const name in b) {
    if (WORD_PROPERTIES.has(name)) continue;
    if (a[name as keyof PdfmakeInline] !== b[name as keyof PdfmakeInline]) return false;
  }
  return true;
}
