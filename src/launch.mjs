// Runs the program from its TypeScript sources as they stand. The sources are bundled once and the
// bundle is kept under node_modules/.cache by the content it was made from, so that a change of one
// letter in src/ or of one package makes a new one, and a start without a change costs no compiler.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'bulletin', 'program');

/** SHA-256 over everything the bundle is made of: the sources, the installed packages, this file. */
function hashSources() {
  // The bundle names the packages' folder, so a copied project makes its own.
  const hash = createHash('sha256').update(process.version).update(root);
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map(String);
  const files = sources.filter((name) => /\.(ts|mjs)$/.test(name)).sort();
  for (const name of files) hash.update(name).update(readFileSync(join(root, 'src', name)));
  hash.update(readFileSync(join(root, 'node_modules', '.package-lock.json')));
  return hash.digest('hex').slice(0, 20);
}

/**
 * Bundles src/cli.ts with its packages into one module; sharp and esbuild stay outside for their native
 * parts, tinypool for the module that its threads begin with.
 */
async function bundleSources() {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['sharp', 'esbuild', 'tinypool'],
    // pdfkit reads its data files beside its own module, wherever the bundle lies.
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    banner: {
      js: [
        "import { createRequire as createBundleRequire } from 'node:module';",
        `const require = createBundleRequire(${JSON.stringify(join(root, 'package.json'))});`,
      ].join('\n'),
    },
    logLevel: 'silent',
  });
  return result.outputFiles[0].text;
}

/**
 * Keeps a bundle, whole or not at all, and removes those of older sources and what was left of starts
 * that were killed. Another start may be writing the same bundle at the same moment: its file stays.
 */
function keepBundle(file, bundle) {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bundle, { flush: true });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  for (const other of readdirSync(cache)) {
    const [, writer] = /\.(\d+)$/.exec(other) ?? [];
    const isWanted = writer ? isRunning(Number(writer)) : other === basename(file);
    if (!isWanted) rmSync(join(cache, other), { force: true });
  }
}

/** Whether a process with this number runs on this machine. */
function isRunning(number) {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it runs.
    return error.code === 'EPERM';
  }
}

/** Says in a sentence why the program could not be started, where there is a sentence for it. */
function explainFailure(error) {
  if (error?.code === 'ENOENT' && String(error.path).endsWith('.package-lock.json')) {
    return 'The packages are not installed yet. Run `npm ci` first.';
  }
  if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error?.code)) {
    return `The program is compiled into ${cache}, which cannot be written: ${error.message}`;
  }
  return error;
}

try {
  const hash = hashSources();
  const file = join(cache, `${hash}.mjs`);
  if (!existsSync(file)) keepBundle(file, await bundleSources());
  const module = pathToFileURL(file).href;
  const { main } = await import(module);
  process.exitCode = await main(process.argv.slice(2), root, undefined, { module, hash });
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 2;
}
