import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { createElement } from './elements.ts';

/** Target of a link inside the PDF: a page's index, and a height in pt from its top. */
export interface Destination {
  readonly index: number;
  readonly top: number;
}

/** Creates the links of a page, to be placed over its picture. */
export async function createLinks(page: PDFPageProxy): Promise<HTMLElement[]> {
  const [left = 0, foot = 0, right = 1, head = 1] = page.view;
  const annotations = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation.rect as number[];
    const link = createLink(annotation);
    if (!link) return [];
    link.style.left = `${(100 * (x1 - left)) / (right - left)}%`;
    link.style.width = `${(100 * (x2 - x1)) / (right - left)}%`;
    link.style.top = `${(100 * (head - y2)) / (head - foot)}%`;
    link.style.height = `${(100 * (y2 - y1)) / (head - foot)}%`;
    return [link];
  });
}

function createLink({
  url,
  dest,
}: {
  url?: string;
  dest?: unknown;
}): HTMLAnchorElement | undefined {
  const link = createElement('a', 'page-link');
  // Screen readers read the text layer; the link is for the mouse only.
  link.tabIndex = -1;
  link.setAttribute('aria-hidden', 'true');
  if (url !== undefined && /^(https?|mailto):/.test(url)) {
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.title = url;
    return link;
  }
  if (typeof dest !== 'string') return undefined;
  link.href = `#${encodeURIComponent(dest)}`;
  return link;
}

/** Calls `goTo` with the named destination of a link that is clicked in the pages. */
export function listenToLinks(pages: HTMLElement, goTo: (name: string) => void): void {
  pages.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('.page-link');
    const address = link ? (link.getAttribute('href') ?? '') : '';
    if (!address.startsWith('#')) return;
    event.preventDefault();
    goTo(decodeURIComponent(address.slice(1)));
  });
}

/** Finds a named destination of a PDF; undefined if there is none of this name. */
export async function findDestination(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy | undefined,
  name: string,
): Promise<Destination | undefined> {
  const found = await pdf.getDestination(name);
  if (!found || !page) return undefined;
  const index = await pdf.getPageIndex(found[0]);
  return { index, top: (page.view[3] ?? 0) - Number(found[3] ?? 0) };
}
