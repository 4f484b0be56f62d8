// Makes one module of the program and its packages, for launch.cjs. What only costs time at each start
// is left out or done another way, so that the packages themselves stay as they are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Packages that the bundle does not hold: sharp and esbuild for their native parts, tinypool for the
 * module that its threads begin with.
 */
const outside = ['sharp', 'esbuild', 'tinypool'];

// A script that V8 takes from its earlier work cannot import: whoever loads it does so in its place.
const importing = 'const importPackage = module.importPackage ?? ((name) => import(name));';

/** Of the countries' data the names and codes: the rest is nine tenths of it, and would be loaded too. */
const countryNames = {
  name: 'country-names',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]countries-unescaped\.json$/ }, ({ path }) => {
      const countries = JSON.parse(readFileSync(path, 'utf8'));
      const named = countries.map(({ cca2, cca3, altSpellings, name: { common, official } }) => {
        return { cca2, cca3, altSpellings, name: { common, official } };
      });
      return { contents: JSON.stringify(named), loader: 'json' };
    });
  },
};

/**
 * The packages around fontkit unpack their tables of letters when they are loaded, with an unpacker
 * written in JavaScript: a tenth of a short build. Node's own gives the same bytes.
 */
const nodeInflate = {
  name: 'node-inflate',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]tiny-inflate[\\/]index\.js$/ }, () => ({
      contents: `
        const { inflateRawSync } = require('node:zlib');
        // Of its callers some take the whole buffer that the bytes lie in: a pooled one would not do.
        module.exports = (packed) => Uint8Array.from(inflateRawSync(packed));`,
    }));
  },
};

/** Bundles src/cli.ts with its packages. @returns the text of a CommonJS module */
export async function bundleProgram(root) {
  const result = await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [countryNames, nodeInflate],
    external: outside,
    banner: { js: importing },
    // pdfkit reads its data files beside its own module, wherever the bundle lies.
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    logLevel: 'silent',
  });
  return outside.reduce(
    (text, name) => text.replaceAll(`import("${name}")`, `importPackage("${name}")`),
    result.outputFiles[0].text,
  );
}
