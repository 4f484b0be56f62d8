// The press and pdfmake are loaded when the first document is set: a check sets none.
import type { KeptShelves } from '../memory/kept-shelves.ts';
import type { Memory } from '../memory/memory.ts';
import type { Store } from '../memory/store.ts';
import type { DocumentDefinition } from './definition.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';
import type { Press } from './press.ts';
import type { RenderedDocument } from './render-document.ts';
import type { Resources } from './resources.ts';

/** Where documents are set. */
export interface PressRoom {
  /** What every one of the fonts can print. */
  coverageOf(fonts: Resources['fonts']): Promise<Coverage>;
  /** Lays out and draws a document; the definition's nodes are used up. */
  render(definition: DocumentDefinition, resources: Resources): Promise<RenderedDocument>;
  /** Keeps for the next run what the fonts have shaped. */
  keepShapes(): Promise<void>;
}

/**
 * Opens a press room. What it makes stays in the memory; what pays between runs goes onto shelves, and
 * what fonts have shaped into the store.
 */
export function openPressRoom(memory: Memory, shelves: KeptShelves, store: Store): PressRoom {
  let opened: Promise<Press> | undefined;
  const openPress = () => {
    opened ??= import('./press.ts').then(({ createPress }) => createPress(memory, shelves));
    return opened;
  };
  return {
    coverageOf: (fonts) =>
      readCoverage(listFiles(fonts), store, async (file) =>
        (await openPress()).typeCase.open(file).listCodePoints(),
      ),
    async render(definition, resources) {
      const [press, { renderDocument }] = await Promise.all([
        openPress(),
        import('./render-document.ts'),
      ]);
      await press.typeCase.recall(listFiles(resources.fonts), store, shelves);
      return renderDocument(definition, resources, press);
    },
    async keepShapes() {
      const press = await opened;
      await press?.typeCase.keep(store);
    },
  };
}

function listFiles(fonts: Resources['fonts']): Buffer[] {
  return Object.values(fonts).flatMap((family) => Object.values(family));
}
