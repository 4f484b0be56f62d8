import { expect } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import type { ContentNode, DocumentDefinition } from '../../src/pdf/definition.ts';
import { createEngineResources, type EngineResources } from '../../src/pdf/engine-resources.ts';
import type { TypesetLine } from '../../src/pdf/inspect/placed-content.ts';
import { type RenderedDocument, renderDocument } from '../../src/pdf/render.ts';
import { readFonts } from './read-fonts.ts';
import { readStructureTexts } from './read-structure.ts';
import { makePhoto } from './render-issue.ts';

/** The page of a document of blocks, in pt: a text block of two columns of 200 with a gutter of 20. */
export const PAGE = { width: 500, height: 320, margin: 40 };
/** The line height of running text in pt, and the lines that a column holds. */
export const LEADING = 13;
export const COLUMN_LINES = Math.floor((PAGE.height - 2 * PAGE.margin) / LEADING);
export const FLOW = { count: 2, gutter: 20 };

let shared: Promise<EngineResources> | undefined;
let picture: Promise<Buffer> | undefined;

/** Lays out a document of these nodes; `changes` replace parts of its definition. */
export async function renderBlocks(
  content: ContentNode[],
  changes: Partial<DocumentDefinition> = {},
): Promise<RenderedDocument> {
  const buildCache = createBuildCache();
  shared ??= createEngineResources(buildCache, createPersistentCache(buildCache));
  picture ??= makePhoto(300, 200);
  const { width, height, margin } = PAGE;
  const definition: DocumentDefinition = {
    language: 'en',
    info: { title: 'Blocks', author: 'Nobody', subject: 'Blocks', keywords: '' },
    date: new Date('2024-01-01T00:00:00Z'),
    pageSize: { width, height },
    pageMargins: { top: margin, right: margin, bottom: margin, left: margin },
    defaultStyle: { font: 'Tinos', fontSize: 10, lineHeight: lineHeightFactor(10, LEADING) },
    styles: {
      body: { alignment: 'justify' },
      heading: { bold: true, spaceAbove: 8, spaceBelow: 3 },
      source: { italics: true },
      numeral: { fontSize: 22, bold: true },
      folio: { fontSize: 8 },
    },
    numbering: { unnumberedPages: 0, unnumberedAtEnd: 0 },
    folio: { style: 'folio', fromEdge: 20 },
    underline: { below: 0.1, width: 0.05 },
    viewAbove: 20,
    content,
    ...changes,
  };
  const resources = { fonts: readFonts(), pictures: { photo: await picture } };
  return renderDocument(definition, resources, await shared);
}

/** Height of a line of Tinos without leading, as a fraction of its size. */
const NATURAL_HEIGHT = 2268 / 2048;

/** Returns the factor that gives text of a size a line height, both in pt. */
function lineHeightFactor(size: number, leading: number): number {
  return leading / (size * NATURAL_HEIGHT);
}

/** A text and whether it is a caption, which may stand elsewhere than in the order of the text. */
interface WrittenText {
  readonly text: string;
  readonly caption: boolean;
}

/** The texts of nodes in the order of the definition. */
export function textsOf(nodes: readonly ContentNode[]): WrittenText[] {
  return nodes.flatMap((node): WrittenText[] => {
    if ('text' in node && typeof node.text === 'string')
      return [{ text: node.text, caption: node.tag === 'Caption' }];
    if ('stack' in node) return textsOf(node.stack);
    if ('ul' in node) return textsOf(node.ul);
    return 'ol' in node ? textsOf(node.ol) : [];
  });
}

/** Joins texts; a cut word and a line's end read as spaces, and some lines end in a hyphen. */
const join = (texts: readonly string[]) => texts.join('').replaceAll(/\s/g, '');

/** Lays out nodes, and expects that their lines are drawn in the order of the text, each once. */
export async function layOut(...content: ContentNode[]): Promise<RenderedDocument> {
  const texts = textsOf(content);
  const rendered = await renderBlocks(content);
  const textOf = ({ text, hyphenated }: TypesetLine) => (hyphenated ? text.slice(0, -1) : text);
  for (const caption of [false, true]) {
    const drawn = rendered.lines.filter((line) => line.caption === caption).map(textOf);
    const written = texts.filter((text) => text.caption === caption).map(({ text }) => text);
    // Floats may stand in another order than in the text.
    const order = (text: string) => (caption ? [...text].sort().join('') : text);
    expect(order(join(drawn))).toBe(order(join(written)));
  }
  return rendered;
}

/** Lays out nodes, and expects that the structure tree has their texts in order, each once. */
export async function render(...content: ContentNode[]): Promise<RenderedDocument> {
  const texts = textsOf(content);
  const rendered = await layOut(...content);
  const read = await readStructureTexts(rendered.bytes);
  const printed = read
    .filter(({ roles }) => roles.at(-1) !== 'Lbl')
    .map(({ text }) => join([text]))
    .filter((text) => text !== '');
  expect(printed).toEqual(texts.map(({ text }) => join([text])));
  return rendered;
}
