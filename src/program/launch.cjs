// Runs the program from its TypeScript sources as they stand. The sources are bundled once and the
// bundle is kept under node_modules/.cache by the content it was made from, so that a change of one
// letter in src/ or of one package makes a new one, and a start without a change costs no compiler.
// Beside it stands, for each command, the code that V8 compiled: a start that finds it compiles nothing.
//
// Each kept file ends with a checksum, because V8 as released does not check its code for damage: one
// flipped bit can crash the process. A file that does not match its checksum is made again. CRC-32 is enough
// against accidents, and whoever could forge it could change the program itself. It takes 2 ms of a
// start; SHA-256 takes 4 ms, and 15 ms on a processor without instructions for it.
//
// The bundle is a CommonJS module with the exports of src/cli.ts: a worker thread, or whoever else has
// its path, may load it with import() or require(). Here it is run as a script, which gives a function.
//
// The launcher is CommonJS too: Node.js then starts without its loader of modules.
const { createHash } = require('node:crypto');
const {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join, sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const root = dirname(dirname(__dirname));
const cache = join(root, 'node_modules', '.cache', 'bulletin', 'program');
const stampFile = join(cache, 'sources.stamp');
/** Length of a checksum at the end of a kept file: CRC-32 in hex. */
const CHECKSUM_LENGTH = 8;

/** The program cannot be started; the message says why in a sentence. */
class StartFailure extends Error {}

/** What the bundle is made of: the sources, and the list of the installed packages. */
function listSources() {
  const sources = listFiles(`${root}${sep}src`).filter((path) => /\.(ts|mjs|cjs)$/.test(path));
  return [...sources.sort(), join(root, 'node_modules', '.package-lock.json')];
}

/** The files in a folder and in those in it. Node's own recursive list takes three times as long. */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${sep}${entry.name}`;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderPath(path));
    return isFolder ? listFiles(path) : [path];
  });
}

function isFolderPath(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** SHA-256 over everything the bundle is made of, and this Node's version. */
function hashSources(files) {
  // The bundle names the packages' folder, so a copied project makes its own.
  const hash = createHash('sha256').update(process.version).update(root);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

/** The same hash; the files are read only when one of them has another stamp than the last time. */
function hashSourcesCached() {
  const files = listSources();
  const stamps = createHash('sha256').update(process.version);
  for (const file of files) {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    stamps.update(`${file} ${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}\n`);
  }
  const stamp = stamps.digest('hex');
  const [lastStamp, lastHash] = readCacheFile(stampFile)?.toString('latin1').split(' ') ?? [];
  if (stamp === lastStamp) return lastHash;
  const hash = hashSources(files);
  try {
    writeCacheFile(stampFile, appendChecksum(`${stamp} ${hash} `, basename(stampFile)));
  } catch {
    // Where nothing can be kept the files are read each time.
  }
  return hash;
}

/**
 * Appends the checksum to the content of a kept file. It covers the file's name too, so that the content
 * of one file is not accepted under the name of another.
 */
function appendChecksum(content, name) {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.from(checksumOf(bytes, name))]);
}

function checksumOf(bytes, name) {
  return crc32(bytes, crc32(name)).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

/** Reads a kept file with its checksum; undefined if it is missing, unreadable or damaged. */
function readCacheFile(file, name = basename(file)) {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(0, -CHECKSUM_LENGTH);
    return readChecksum(bytes) === checksumOf(content, name) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readChecksum(bytes) {
  return bytes.toString('latin1', Math.max(0, bytes.length - CHECKSUM_LENGTH));
}

/**
 * Keeps a file of the program, whole or not at all. Another start that runs on this machine may be
 * writing the same one at the same moment: its file is left alone.
 */
function writeCacheFile(file, bytes) {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes, { flush: true });
    // A file cannot be renamed over a folder.
    if (isFolderPath(file)) rmSync(file, { recursive: true, force: true });
    renamePatiently(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Renames a new file; scanners of Windows hold it for a moment. See src/host/rename-patiently.ts. */
function renamePatiently(from, to) {
  for (const pause of [10, 50, 200, 500, 0]) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (pause === 0 || !['EPERM', 'EACCES', 'EBUSY'].includes(error.code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Keeps the bundle, and removes those of older sources. */
function cacheBundle(file, bundle) {
  try {
    writeCacheFile(file, bundle);
  } catch (error) {
    // Another start may have written the same bundle and have it open, so that Windows refuses to replace it.
    if (!readCacheFile(file)) {
      // A start in another container, where process ids begin anew, may have removed the unfinished file.
      if (error.code !== 'ENOENT') throw error;
      writeCacheFile(file, bundle);
    }
  }
  removeOldFiles(file);
}

/** Removes the bundles of older sources with what belongs to them, and what killed starts left. */
function removeOldFiles(file) {
  const hash = basename(file, '.cjs');
  for (const other of readdirSync(cache)) {
    const [, writer] = /\.(\d+)$/.exec(other) ?? [];
    const isWanted = writer
      ? isRunning(Number(writer))
      : other.startsWith(hash) || other === basename(stampFile);
    try {
      if (!isWanted) rmSync(join(cache, other), { recursive: true, force: true });
    } catch {
      // On Windows a file that another start has open cannot be removed; a later start does it.
    }
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

/** Bundles the program and keeps it. @throws StartFailure if it cannot be written */
async function createBundle(file) {
  const { bundleProgram } = await import('./bundle-program.mjs');
  // The checksum goes into a comment, so that the file stays a module.
  const bundle = appendChecksum(`${await bundleProgram(root)}\n//`, basename(file));
  try {
    cacheBundle(file, bundle);
  } catch (error) {
    if (typeof error?.code !== 'string') throw error;
    throw new StartFailure(
      `The program is compiled into ${cache}, which cannot be written: ${error.message}`,
    );
  }
  return bundle;
}

/**
 * Loads a bundle, with the code that V8 compiled in an earlier run of the same command.
 * @returns its exports, and a function that keeps the code compiled in this run if there was none to use
 */
function loadBundle(file, bundle, command) {
  const compiled = `${file.slice(0, -'.cjs'.length)}.${command}.v8`;
  // V8 checks only the length of the source that its code belongs to.
  const name = `${basename(compiled)} ${readChecksum(bundle)}`;
  const kept = readCacheFile(compiled, name);
  const restore = kept ? moveAside(compiled) : () => {};
  const script = new Script(bundle.toString('latin1'), {
    filename: file,
    cachedData: kept?.subarray(0, -CHECKSUM_LENGTH),
  });
  const module = { exports: {}, importPackage: (name) => import(name) };
  script.runInThisContext()(module.exports, createRequire(file), module);
  restore();
  // A flag, not the bytes: the function below would keep them in memory for the whole run.
  const isUsable = kept !== undefined && !script.cachedDataRejected;
  const saveCompiled = () => {
    if (isUsable) return;
    try {
      writeCacheFile(compiled, appendChecksum(script.createCachedData(), name));
    } catch {
      // The command has succeeded already; the next start compiles again.
    }
  };
  return { program: module.exports, saveCompiled };
}

/**
 * Renames V8's code while it is loaded: if it crashes the process, the next start does not find it.
 * @returns a function that gives the file its name back
 */
function moveAside(compiled) {
  const aside = `${compiled}.${process.pid}`;
  const move = (from, to) => {
    try {
      renameSync(from, to);
    } catch {
      // The folder is read-only, or another start has just renamed the file.
    }
  };
  move(compiled, aside);
  return () => move(aside, compiled);
}

/** Says in a sentence why the program could not be started, where there is a sentence for it. */
function explainDecodeFailure(error) {
  if (error?.code === 'ENOENT' && String(error.path).endsWith('.package-lock.json')) {
    return 'The packages are not installed yet. Run `npm ci` first.';
  }
  return error instanceof StartFailure ? error.message : error;
}

/** Runs a command line with the program as its sources are now. */
async function launch(args) {
  const hash = hashSourcesCached();
  const file = join(cache, `${hash}.cjs`);
  // A word that is no command's must not name a file.
  const command = /^[a-z-]+$/.test(args[0] ?? '') ? args[0] : 'none';
  const { program, saveCompiled, isNew } = await loadProgram(file, command);
  const launched = { module: pathToFileURL(file).href, hash };
  process.exitCode = await program.main(args, root, undefined, launched);
  // The first run of a program fills other caches; later runs need other code.
  if (process.exitCode === 0 && !isNew) saveCompiled();
}

/** Loads the kept bundle, or makes a new one. */
async function loadProgram(file, command) {
  const kept = readCacheFile(file);
  const bundle = kept ?? (await createBundle(file));
  return { ...loadBundle(file, bundle, command), isNew: kept === undefined };
}

/** A reader that has seen enough and gone, as `head` does, stops no work: nothing more is printed. */
function ignoreClosedPipes() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Ends the process when all output is written, without freeing its memory; nothing may be under way. */
function exitWhenFlushed() {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

ignoreClosedPipes();
launch(process.argv.slice(2))
  .catch((error) => {
    console.error(explainDecodeFailure(error));
    process.exitCode = 2;
  })
  .then(exitWhenFlushed);
