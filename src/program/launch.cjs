// Runs the program from its TypeScript sources. The sources are bundled, and the bundle is cached in
// node_modules/.cache under a hash of its inputs: any change in src/ or to a package creates a new bundle,
// and a start without a change needs no compiler. Next to the bundle is V8's code cache for each command,
// with which V8 compiles nothing.
//
// Every cached file ends with a checksum, because release builds of V8 do not verify their code cache: one
// flipped bit can crash the process. A file that does not match its checksum is created again. CRC-32 is
// enough against accidental damage; anyone who could forge it could also change the program. It takes 2 ms
// of a start; SHA-256 takes 4 ms, and 15 ms on a processor without SHA instructions.
//
// The bundle is a CommonJS module with the exports of src/cli.ts, so that worker threads can load it with
// import() or require(). The launcher runs it as a script, which returns a function.
//
// The launcher is CommonJS too, because Node.js starts faster without its ES module loader.
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
/** Length of the checksum at the end of a cached file: CRC-32 in hex. */
const CHECKSUM_LENGTH = 8;

/** The program cannot start; the message gives the reason for the user. */
class StartFailure extends Error {}

/** Paths of the bundle's inputs: the sources and the list of installed packages. */
function listSources() {
  const sources = listFiles(`${root}${sep}src`).filter((path) => /\.(ts|mjs|cjs)$/.test(path));
  return [...sources.sort(), join(root, 'node_modules', '.package-lock.json')];
}

/** Lists the files below a folder. The `recursive` option of readdirSync takes three times as long. */
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

/** Returns a hash (SHA-256) of the bundle's inputs and the version of Node.js. */
function hashSources(files) {
  // The bundle contains the path of the packages, so a copy of the project needs a bundle of its own.
  const hash = createHash('sha256').update(process.version).update(root);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

/** Returns the same hash; reads the files only if a stat stamp has changed since the last run. */
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
    // The cache is not writable; the files are read at each start.
  }
  return hash;
}

/**
 * Appends the checksum to the content of a cached file. It covers the file's name too, so that the content
 * of one file is not accepted under the name of another.
 */
function appendChecksum(content, name) {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.from(checksumOf(bytes, name))]);
}

function checksumOf(bytes, name) {
  return crc32(bytes, crc32(name)).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

/** Reads a cached file with its checksum; undefined if it is missing, unreadable or damaged. */
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
 * Writes a cached file atomically. The temporary name contains the process id, because another process
 * may be writing the same file.
 */
function writeCacheFile(file, bytes) {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes, { flush: true });
    // A file cannot be renamed over a folder.
    if (isFolderPath(file)) rmSync(file, { recursive: true, force: true });
    renameWithRetries(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Renames a new file with retries: virus scanners lock it on Windows. See src/host/rename-with-retries.ts. */
function renameWithRetries(from, to) {
  for (const pause of [10, 50, 200, 500, 0]) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (pause === 0 || !['EPERM', 'EACCES', 'EBUSY'].includes(error.code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Writes the bundle into the cache and removes the bundles of older sources. */
function cacheBundle(file, bundle) {
  try {
    writeCacheFile(file, bundle);
  } catch (error) {
    // Another process may have written the same bundle and have it open; Windows then refuses to replace it.
    if (!readCacheFile(file)) {
      // A process in another container, with its own process ids, may have removed the unfinished file.
      if (error.code !== 'ENOENT') throw error;
      writeCacheFile(file, bundle);
    }
  }
  removeOldFiles(file);
}

/** Removes the bundles and code caches of older sources, and unfinished files of killed processes. */
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
      // On Windows a file that another process has open cannot be removed; a later start removes it.
    }
  }
}

/** Whether a process with this id is running. */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists but belongs to another user.
    return error.code === 'EPERM';
  }
}

/** Bundles the program and caches the bundle. @throws StartFailure if it cannot be written */
async function createBundle(file) {
  const { bundleProgram } = await import('./bundle-program.mjs');
  // The checksum is a comment, so that the file remains a valid module.
  const bundle = appendChecksum(`${await bundleProgram(root)}\n//`, basename(file));
  try {
    cacheBundle(file, bundle);
  } catch (error) {
    if (typeof error?.code !== 'string') throw error;
    throw new StartFailure(`The program’s cache ${cache} cannot be written: ${error.message}`);
  }
  return bundle;
}

/**
 * Loads a bundle with V8's code cache from an earlier run of the same command.
 * @returns its exports, and a function that saves the code compiled in this run if no cache was used
 */
function loadBundle(file, bundle, command) {
  const compiled = `${file.slice(0, -'.cjs'.length)}.${command}.v8`;
  // V8 compares only the length of the source with that of the cached code.
  const name = `${basename(compiled)} ${readChecksum(bundle)}`;
  const cached = readCacheFile(compiled, name);
  const restore = cached ? renameDuringLoad(compiled) : () => {};
  const script = new Script(bundle.toString('latin1'), {
    filename: file,
    cachedData: cached?.subarray(0, -CHECKSUM_LENGTH),
  });
  const module = { exports: {}, importPackage: (name) => import(name) };
  script.runInThisContext()(module.exports, createRequire(file), module);
  restore();
  // A flag instead of the bytes, which the closure below would keep in memory for the whole run.
  const isUsable = cached !== undefined && !script.cachedDataRejected;
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
 * Renames V8's code cache while it is loaded: if it crashes the process, the next start does not find it.
 * @returns a function that renames the file back
 */
function renameDuringLoad(compiled) {
  const aside = `${compiled}.${process.pid}`;
  const move = (from, to) => {
    try {
      renameSync(from, to);
    } catch {
      // The folder is read-only, or another process has just renamed the file.
    }
  };
  move(compiled, aside);
  return () => move(aside, compiled);
}

/** Returns a message for a known failure to start, otherwise the error itself. */
function explainFailure(error) {
  if (error?.code === 'ENOENT' && String(error.path).endsWith('.package-lock.json')) {
    return 'The packages are not installed yet. Run `npm ci` first.';
  }
  return error instanceof StartFailure ? error.message : error;
}

/** Runs a command line with the current sources of the program. */
async function launch(args) {
  const hash = hashSourcesCached();
  const file = join(cache, `${hash}.cjs`);
  // The command becomes part of a file name, so an argument of another form must not be used.
  const command = /^[a-z-]+$/.test(args[0] ?? '') ? args[0] : 'none';
  const { program, saveCompiled, isNew } = await loadProgram(file, command);
  const launched = { module: pathToFileURL(file).href, hash };
  process.exitCode = await program.main(args, root, undefined, launched);
  // The first run of a new bundle also fills the other caches, and so compiles other code than later runs.
  if (process.exitCode === 0 && !isNew) saveCompiled();
}

/** Loads the cached bundle, or creates a new one. */
async function loadProgram(file, command) {
  const cached = readCacheFile(file);
  const bundle = cached ?? (await createBundle(file));
  return { ...loadBundle(file, bundle, command), isNew: cached === undefined };
}

/** Ignores EPIPE: when the reader of the output exits (as `head` does), the work continues silently. */
function ignoreClosedPipes() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Exits when all output is flushed, without waiting for garbage collection; no work may be pending. */
function exitWhenFlushed() {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

ignoreClosedPipes();
launch(process.argv.slice(2))
  .catch((error) => {
    console.error(explainFailure(error));
    process.exitCode = 2;
  })
  .then(exitWhenFlushed);
