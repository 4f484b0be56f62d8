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

/** The text of a structure element that holds content itself, and the roles of it and those around it. */
export interface StructureText {
  readonly roles: readonly string[];
  readonly text: string;
}

/** The texts of a PDF in the order of its structure tree, which is the order of reading. */
export async function readStructureTexts(bytes: Uint8Array): Promise<StructureText[]> {
  const marked = await readMarkedTexts(bytes);
  const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
  const found: { roles: readonly string[]; text: string; owner: unknown }[] = [];
  const visit = (entry: PDFObject, roles: readonly string[], page: number, owner: unknown) => {
    if (entry.isArray()) {
      entry.forEach((child: PDFObject) => {
        visit(child, roles, page, owner);
      });
    } else if (entry.isNumber()) {
      const text = marked.get(`p${page}R_mc${entry.asNumber()}`) ?? '';
      const last = found.at(-1);
      if (last && last.owner === owner) last.text += text;
      else found.push({ roles, text, owner });
    } else if (entry.isDictionary()) {
      const own = entry.get('Pg').isNull() ? page : entry.get('Pg').asIndirect();
      const mark = entry.get('MCID');
      if (!mark.isNull()) {
        visit(mark, roles, own, owner);
        return;
      }
      const role = entry.get('S').isNull() ? '' : entry.get('S').asName();
      // Links and divided words are parts of the text around them.
      const isPart = role === 'Span' || role === 'Link';
      const inner = isPart ? owner : {};
      const word = entry.get('ActualText');
      if (!word.isNull()) {
        const last = found.at(-1);
        if (last && last.owner === owner) last.text += word.asString();
        else found.push({ roles, text: word.asString(), owner });
        return;
      }
      const kids = entry.get('K');
      if (!kids.isNull()) visit(kids, isPart || role === '' ? roles : [...roles, role], own, inner);
    }
  };
  visit(document.getTrailer().get('Root', 'StructTreeRoot', 'K'), [], 0, undefined);
  return found.map(({ roles, text }) => ({ roles, text: text.replace(/\s+/g, ' ').trim() }));
}

/** The text of each marked content of a PDF, by pdf.js's identifier of page and number. */
async function readMarkedTexts(bytes: Uint8Array): Promise<Map<string, string>> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    const ids: string[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        const id = ids.findLast((known) => known !== '') ?? '';
        const text = `${item.str}${item.hasEOL ? ' ' : ''}`;
        texts.set(id, `${texts.get(id) ?? ''}${text}`);
      } else if (item.type === 'endMarkedContent') ids.pop();
      else ids.push((item as { id?: string | null }).id ?? '');
    }
  }
  await document.destroy();
  return texts;
}
