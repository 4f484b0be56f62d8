import { type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist';
import { createElement } from './elements.ts';
import { createLinks } from './link-layer.ts';

/** Largest number of pixels of a canvas; some browsers reject larger ones. */
const MAX_PIXELS = 16_000_000;

/** A drawn page. */
export interface Drawing {
  readonly page: PDFPageProxy;
  readonly canvas: HTMLCanvasElement;
  /** Transparent text over the picture, for selection and search. */
  readonly text: HTMLElement;
  readonly links: readonly HTMLElement[];
  /** Elements of the text pieces, in the order in which pdf.js reads them. */
  readonly pieces: readonly HTMLElement[];
  /** Scale of the drawing, in CSS px per pt. */
  readonly scale: number;
}

/** A drawing in progress. */
export interface DrawingTask {
  /** Resolves to the drawing, or to undefined if it was cancelled. */
  readonly drawing: Promise<Drawing | undefined>;
  cancel(): void;
}

/** Draws a page and its text layer off screen; `scale` is in CSS px per pt. */
export function drawPage(page: PDFPageProxy, scale: number): DrawingTask {
  const { canvas, task } = startPicture(page, scale * devicePixelRatio);
  const text = createElement('div', 'text');
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  });
  let isCancelled = false;
  const drawn = Promise.all([createLinks(page), task.promise, layer.render()]).then(
    ([links]) =>
      isCancelled ? undefined : { page, canvas, text, links, pieces: layer.textDivs, scale },
    (error: unknown) => {
      if (isCancelled) return undefined;
      throw error;
    },
  );
  return {
    drawing: drawn,
    cancel: () => {
      isCancelled = true;
      task.cancel();
      layer.cancel();
    },
  };
}

/** Draws a page without text layer; `scale` is in device pixels per pt. */
export function startPicture(
  page: PDFPageProxy,
  scale: number,
): { canvas: HTMLCanvasElement; task: RenderTask } {
  const natural = page.getViewport({ scale: 1 });
  const maxScale = Math.sqrt(MAX_PIXELS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(scale, maxScale) });
  const canvas = createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.setAttribute('aria-hidden', 'true');
  return { canvas, task: page.render({ canvas, viewport }) };
}
