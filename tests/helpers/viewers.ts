// What people copy out of a PDF, by the engines of the programs that they open it with.
import { spawnSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A program that shows PDFs. */
export interface Viewer {
  /** The engine, and where it is found. */
  readonly name: string;
  /** The text of each page as it is copied, in one line, with divided words whole. */
  read(bytes: Uint8Array): Promise<string[]>;
}

/** PDFium puts this character in place of a hyphen that divides a word; Chrome leaves it out. */
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

/** Whether poppler's tools are installed. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The engines that come with the packages; poppler is one more where it is installed. */
export const viewers: readonly Viewer[] = [pdfium, mupdfViewer, pdfjs];
export { poppler };

/** These two show a divided word as it is printed; who searches them joins it by its hyphen. */
function joinDivided(text: string): string {
  return text.replace(/(?<=\p{L})-[ \t]*\n\s*(?=\p{L})/gu, '');
}

/** Text with its white space as single spaces; a compound is whole whose hyphen ends a line. */
function toOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\u2010 ?/g, '-')
    .trim();
}
