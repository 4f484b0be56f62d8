// Measures `npm run archive`: node tests/benchmark/archive.mjs [issues] [articles of each]
// It writes a project with made-up issues into a folder of its own, builds them with one thread and
// with all, and then asks again when nothing has changed. It prints a table for the README.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const COUNTRIES = ['KZ', 'KG', 'RU', 'TJ', 'UZ'];
const ISSUES_A_YEAR = 24;
const WORDS =
  'the police of the region have told students about prevention and held a meeting with teachers on drugs at school where doctors and lawyers answered questions of parents'.split(
    ' ',
  );

/** Numbers without pattern, always the same for the same seed. */
function createNumbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function makeSentence(next) {
  const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]).join(' ');
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}

function makeArticle(next, name, photo) {
  const paragraphs = Array.from({ length: 2 + next(3) }, () =>
    Array.from({ length: 2 + next(4) }, () => makeSentence(next)).join(' '),
  );
  return [
    `      - title: Event ${name} of the fortnight`,
    `        source: https://example.org/news/${name}`,
    ...(photo ? [`        photo: { file: ${photo}, alt: Colours }`] : []),
    '        body: |',
    ...paragraphs.flatMap((paragraph) => [`          ${paragraph}`, '']),
  ];
}

/** Writes one issue; every third article has a photo that no other has. */
async function writeIssue(folder, index, articles) {
  const year = 2015 + Math.floor(index / ISSUES_A_YEAR);
  const number = (index % ISSUES_A_YEAR) + 1;
  const month = String(Math.ceil(number / 2)).padStart(2, '0');
  const [from, to] = number % 2 === 1 ? ['01', '15'] : ['16', '28'];
  const name = `${year}-${String(number).padStart(2, '0')}`;
  mkdirSync(join(folder, name), { recursive: true });
  const next = createNumbers(index + 1);
  const lines = [
    `number: ${number}`,
    `period: { from: ${year}-${month}-${from}, to: ${year}-${month}-${to} }`,
    'sections:',
  ];
  for (const [order, country] of COUNTRIES.entries()) {
    lines.push(`  - country: ${country}`, '    topics: [lessons held at schools]', '    articles:');
    for (let article = order; article < articles; article += COUNTRIES.length) {
      const photo = article % 3 === 0 ? `${article}.jpg` : undefined;
      if (photo) await writePhoto(join(folder, name, photo), next);
      lines.push(...makeArticle(next, `${name}-${article}`, photo));
    }
  }
  writeFileSync(join(folder, name, 'issue.yaml'), `${lines.join('\n')}\n`);
}

async function writePhoto(path, next) {
  const [width, height] = [480, 320];
  const small = Buffer.from(Array.from({ length: 24 * 16 * 3 }, () => next(256)));
  const photo = sharp(small, { raw: { width: 24, height: 16, channels: 3 } });
  await photo.resize(width, height).jpeg().toFile(path);
}

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

/** Runs archive as a process of its own. @returns the seconds it took */
function measure(project, words) {
  const begun = performance.now();
  const program = [join(project, 'src', 'launch.cjs'), 'archive', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`archive ended with ${status}: ${stderr}`);
  console.error(`${stdout.trimEnd().split('\n').at(-1)} (load ${loadavg()[0].toFixed(1)})`);
  return (performance.now() - begun) / 1000;
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
  // The bundle is made, and every photo made ready, before anything is measured.
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
