// pdfmake and the engine's resources are loaded when the first document is rendered, because `check`
// renders none.

import type { BuildCache } from '../cache/build-cache.ts';
import { type CacheFiles, digestOf } from '../cache/cache-files.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { DocumentDefinition, MeasuredLine, MeasureLines, Resources } from './definition.ts';
import type { EngineResources } from './engine-resources.ts';
import { type Coverage, readCoverage } from './fonts/parsed-font.ts';
import type { RenderedDocument } from './render.ts';

/** Renders document definitions as PDF files. */
export interface PdfEngine {
  /** Returns the characters that every one of the fonts covers. */
  coverageOf(fonts: Resources['fonts']): Promise<Coverage>;
  readonly measureLines: MeasureLines;
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
    async measureLines(name, lines, fonts) {
      const key = [...listFiles(fonts).map(digestOf), JSON.stringify(lines)].join(' ');
      const known = await cacheFiles.read(`${name}.json`, key);
      if (known !== undefined) return JSON.parse(known);
      const { fonts: registry } = await loadResources();
      const widths = lines.map((line) => {
        const font = registry.open(fileOf(line, fonts));
        const { text, fontSize, characterSpacing } = line;
        return font.widthOfString(text, fontSize) + characterSpacing * text.length;
      });
      await cacheFiles.write(`${name}.json`, key, JSON.stringify(widths));
      return widths;
    },
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

function fileOf({ font, bold, italics }: MeasuredLine, fonts: Resources['fonts']): Buffer {
  const style = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
  const file = fonts[font]?.[style];
  if (!file) throw new Error(`There is no font ${font}`);
  return file;
}

function listFiles(fonts: Resources['fonts']): Buffer[] {
  return Object.values(fonts).flatMap((family) => Object.values(family));
}
