// Text that people copy from a PDF, by the engine of their viewer.
import { spawnSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Engine of a PDF viewer. */
export interface Viewer {
  /** Name of the engine, and of programs that use it. */
  readonly name: string;
  /** Returns the copied text of each page in one line, without hyphenation. */
  read(bytes: Uint8Array): Promise<string[]>;
}

/** PDFium's character for a hyphen at a line end; Chrome removes it. */
const DIVIDED_IN_PDFIUM = /\ufffe(?:\r\n)?/g;

const pdfium: Viewer = {
  name: 'PDFium (Chrome, Edge)',
  async read(bytes) {
    const library = await PDFiumLibrary.init();
    try {
      const document = await library.loadDocument(bytes);
      const pages = [...document.pages()].map((page) => page.getText());
      document.destroy();
      return pages.map((page) => toOneLine(page.replace(DIVIDED_IN_PDFIUM, '')));
    } finally {
      library.destroy();
    }
  },
};

const mupdfViewer: Viewer = {
  name: 'mupdf (SumatraPDF)',
  async read(bytes) {
    const document = mupdf.Document.openDocument(bytes, 'application/pdf');
    const pages = Array.from({ length: document.countPages() }, (_, number) =>
      document.loadPage(number).toStructuredText('').asText(),
    );
    return pages.map((page) => toOneLine(joinDivided(page)));
  },
};

const pdfjs: Viewer = {
  name: 'pdf.js (Firefox)',
  async read(bytes) {
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    });
    return (await Promise.all(pages)).map((page) => toOneLine(joinDivided(page.join(''))));
  },
};

const poppler: Viewer = {
  name: 'poppler (Evince, Okular)',
  async read(bytes) {
    const { stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: bytes });
    return stdout.toString().split('\f').slice(0, -1).map(toOneLine);
  },
};

/** Whether the tools of poppler are installed. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** Engines that are installed as packages; poppler is an optional program. */
export const viewers: readonly Viewer[] = [pdfium, mupdfViewer, pdfjs];
export { poppler };

/** Joins hyphenated words, which these two engines copy as printed. */
function joinDivided(text: string): string {
  return text.replace(/(?<=\p{L})-[ \t]*\n\s*(?=\p{L})/gu, '');
}

/** Collapses white space to single spaces and joins compounds at a hyphen that ends a line. */
function toOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\u2010 ?/g, '-')
    .trim();
}
