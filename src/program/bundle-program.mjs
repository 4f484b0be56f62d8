// Bundles the program and its packages into one module for launch.cjs. Three packages that slow down every
// start are replaced or trimmed. The comments give the savings, measured in pairs of runs, relative to a
// build (450 ms, 130 MB) or a check (200 ms, 80 MB) of the reference issue.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { escapeNonAscii } from './escape-non-ascii.mjs';

/**
 * Packages that are not bundled: sharp and esbuild have native parts, tinypool starts its threads with a
 * module file of its own.
 */
const externalPackages = ['sharp', 'esbuild', 'tinypool'];

/**
 * Functions that load external packages on first use. With require(), sharp loads in 35 ms instead of 65,
 * and Node.js 20.16 to 20.18.2 prints no warning about its JSON modules.
 */
const lazyLoaders = { sharp: 'requirePackage', tinypool: 'importPackage' };

/**
 * The bundle works both as a module, which runs when loaded, and as a script, which returns the module
 * function: V8's code cache supports scripts only. A script loaded from the code cache cannot use
 * import(), so the launcher passes `module.importPackage`.
 */
const banner = `(function (run) {
  if (typeof module === 'object') run(exports, require, module);
  return run;
})(function (exports, require, module) {
const requirePackage = async (name) => ({ default: require(name) });
const importPackage = module.importPackage ?? ((name) => import(name));`;
const footer = '});';

/**
 * Reduces the country data to names, codes and domains; the other nine tenths are unused. Saves 4 % of a check,
 * and 4 MB of a build or a check.
 */
const trimCountries = {
  name: 'country-names',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]countries-unescaped\.json$/ }, ({ path }) => {
      const countries = JSON.parse(readFileSync(path, 'utf8'));
      const named = countries.map(
        ({ cca2, cca3, tld, altSpellings, name: { common, official } }) => {
          return { cca2, cca3, tld, altSpellings, name: { common, official } };
        },
      );
      return { contents: JSON.stringify(named), loader: 'json' };
    });
  },
};

/**
 * Replaces fontkit's decompressors written in JavaScript with those of Node.js, which return the same
 * bytes. tiny-inflate unpacks Unicode tables at load time; brotli, for web fonts, contains a dictionary
 * of 0.5 MB. Saves 4 % and 3 MB of a build.
 */
const useNodeDecompression = {
  name: 'node-unpackers',
  setup(bundle) {
    const replace = (filter, contents) => bundle.onLoad({ filter }, () => ({ contents }));
    replace(
      /[\\/]tiny-inflate[\\/]index\.js$/,
      `const { inflateRawSync } = require('node:zlib');
      module.exports = (packed, target) => {
        const bytes = inflateRawSync(packed);
        target.set(bytes);
        return bytes.length < target.length ? target.slice(0, bytes.length) : target;
      };`,
    );
    replace(
      /[\\/]brotli[\\/]decompress\.js$/,
      // Some callers read `.buffer`, so the bytes must not be part of Node's shared buffer pool.
      `const { brotliDecompressSync } = require('node:zlib');
      module.exports = (packed) => Uint8Array.from(brotliDecompressSync(packed));`,
    );
  },
};

/**
 * Bundles a module with its packages.
 * @returns the text of a CommonJS module, in ASCII only
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
    // pdfkit looks for its data files in `__dirname`, which would be the folder of the bundle.
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    logLevel: 'silent',
  });
  const bundled = Object.entries(lazyLoaders).reduce(
    (text, [name, load]) => text.replaceAll(`import("${name}")`, `${load}("${name}")`),
    result.outputFiles[0].text,
  );
  return escapeNonAscii(bundled);
}
