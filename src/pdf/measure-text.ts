// Adds to pdfmake's measuring that a text is measured once for all documents of a press, and its style
// looked up once for all words of a run. pdfmake looks up every property for every word again, and
// shapes each word with its space to learn widths that only tables and columns need.
import type { Shelf } from '../memory/memory.ts';
import type { Hyphenator } from '../text/hyphenator.ts';
import type { BulletinDocument } from './bulletin-document.ts';
import type { FlowNode } from './flow-node.ts';
import type { Inline } from './inline.ts';
import { DocMeasure, type StyleStack, TextInlines } from './pdfmake-measure.ts';
import { collectWords, type Word } from './word.ts';

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
const LEAST_LEADING = 0.1;

/** A measured text: pdfmake's words, the pieces that lines are made of, and a line's height in pt. */
export interface MeasuredText {
  readonly inlines: readonly Inline[];
  readonly words: readonly Word[];
  readonly leading: number;
}

/** Measured texts by what is written in them and how it looks. */
export type MeasuredTexts = Shelf<string, MeasuredText>;

/** pdfmake's measuring of nodes, with texts that are measured once. */
export class FlowMeasure extends DocMeasure {
  readonly #document: BulletinDocument;
  readonly #hyphenate: Hyphenator;
  readonly #language: string;
  readonly #leaves: LeafInlines;
  readonly #texts: MeasuredTexts;

  constructor(
    { document, styles, defaultStyle, svgMeasure }: MeasuringTools,
    { language, hyphenate, texts }: TextTools,
  ) {
    super(document, styles, defaultStyle, svgMeasure, {});
    this.#document = document;
    this.#language = language;
    this.#hyphenate = hyphenate;
    this.#leaves = new LeafInlines(document);
    this.#texts = texts;
  }

  protected override measureLeaf(node: FlowNode): FlowNode {
    const { inlines, words, leading } = this.#texts.get(this.#keyOf(node), () =>
      this.#measure(node),
    );
    // A document has its fonts in the order in which its texts ask for them.
    for (const { font } of inlines) this.#document.fontOf(font);
    return Object.assign(node, { _inlines: inlines, words, leading, _minWidth: 0, _maxWidth: 0 });
  }

  /** Words are divided only where lines are justified. */
  #measure({ text, breakAfter }: FlowNode): MeasuredText {
    const inlines = this.#leaves.buildInlines(text, this.styleStack).items;
    const alignment = inlines[0]?.alignment;
    const words = collectWords(inlines, {
      breakAfter,
      hyphenate: alignment === 'justify' ? this.#hyphenate : undefined,
      compoundsWhole: alignment === 'center',
    });
    const leading = inlines.reduce((most, { height }) => Math.max(most, height), LEAST_LEADING);
    return { inlines, words, leading };
  }

  /** All that the measured text depends on. */
  #keyOf(node: FlowNode): string {
    const style = lookUp(this.styleStack);
    const runs = Array.isArray(node.text) ? (node.text as { style?: string | string[] }[]) : [];
    const styles = runs.flatMap((run) => run.style ?? []);
    const named = styles.map((name) => this.styleStack.styleDictionary[name]);
    return JSON.stringify([this.#language, style, named, node.breakAfter, node.text]);
  }
}

/** The text properties that are in force, in the order of their list. */
function lookUp({ styleOverrides, styleDictionary, defaultStyle }: StyleStack): unknown[] {
  const layers = [defaultStyle];
  for (const override of styleOverrides) {
    layers.push(typeof override === 'string' ? (styleDictionary[override] ?? {}) : override);
  }
  return TEXT_PROPERTIES.map((name) => layers.findLast((layer) => layer[name] != null)?.[name]);
}

/** What a document's nodes are measured with. */
export interface MeasuringTools {
  readonly document: BulletinDocument;
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
  override measure(words: Inline[], stack: StyleStack): Inline[] {
    let first: Inline | undefined;
    let run: Inline | undefined;
    return words.map((word) => {
      if (!first || !looksLike(word, first)) {
        first = word;
        const { text: _, lineEnd: __, noNewLine: ___, ...look } = word;
        [run] = super.measure([{ ...look, text: '' }], stack);
      }
      return { ...run, ...word, ...(run && { look: run }) };
    });
  }

  protected override widthOfText(): number {
    return 0;
  }
}

/** What differs between the words of a run. */
const OF_ONE_WORD: ReadonlySet<string> = new Set(['text', 'lineEnd', 'noNewLine']);

/** Whether two words have the same properties but for those of one word. */
function looksLike(a: Inline, b: Inline): boolean {
  return hasLookOf(a, b) && hasLookOf(b, a);
}

function hasLookOf(a: Inline, b: Inline): boolean {
  for (const name in b) {
    if (OF_ONE_WORD.has(name)) continue;
    if (a[name as keyof Inline] !== b[name as keyof Inline]) return false;
  }
  return true;
}
