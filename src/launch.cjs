// Runs the program from its TypeScript sources as they stand. The sources are bundled once and the
// bundle is kept under node_modules/.cache by the content it was made from, so that a change of one
// letter in src/ or of one package makes a new one, and a start without a change costs no compiler.
// Beside it stands, for each command, what V8 made of it: a start that finds that compiles nothing.
//
// The bundle is a CommonJS module with the exports of src/cli.ts: a worker thread, or whoever else has
// its path, may load it with import() or require(). Here it is run as a script, which gives a function.
//
// The launcher is CommonJS too: Node.js then starts without its loader of modules.
const { createHash } = require('node:crypto');
const {
  existsSync,
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

const root = dirname(__dirname);
const cache = join(root, 'node_modules', '.cache', 'bulletin', 'program');
const stampFile = join(cache, 'sources.stamp');

/** What the bundle is made of: the sources, and the list of the installed packages. */
function listSources() {
  const sources = listFiles(`${root}${sep}src`).filter((path) => /\.(ts|mjs|cjs)$/.test(path));
  return [...sources.sort(), join(root, 'node_modules', '.package-lock.json')];
}

/** The files in a folder and in those in it. Node's own recursive list takes three times as long. */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${sep}${entry.name}`;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path));
    return isFolder ? listFiles(path) : [path];
  });
}

function leadsToFolder(link) {
  return statSync(link, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** SHA-256 over everything the bundle is made of, and this Node's version. */
function hashSources(files) {
  // The bundle names the packages' folder, so a copied project makes its own.
  const hash = createHash('sha256').update(process.version).update(root);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

/** The same hash; the files are read only when one of them has another stamp than the last time. */
function hashSourcesOnce() {
  const files = listSources();
  const stamps = createHash('sha256').update(process.version);
  for (const file of files) {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    stamps.update(`${file} ${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}\n`);
  }
  const stamp = stamps.digest('hex');
  const [lastStamp, lastHash] = existsSync(stampFile)
    ? readFileSync(stampFile, 'latin1').split(' ')
    : [];
  if (stamp === lastStamp && /^[0-9a-f]{20}$/.test(lastHash)) return lastHash;
  const hash = hashSources(files);
  try {
    keepWhole(stampFile, `${stamp} ${hash}`);
  } catch {
    // Where nothing can be kept the files are read each time.
  }
  return hash;
}

/**
 * Keeps a file of the program, whole or not at all. Another start that runs on this machine may be
 * writing the same one at the same moment: its file is left alone.
 */
function keepWhole(file, bytes) {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes, { flush: true });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Keeps the bundle, and removes those of older sources. */
function keepBundle(file, bundle) {
  try {
    keepWhole(file, bundle);
  } catch (error) {
    // A start in another container, where numbers of processes begin anew, may have taken the file away
    // while it was written, and put its own there.
    if (error.code !== 'ENOENT') throw error;
    if (!existsSync(file)) keepWhole(file, bundle);
  }
  removeOthers(file);
}

/** Removes the bundles of older sources with what belongs to them, and what killed starts left. */
function removeOthers(file) {
  const hash = basename(file, '.cjs');
  for (const other of readdirSync(cache)) {
    const [, writer] = /\.(\d+)$/.exec(other) ?? [];
    const isWanted = writer
      ? isRunning(Number(writer))
      : other.startsWith(hash) || other === basename(stampFile);
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

/**
 * Loads a bundle with what V8 made of it in an earlier run of the same command.
 * @returns its exports, and what keeps V8's work of this run when there was none of use
 */
function loadBundle(file, command) {
  const requireBeside = createRequire(file);
  const compiled = `${file.slice(0, -'.cjs'.length)}.${command}.v8`;
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  // The bundle is plain ASCII, and read as such it takes a byte a letter.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
  const module = { exports: {}, importPackage: (name) => import(name) };
  script.runInThisContext()(module.exports, requireBeside, module);
  const keepCompiled = () => {
    if (cachedData && !script.cachedDataRejected) return;
    try {
      keepWhole(compiled, script.createCachedData());
    } catch {
      // The work is done already; the next start compiles again.
    }
  };
  return { program: module.exports, keepCompiled };
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

/** Runs a command line with the program as its sources are now. */
async function launch(words) {
  const hash = hashSourcesOnce();
  const file = join(cache, `${hash}.cjs`);
  const isNew = !existsSync(file);
  if (isNew) {
    const { bundleProgram } = await import('./bundle-program.mjs');
    keepBundle(file, await bundleProgram(root));
  }
  // A word that is no command's must not name a file.
  const command = /^[a-z-]+$/.test(words[0] ?? '') ? words[0] : 'none';
  const { program, keepCompiled } = loadBundle(file, command);
  const launched = { module: pathToFileURL(file).href, hash };
  process.exitCode = await program.main(words, root, undefined, launched);
  // The first run of a program makes much that later ones find made; its work is not theirs.
  if (process.exitCode === 0 && !isNew) keepCompiled();
}

/** A reader that has seen enough and gone, as `head` does, stops no work: nothing more is printed. */
function printWhileRead() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/**
 * Ends the process when all that it printed is out. By itself it would first give back its memory.
 * Nothing may be under way any more: a command awaits all that it has begun.
 */
function end() {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

printWhileRead();
launch(process.argv.slice(2))
  .catch((error) => {
    console.error(explainFailure(error));
    process.exitCode = 2;
  })
  .then(end);
