// Finds what is cut off, overflows or scrolls on a page of the site, at every width and in print.
import type { Page } from 'playwright-core';

/** Widths of windows, in px: the narrowest that WCAG 1.4.10 asks for, a phone, a tablet, desktops. */
const WIDTHS = [320, 360, 600, 768, 1024, 1280];
/** The text block of A4 in print with the margins of style.css, 170 mm, in px of 1/96 inch. */
const PRINTED_WIDTH = 642;
/** Width of a window from which on tables do not scroll, in px. */
const TABLES_FIT = 360;

/** Script for the page: finds elements that are cut off, overflow, or scroll by pointer only. */
const FIND_OVERFLOW = `(() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
  const describe = (element) =>
    element.tagName + (element.className ? '.' + element.className : '') + ': ' + element.textContent.trim().slice(0, 30);
  const isScrolled = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('.skip')) continue;
    let frame = element.parentElement;
    while (frame && !isScrolled(frame)) frame = frame.parentElement;
    if (!frame && (box.right > width + 1 || box.left < -1)) found.push(describe(element) + ' runs off the page');
    const drawing = element.parentElement.closest('svg');
    if (drawing && element.tagName === 'text') {
      const edge = drawing.getBoundingClientRect();
      if (box.right > edge.right + 1 || box.left < edge.left - 1) found.push(describe(element) + ' runs off the drawing');
    }
    if (drawing || element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
    if (!isScrolled(element)) {
      if (!['INPUT', 'SELECT', 'svg'].includes(element.tagName)) found.push(describe(element) + ' is cut off or runs over its edge');
    } else if (element.tabIndex < 0 || element.getAttribute('role') !== 'region' || !element.getAttribute('aria-label')) {
      found.push(describe(element) + ' scrolls, but not by the keyboard');
    }
  }
  return found.slice(0, 5);
})()`;

/** Script for the page: counts the tables that have to be scrolled. */
export const FIND_SCROLLED =
  '[...document.querySelectorAll(".table")].filter((table) => table.scrollWidth > table.clientWidth).length';

/** What a page shows wrongly, by width. */
export interface Overflow {
  /** Elements that are cut off, overflow, or scroll by pointer only. */
  readonly cut: readonly (readonly [width: string, elements: unknown])[];
  /** Numbers of tables that have to be scrolled although the window is wide enough. */
  readonly scrolled: readonly (readonly [width: string, tables: unknown])[];
}

/** Tries a page at all widths and in print, and leaves it so. */
export async function findOverflow(page: Page): Promise<Overflow> {
  const cut: Record<string, unknown> = {};
  const scrolled: Record<string, unknown> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    cut[width] = await page.evaluate(FIND_OVERFLOW);
    if (width >= TABLES_FIT) scrolled[width] = await page.evaluate(FIND_SCROLLED);
  }
  await page.setViewportSize({ width: PRINTED_WIDTH, height: 900 });
  await page.emulateMedia({ media: 'print' });
  cut.print = await page.evaluate(FIND_OVERFLOW);
  scrolled.print = await page.evaluate(FIND_SCROLLED);
  return {
    cut: Object.entries(cut).filter(([, found]) => (found as string[]).length > 0),
    scrolled: Object.entries(scrolled).filter(([, tables]) => tables !== 0),
  };
}
