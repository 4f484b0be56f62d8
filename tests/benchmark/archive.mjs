// Measures `npm run archive`: node tests/benchmark/archive.mjs [issues] [articles of each]
// Generates issues in a copy of the project and builds them with one thread, with all threads, and without
// a change. Prints a table for docs/performance.md.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeIssue } from './archive-issues.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function copyProject(folder) {
  for (const name of ['src', 'templates', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
}

/** Runs `archive` in a new process. @returns its time in seconds */
function measure(project, words) {
  const started = performance.now();
  const program = [join(project, 'src', 'program', 'launch.cjs'), 'archive', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`archive ended with ${status}: ${stderr}`);
  console.error(`${stdout.trimEnd().split('\n').at(-1)} (load ${loadavg()[0].toFixed(1)})`);
  return (performance.now() - started) / 1000;
}

const [issues = 240, articles = 30] = process.argv.slice(2).map(Number);
const project = mkdtempSync(join(tmpdir(), 'archive-benchmark-'));
try {
  copyProject(project);
  for (let index = 0; index < issues; index++) {
    await writeIssue(join(project, 'issues'), index, articles);
  }
  const cores = availableParallelism();
  const load = loadavg()[0];
  // Warm up: creates the bundle and caches all photos.
  measure(project, ['--out', 'warm']);
  const one = measure(project, ['--out', 'one', '--jobs', '1']);
  const all = measure(project, ['--out', 'all', '--jobs', String(cores)]);
  measure(project, ['--out', 'all']);
  const unchanged = measure(project, ['--out', 'all']);
  const rows = [
    ['1 thread', one],
    [`${cores} threads`, all],
    ['nothing changed', unchanged],
  ].map(([what, seconds]) => `| ${what} | ${seconds.toFixed(1)} s |`);
  console.log(
    `${issues} issues of ${articles} articles, load ${load.toFixed(1)} before\n\n| | |\n|---|---|\n${rows.join('\n')}`,
  );
  console.log(`${cores} threads are ${(one / all).toFixed(2)} times as fast as one.`);
} finally {
  rmSync(project, { recursive: true, force: true });
}
