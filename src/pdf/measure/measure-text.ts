// Adds to pdfmake's measuring that a text is measured once for all documents of a press, and its style
// looked up once for all words of a run. pdfmake looks up every property for every word again, and
// shapes each word with its space to learn widths that only tables and columns need.
import type { Memo } from '../../cache/build-cache.ts';
import type { Hyphenator } from '../../text/hyphenator.ts';
import type { Font } from '../fonts/font.ts';
import { DocMeasure, type Style, type StyleStack, TextInlines } from '../pdfmake/measure.ts';
import type { PdfDocument, PdfmakeInline } from '../pdfmake/types.ts';
import type { FlowNode } from './flow-node.ts';
import type { RunStyle } from './styles.ts';
import { collectWords, type RunWord, type Word } from './words.ts';

/** Properties of a node or a style that the look of its text depends on. */
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

/** Height in pt of the lines of a text without words. */
const MIN_LEADING = 0.1;

/** A measured text: how its runs look, the pieces that lines are made of, and a line's height in pt. */
export interface MeasuredText {
  readonly styles: readonly RunStyle[];
  readonly words: readonly Word[];
  readonly leading: number;
}

/** Measured texts by what is written in them and how it looks. */
export type MeasuredTexts = Memo<string, MeasuredText>;

/** pdfmake's measuring of nodes, with texts that are measured once. */
export class FlowMeasure extends DocMeasure {
  readonly #document: FontDocument;
  readonly #hyphenate: Hyphenator;
  readonly #language: string;
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
    this.#hyphenate = hyphenate;
    this.#inlines = new LeafInlines(document);
    this.#texts = texts;
  }

  protected override measureLeaf(node: FlowNode): FlowNode {
    const { styles, words, leading } = this.#texts.get(this.#keyOf(node), () =>
      this.#measure(node),
    );
    // A document has its fonts in the order in which its texts ask for them.
    for (const { font } of styles) this.#document.fontOf(font);
    node._inlines = styles;
    node.words = words;
    node.leading = leading;
    node._minWidth = 0;
    node._maxWidth = 0;
    return node;
  }

  /** Words are divided only where lines are justified. */
  #measure({ text, breakAfter, breakBefore }: FlowNode): MeasuredText {
    const runWords = this.#inlines.splitIntoWords(text, this.styleStack);
    const styles = [...new Set(runWords.map(({ style }) => style))];
    const alignment = styles[0]?.alignment;
    const words = collectWords(runWords, {
      breakAfter,
      breakBefore,
      hyphenate: alignment === 'justify' ? this.#hyphenate : undefined,
      keepCompounds: alignment === 'center',
    });
    const leading = styles.reduce((most, { height }) => Math.max(most, height), MIN_LEADING);
    return { styles, words, leading };
  }

  /** All that the measured text depends on. */
  #keyOf({ text, breakAfter = '', breakBefore = '' }: FlowNode): string {
    const { styleOverrides, styleDictionary, defaultStyle } = this.styleStack;
    const named = (layer: string | Style) =>
      typeof layer === 'string' ? styleDictionary[layer] : layer;
    const runs = Array.isArray(text) ? (text as { style?: string | string[] }[]) : [];
    const ofRuns = runs.flatMap((run) => run.style ?? []);
    // pdfmake takes a node itself for a layer of style, and so those that it lies in.
    const layers = [defaultStyle, ...styleOverrides.map(named), null, ...ofRuns.map(named)];
    const styles = layers.map((layer) => (layer ? this.#describeStyle(layer) : '')).join('\n');
    const content = typeof text === 'string' ? text : JSON.stringify(text);
    return `${this.#language}\n${styles}\n${breakAfter}\n${breakBefore}\n${typeof text}\n${content}`;
  }

  /** What a layer of style says of texts. A document has few, and asks for them with every paragraph. */
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

/** A document that knows fonts by their files. */
export interface FontDocument extends PdfDocument {
  provideFont(family: string, bold: boolean, italics: boolean): Font;
  /** Embeds a font, if it is not embedded yet. */
  fontOf(font: Font): unknown;
}

/** What a document's nodes are measured with. */
export interface MeasuringTools {
  readonly document: FontDocument;
  readonly styles: object;
  readonly defaultStyle: object;
  readonly svgMeasure: object;
}

/** What a document's texts are parted into words with. */
export interface TextTools {
  readonly language: string;
  readonly hyphenate: Hyphenator;
  readonly texts: MeasuredTexts;
}

/** Texts of the flow. Their words get no widths here: the flow measures them as it breaks lines. */
class LeafInlines extends TextInlines {
  /** The words of a text. */
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
      // pdfmake sums up widths that nobody asks for here.
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
    // A FontDocument gives no other fonts.
    return { ...style, font: style.font as Font };
  }

  protected override widthOfText(): number {
    return 0;
  }
}

/** What differs between the words of a run. */
const WORD_PROPERTIES: ReadonlySet<string> = new Set(['text', 'lineEnd', 'noNewLine']);

/** Whether two words have the same properties but for those of one word. */
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
