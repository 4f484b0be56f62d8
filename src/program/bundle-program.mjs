// Bundles the program and its packages into one module for launch.cjs. Three packages are changed on the
// way, as they cost time at each start; each change says what it saves of a build of the reference issue
// (450 ms, 130 MB) or of its check (200 ms, 80 MB), in pairs of runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { escapeNonAscii } from './escape-non-ascii.mjs';

/**
 * Packages that the bundle does not hold: sharp and esbuild for their native parts, tinypool for the
 * module that its threads begin with.
 */
const externalPackages = ['sharp', 'esbuild', 'tinypool'];

/**
 * How those of them are loaded that wait until they are needed. Required, sharp takes 35 ms in place of
 * 65, and Node.js 20.16 to 20.18.2 does not warn of the JSON modules that it imports.
 */
const lazyLoaders = { sharp: 'requirePackage', tinypool: 'importPackage' };

/**
 * The bundle is a module, which runs where it is loaded, and a script, which gives the module's function
 * to who runs it: V8 keeps its work for scripts only. A script that V8 takes from its earlier work
 * cannot import: whoever loads it does so in its place.
 */
const banner = `(function (run) {
  if (typeof module === 'object') run(exports, require, module);
  return run;
})(function (exports, require, module) {
const requirePackage = async (name) => ({ default: require(name) });
const importPackage = module.importPackage ?? ((name) => import(name));`;
const footer = '});';

/**
 * Keeps only names and codes of the countries' data; nine tenths of it are never used. Saves 4 % of a
 * check, and 4 MB of either.
 */
const trimCountries = {
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
 * The packages around fontkit have unpackers written in JavaScript. One unpacks their tables of letters
 * when they are loaded; the other, for web fonts, brings a dictionary of half a megabyte. Node's own
 * give the same bytes. Saves 4 % and 3 MB of a build.
 */
const useNodeDecompression = {
  name: 'node-unpackers',
  setup(bundle) {
    const replace = (filter, contents) => bundle.onLoad({ filter }, () => ({ contents }));
    replace(
      /[\\/]tiny-inflate[\\/]index\.js$/,
      `const { inflateRawSync } = require('node:zlib');
      module.exports = (packed, room) => {
        const bytes = inflateRawSync(packed);
        room.set(bytes);
        return bytes.length < room.length ? room.slice(0, bytes.length) : room;
      };`,
    );
    replace(
      /[\\/]brotli[\\/]decompress\.js$/,
      // Some callers take the whole buffer that the bytes lie in: a pooled one would not do.
      `const { brotliDecompressSync } = require('node:zlib');
      module.exports = (packed) => Uint8Array.from(brotliDecompressSync(packed));`,
    );
  },
};

/**
 * Bundles a module, src/cli.ts, with its packages.
 * @returns the text of a CommonJS module, in ASCII alone
 */
export async function bundleProgram(root, entry = join(root, 'src', 'cli.ts')) {
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [trimCountries, useNodeDecompression],
    external: externalPackages,
    legalComments: 'none',
    banner: { js: banner },
    footer: { js: footer },
    // pdfkit reads its data files beside its own module, wherever the bundle lies.
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    logLevel: 'silent',
  });
  const bundled = Object.entries(lazyLoaders).reduce(
    (text, [name, load]) => text.replaceAll(`import("${name}")`, `${load}("${name}")`),
    result.outputFiles[0].text,
  );
  return escapeNonAscii(bundled);
}
