import { type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist';
import { make } from './elements.ts';
import { makeLinks } from './link-layer.ts';

/** Most pixels of a drawing: larger ones are refused by some browsers. */
const MOST_PIXELS = 16_000_000;

/** A page as it was drawn, not yet shown. */
export interface Drawing {
  readonly page: PDFPageProxy;
  readonly canvas: HTMLCanvasElement;
  /** The page's text over its picture, to be marked and copied. */
  readonly text: HTMLElement;
  readonly links: readonly HTMLElement[];
  /** The elements of the text's pieces, in the order in which pdf.js reads them. */
  readonly pieces: readonly HTMLElement[];
  /** CSS px to a pt it was drawn for. */
  readonly scale: number;
}

/** A drawing under way. */
export interface DrawingTask {
  /** The drawing; undefined when it was cancelled. */
  readonly drawing: Promise<Drawing | undefined>;
  cancel(): void;
}

/** Draws a page beside the screen, its text over it. */
export function drawPage(page: PDFPageProxy, scale: number): DrawingTask {
  const { canvas, task } = startPicture(page, scale * devicePixelRatio);
  const text = make('div', 'text');
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  });
  let isCancelled = false;
  const drawn = Promise.all([makeLinks(page), task.promise, layer.render()]).then(
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

/** Draws a page's picture alone, `scale` device pixels to a pt. */
export function startPicture(
  page: PDFPageProxy,
  scale: number,
): { canvas: HTMLCanvasElement; task: RenderTask } {
  const natural = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(scale, most) });
  const canvas = make('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.setAttribute('aria-hidden', 'true');
  return { canvas, task: page.render({ canvas, viewport }) };
}
