// Makes one module of the program and its packages, for launch.cjs. What only costs time at each start
// is left out or done another way, so that the packages themselves stay as they are.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { escapeNonAscii } from './escape-non-ascii.mjs';

/**
 * Packages that the bundle does not hold: sharp and esbuild for their native parts, tinypool for the
 * module that its threads begin with.
 */
const outside = ['sharp', 'esbuild', 'tinypool'];

/**
 * The bundle is a module, which runs where it is loaded, and a script, which gives the module's function
 * to who runs it: V8 keeps its work for scripts only. A script that V8 takes from its earlier work
 * cannot import: whoever loads it does so in its place.
 */
const opening = `(function (run) {
  if (typeof module === 'object') run(exports, require, module);
  return run;
})(function (exports, require, module) {
const importPackage = module.importPackage ?? ((name) => import(name));`;
const closing = '});';

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
 * The packages around fontkit have unpackers written in JavaScript. One unpacks their tables of letters
 * when they are loaded; the other, for web fonts, brings a dictionary of half a megabyte. Node's own
 * give the same bytes.
 */
const nodeUnpackers = {
  name: 'node-unpackers',
  setup(bundle) {
    const replace = (filter, unpack) =>
      bundle.onLoad({ filter }, () => ({
        // Some callers take the whole buffer that the bytes lie in: a pooled one would not do.
        contents: `
          const { ${unpack} } = require('node:zlib');
          module.exports = (packed) => Uint8Array.from(${unpack}(packed));`,
      }));
    replace(/[\\/]tiny-inflate[\\/]index\.js$/, 'inflateRawSync');
    replace(/[\\/]brotli[\\/]decompress\.js$/, 'brotliDecompressSync');
  },
};

/**
 * Modules that are loaded with others and seldom used: pdfkit's ciphers (nothing is encrypted here),
 * patterns of syllables (those of an issue's words are kept), commander's way to start programs. Each
 * is run when something of it is first asked for.
 */
const seldomUsed = [
  /^@noble\/ciphers\/aes$/,
  /^hyphen\/[-a-z]+\/index\.js$/,
  /^node:child_process$/,
];

const deferredModules = {
  name: 'deferred-modules',
  setup(bundle) {
    const namespace = 'deferred';
    for (const filter of seldomUsed) {
      bundle.onResolve({ filter }, ({ path, importer, namespace: from }) =>
        from === namespace ? undefined : { path, namespace, pluginData: { importer } },
      );
    }
    bundle.onLoad({ filter: /.*/, namespace }, ({ path, pluginData: { importer } }) => {
      const exported = createRequire(importer)(path);
      if (typeof exported !== 'object') throw new Error(`${path} cannot wait: it is no object`);
      const names = Object.keys(exported);
      const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
      return {
        contents: `const load = () => require(${JSON.stringify(path)});
          module.exports = { ${getters.join(', ')} };`,
        resolveDir: dirname(importer),
      };
    });
  },
};

/**
 * Tables of letters are unpacked when one of them is asked for: fontkit loads those of all scripts
 * that it can shape.
 */
const tablesUnpackedLate = {
  name: 'tables-unpacked-late',
  setup(bundle) {
    const suffix = '?unpacked';
    bundle.onLoad({ filter: /[\\/]unicode-trie[\\/]index\.js$/ }, (module) =>
      module.suffix === suffix
        ? undefined
        : {
            contents: `
              module.exports = class {
                #packed;
                #table;
                constructor(packed) { this.#packed = packed; }
                get(codePoint) {
                  this.#table ??= new (require('./index.js${suffix}'))(this.#packed);
                  return this.#table.get(codePoint);
                }
              };`,
            resolveDir: dirname(module.path),
          },
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
    plugins: [countryNames, nodeUnpackers, deferredModules, tablesUnpackedLate],
    external: outside,
    legalComments: 'none',
    banner: { js: opening },
    footer: { js: closing },
    // pdfkit reads its data files beside its own module, wherever the bundle lies.
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    logLevel: 'silent',
  });
  const bundled = outside.reduce(
    (text, name) => text.replaceAll(`import("${name}")`, `importPackage("${name}")`),
    result.outputFiles[0].text,
  );
  return escapeNonAscii(bundled);
}
