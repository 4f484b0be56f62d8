import { Document, type PDFDocument, type PDFObject } from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Element of a page's structure tree, as pdf.js returns it. */
export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Returns the structure tree of each page of a PDF. */
export async function readTrees(bytes: Uint8Array): Promise<StructureNode[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(
      async (number) => (await document.getPage(number)).getStructTree() as Promise<StructureNode>,
    ),
  );
}

/** Returns the elements with a role in a tree, in reading order. */
export function findAll(node: StructureNode, role: string): StructureNode[] {
  const below = (node.children ?? []).flatMap((child) => findAll(child, role));
  return node.role === role ? [node, ...below] : below;
}

/** Returns the whole words that the structure tree has for hyphenated ones, in its order. */
export function readDividedWords(bytes: Uint8Array): string[] {
  const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
  const words: string[] = [];
  const visit = (element: PDFObject) => {
    if (element.isArray()) {
      element.forEach((child: PDFObject) => {
        visit(child);
      });
    }
    if (!element.isDictionary()) return;
    const word = element.get('ActualText');
    if (!word.isNull()) words.push(word.asString());
    visit(element.get('K'));
  };
  visit(document.getTrailer().get('Root', 'StructTreeRoot', 'K'));
  return words;
}

/** The text of a PDF in the order of its structure tree, with divided words whole, as it is read aloud. */
export async function readAloud(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const byId = await readMarkedTexts(page);
    texts.push(...leavesOf(await page.getStructTree()).map((id) => byId.get(id) ?? ''));
  }
  return texts.join('');
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** The texts of a page by the ids of their marked content; lines and paragraphs end with a space. */
async function readMarkedTexts(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      if (id === undefined) continue;
      const isDivided = item.hasEOL && item.str.endsWith('-');
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL && !isDivided ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { id?: string }).id);
  }
  for (const [id, text] of texts) texts.set(id, `${text} `);
  return texts;
}

function leavesOf(node: StructureNode): string[] {
  return [
    ...(node.type === 'content' && node.id !== undefined ? [node.id] : []),
    ...(node.children ?? []).flatMap(leavesOf),
  ];
}
