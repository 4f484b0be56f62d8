import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Host } from '../host/host.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { type Palette, readColours } from '../templates/theme-parts.ts';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The files of the page by address, and a hash of them. */
export interface PageFiles {
  readonly files: ReadonlyMap<string, PageFile>;
  readonly version: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const PDFJS = '/pdf.mjs';

/**
 * Builds the page from its sources, pdf.js, a font, and the emblem and colours of a publication, once
 * when the preview starts; `root` is the project's folder.
 */
export async function buildPageFiles(
  root: string,
  publication: string,
  host: Host,
): Promise<PageFiles> {
  const sources = join(root, 'src', 'preview', 'page');
  const packages = createRequire(join(root, 'package.json'));
  const own = (name: string) => host.readFile(join(sources, name));
  const installed = (name: string) => host.readFile(packages.resolve(name));
  const [script, style] = await bundle(sources);
  const templates = openTemplateFolder(root, publication, host);
  const colours = serializeColours((await readColours(templates)).value?.colors);
  const emblem = (await templates.findText('emblem.svg')) ?? NO_EMBLEM;
  const contents: [address: string, type: string, bytes: Uint8Array | Promise<Uint8Array>][] = [
    ['/', 'text/html; charset=utf-8', own('page.html')],
    ['/page.js', SCRIPT, script],
    ['/page.css', 'text/css; charset=utf-8', Buffer.concat([colours, style])],
    ['/emblem.svg', 'image/svg+xml', Buffer.from(emblem)],
    [PDFJS, SCRIPT, installed('pdfjs-dist/build/pdf.min.mjs')],
    ['/pdf.worker.mjs', SCRIPT, installed('pdfjs-dist/build/pdf.worker.min.mjs')],
    ['/regular.ttf', 'font/ttf', installed(`${TINOS}/400Regular/Tinos_400Regular.ttf`)],
    ['/bold.ttf', 'font/ttf', installed(`${TINOS}/700Bold/Tinos_700Bold.ttf`)],
    [
      '/italic.ttf',
      'font/ttf',
      installed(`${TINOS}/400Regular_Italic/Tinos_400Regular_Italic.ttf`),
    ],
  ];
  const files = new Map<string, PageFile>();
  const hash = createHash('sha256');
  for (const [address, type, content] of contents) {
    const bytes = await content;
    hash.update(bytes);
    files.set(address, { type, bytes });
  }
  return { files, version: hash.digest('base64url').slice(0, 16) };
}

/** Icon of a sheet of paper, for a publication without an emblem. */
const NO_EMBLEM =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M5 2h10l4 4v16H5z" fill="#fff" stroke="#555"/></svg>';

const TINOS = '@expo-google-fonts/tinos';

/** Serializes the theme's colours as CSS; if the theme is invalid, the page's defaults apply. */
function serializeColours(palette: Palette = {}): Buffer {
  const lines = Object.entries(palette).map(([name, colour]) => `--theme-${name}:${colour};`);
  return Buffer.from(`:root{${lines.join('')}}\n`);
}

/** Bundles the page's script and style; pdf.js stays a separate file. */
async function bundle(sources: string): Promise<[script: Uint8Array, style: Uint8Array]> {
  const { outputFiles } = await build({
    entryPoints: [join(sources, 'page.ts'), join(sources, 'page.css')],
    outdir: sources,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    external: ['*.ttf'],
    plugins: [pdfjsByAddress],
    logLevel: 'silent',
  });
  const find = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.contents ?? new Uint8Array();
  return [find('.js'), find('.css')];
}

/** Replaces imports of pdf.js by its address: it is minified already and served unchanged. */
const pdfjsByAddress: Plugin = {
  name: 'pdfjs-by-address',
  setup({ onResolve }) {
    onResolve({ filter: /^pdfjs-dist$/ }, () => ({ path: PDFJS, external: true }));
  },
};
