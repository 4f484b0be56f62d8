// `npm run bench`: measures builds, compared with other engines on the same text, photos, fonts and page.
// Each round runs every command once, so that a slower machine affects all of them; ratios compare times
// of the same round. It sets no limits and never fails because of a time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeIssue, readIssue } from './issues.mjs';
import { describeSpread, environment, median, runProcess, wordsOf } from './measure.mjs';
import { findPeers, installPeers } from './peers.mjs';
import { bundleRebuild } from './rebuild.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    issue: { type: 'string' },
    sizes: { type: 'string', default: '3,30,300' },
    install: { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'output', 'benchmark.json') },
  },
});
if (values.install) installPeers(root);
const runs = Number(values.runs);
const sizes = values.sizes.split(',').map(Number);
const shared = join(root, '..', 'shared', 'reference', '2024-19');
const given = existsSync(join(shared, 'issue.yaml')) ? shared : join(root, 'issues', '2024-19');
const source = values.issue ?? given;
const workFolder = mkdtempSync(join(tmpdir(), 'bulletin-bench-'));

/** Returns a command as npm runs it, with additional arguments. */
const commandOf = (script, ...words) => [process.execPath, [...wordsOf(script), ...words]];

/** Lists the commands to measure: for the reference issue and for issues of each size. */
async function listSubjects() {
  const build = (folder) => commandOf('build-issue', folder, '--out', join(workFolder, 'pdf'));
  const reference = join(workFolder, 'reference', '2024-19');
  makeIssue(source, reference);
  const peers = await findPeers(readIssue(reference), { root, workFolder, folder: reference });
  const subjects = [
    { name: 'Node.js alone', command: [process.execPath, ['-e', '0']] },
    { name: 'build', command: build(reference) },
    { name: 'check', command: commandOf('check', reference) },
    ...peers,
  ];
  for (const articles of sizes) {
    const folder = join(workFolder, `articles-${articles}`, '2024-19');
    makeIssue(source, folder, articles);
    subjects.push({ name: `build, ${articles} articles`, command: build(folder) });
  }
  return { subjects, reference };
}

/** Measures wall time and peak memory of whole processes. */
async function measureProcesses(subjects) {
  const results = subjects.map(({ name }) => ({ name, seconds: [], peakMemory: [] }));
  // Round 0 fills the caches and is not counted.
  for (let round = 0; round <= runs; round += 1) {
    for (const [index, { name, command }] of subjects.entries()) {
      const { seconds, peakMemory, code, printed } = await runProcess(...command);
      if (code !== 0) throw new Error(`${name} ended with ${code}:\n${printed}`);
      if (round === 0) continue;
      results[index].seconds.push(seconds);
      if (peakMemory !== undefined) results[index].peakMemory.push(peakMemory);
    }
  }
  return results;
}

/** Number of rebuilds to measure in each process; V8 keeps optimizing during the first tens of them. */
const REBUILDS = '30';

/** Measures rebuilds in one process like the preview's, without a change and with one paragraph changed, in ms. */
async function measureRebuilds(folders) {
  const program = await bundleRebuild(root);
  const flags = wordsOf('preview').filter((word) => word.startsWith('--'));
  return folders.map(([name, folder]) => {
    const words = [...flags, program, root, folder, REBUILDS];
    const { stdout, stderr, status } = spawnSync(process.execPath, words, {
      encoding: 'utf8',
      env: environment,
    });
    if (status !== 0) throw new Error(`The rebuild ended with ${status}:\n${stderr}`);
    return { name, ...JSON.parse(stdout) };
  });
}

function printTable(processes, rebuilds) {
  const build = processes.find(({ name }) => name === 'build');
  const lines = [
    '| whole process | s (median, lowest–highest) | build ÷ it | peak MB |',
    '|---|---|---|---|',
  ];
  for (const { name, seconds, peakMemory } of processes) {
    const ratio = median(build.seconds.map((time, round) => time / seconds[round])).toFixed(2);
    const peak = peakMemory.length > 0 ? Math.round(median(peakMemory)) : '';
    lines.push(`| ${name} | ${describeSpread(seconds, 2)} | ${ratio} | ${peak} |`);
  }
  lines.push('', '| in a running process, ms | first | nothing changed | one paragraph changed |');
  lines.push('|---|---|---|---|');
  for (const { name, first, unchanged, changed } of rebuilds) {
    const cells = [first.toFixed(0), describeSpread(unchanged, 0), describeSpread(changed, 0)];
    lines.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

function readVersion(...folder) {
  const file = join(...folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

try {
  const { subjects, reference } = await listSubjects();
  const loadBefore = loadavg()[0];
  const processes = await measureProcesses(subjects);
  const pdf = join(workFolder, 'pdf', 'information-release-2024-19.pdf');
  const folders = sizes.map((n) => [`${n} articles`, join(workFolder, `articles-${n}`, '2024-19')]);
  const rebuilds = await measureRebuilds([['reference', reference], ...folders]);
  const machine = {
    processor: cpus()[0]?.model,
    processors: availableParallelism(),
    node: process.version,
    pdfmake: readVersion(root, 'node_modules', 'pdfmake'),
    loadBefore,
    loadAfter: loadavg()[0],
  };
  const pdfs = Object.fromEntries(
    subjects.flatMap(({ name, pdf: file }) =>
      file && existsSync(file) ? [[name, readFileSync(file).length]] : [],
    ),
  );
  spawnSync(...subjects[1].command);
  pdfs.build = readFileSync(pdf).length;
  const results = { machine, runs, processes, rebuilds, pdfBytes: pdfs };
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`);
  const load = `${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`;
  console.log(printTable(processes, rebuilds));
  console.log(`\nPDF size, kB: ${sizesOf(pdfs)}`);
  console.log(`${machine.processor}, ${machine.processors} processors, load ${load};`);
  console.log(`Node.js ${machine.node}, pdfmake ${machine.pdfmake}, ${runs} rounds; ${values.out}`);
} finally {
  rmSync(workFolder, { recursive: true, force: true });
}

function sizesOf(pdfs) {
  return Object.entries(pdfs)
    .map(([name, bytes]) => `${name} ${Math.round(bytes / 1000)}`)
    .join(', ');
}
