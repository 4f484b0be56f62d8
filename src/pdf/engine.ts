// pdfmake and the engine's resources are loaded when the first document is rendered, because `check`
// renders none.

import type { BuildCache } from '../cache/build-cache.ts';
import type { CacheFiles } from '../cache/cache-files.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { DocumentDefinition, Resources } from './definition.ts';
import type { EngineResources } from './engine-resources.ts';
import { type Coverage, readCoverage } from './fonts/parsed-font.ts';
import type { RenderedDocument } from './render.ts';

/** Renders document definitions as PDF files. */
export interface PdfEngine {
  /** Returns the characters that every one of the fonts covers. */
  coverageOf(fonts: Resources['fonts']): Promise<Coverage>;
  /** Lays out and draws a document. The nodes of the definition are modified. */
  render(definition: DocumentDefinition, resources: Resources): Promise<RenderedDocument>;
  /** Saves the shaped texts for the next run. */
  saveShapes(): Promise<void>;
}

/**
 * Creates a PDF engine. Results are kept for the process in `buildCache` and between runs in
 * `persistentCache`; shaped texts are saved to `cacheFiles`.
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
      await shared?.fonts.save(cacheFiles);
    },
  };
}

function listFiles(fonts: Resources['fonts']): Buffer[] {
  return Object.values(fonts).flatMap((family) => Object.values(family));
}
