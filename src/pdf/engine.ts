// The press and pdfmake are loaded when the first document is set: a check sets none.

import type { BuildCache } from '../cache/build-cache.ts';
import type { CacheFiles } from '../cache/cache-files.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { DocumentDefinition, Resources } from './definition.ts';
import type { EngineResources } from './engine-resources.ts';
import { type Coverage, readCoverage } from './fonts/parsed-font.ts';
import type { RenderedDocument } from './render.ts';

/** Where documents are set. */
export interface PdfEngine {
  /** What every one of the fonts can print. */
  coverageOf(fonts: Resources['fonts']): Promise<Coverage>;
  /** Lays out and draws a document; the definition's nodes are used up. */
  render(definition: DocumentDefinition, resources: Resources): Promise<RenderedDocument>;
  /** Keeps for the next run what the fonts have shaped. */
  saveShapes(): Promise<void>;
}

/**
 * Opens a press room. What it makes stays in the memory; what pays between runs goes onto shelves, and
 * what fonts have shaped into the store.
 */
export function createPdfEngine(
  buildCache: BuildCache,
  persistentCache: PersistentCache,
  cacheFiles: CacheFiles,
): PdfEngine {
  let opened: Promise<EngineResources> | undefined;
  const loadResources = () => {
    opened ??= import('./engine-resources.ts').then(({ createEngineResources }) =>
      createEngineResources(buildCache, persistentCache),
    );
    return opened;
  };
  return {
    coverageOf: (fonts) =>
      readCoverage(listFiles(fonts), cacheFiles, async (file) =>
        (await loadResources()).fonts.open(file).listCodePoints(),
      ),
    async render(definition, resources) {
      const [shared, { renderDocument }] = await Promise.all([
        loadResources(),
        import('./render.ts'),
      ]);
      await shared.fonts.load(listFiles(resources.fonts), cacheFiles, persistentCache);
      return renderDocument(definition, resources, shared);
    },
    async saveShapes() {
      const shared = await opened;
      await shared?.fonts.keep(cacheFiles);
    },
  };
}

function listFiles(fonts: Resources['fonts']): Buffer[] {
  return Object.values(fonts).flatMap((family) => Object.values(family));
}
