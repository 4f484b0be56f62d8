// Nothing gets out: each command runs where the network ends it, where Node.js denies all files but
// those it is to see, and where it may start no other program.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Ended, runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { areTestsRun } from '../helpers/required-tests.ts';

const base = makeRealFolder();
const draft = join(base, 'draft');
const output = join(base, 'output');
const ISSUES = join(root, 'issues');
const WATCHER = pathToFileURL(join(root, 'tests', 'helpers', 'watch-process.mjs')).href;
const WATCH = ['--no-warnings', `--import=${WATCHER}`];
/** Through the environment: threads and other programs of Node.js that are started are watched too. */
const watched = { NODE_OPTIONS: WATCH.join(' ') };
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/** The program and what it is made of; its caches are there. */
const PROGRAM = ['src', 'templates', 'node_modules', 'package.json'].map((name) =>
  join(root, name),
);

/** What sharp asks the machine: which C library it has. */
const MACHINE = ['/proc/self/exe', '/usr/bin/ldd'];

interface Confined {
  readonly words: readonly string[];
  /** What it may read beside the program. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly code: number;
  /** What Node.js is to allow it beside files. */
  readonly may?: readonly string[];
  /** A file that it is sure to read. */
  readonly sure: string;
}

/** A new command needs a line here, and nothing else. */
const COMMANDS: Readonly<Record<string, Confined>> = {
  'build-issue': {
    words: ['build-issue', draft, '--out', output],
    reads: [draft],
    writes: [output],
    code: 0,
    sure: join(draft, 'issue.yaml'),
  },
  // It compares the issue with the project's others.
  check: {
    words: ['check', draft],
    reads: [draft, ISSUES],
    writes: [],
    code: 0,
    sure: join(draft, 'issue.yaml'),
  },
  archive: {
    words: ['archive', '--jobs', '2', '--out', join(base, 'archive')],
    reads: [ISSUES],
    writes: [join(base, 'archive')],
    code: 0,
    may: ['--allow-worker'],
    // Read by a thread.
    sure: join(ISSUES, '2025-01', 'photos', '06-bishkek-quiz-winners.jpg'),
  },
  site: {
    words: ['site', '--out', join(base, 'site')],
    reads: [ISSUES],
    writes: [join(base, 'site')],
    code: 0,
    // The script of the search is bundled, the covers are drawn by another process.
    may: ['--allow-child-process'],
    sure: join(ISSUES, '2025-01', 'issue.yaml'),
  },
  'compare-builds': {
    words: ['compare-builds', join(base, 'machines')],
    reads: [join(base, 'machines')],
    writes: [],
    code: 0,
    sure: join(base, 'machines', 'linux', 'issue.json'),
  },
  'build-issue of an issue that points outside': {
    words: ['build-issue', join(base, 'curious'), '--out', output],
    reads: [join(base, 'curious')],
    writes: [output],
    code: 1,
    sure: join(base, 'curious', 'issue.yaml'),
  },
};

const CURIOUS = `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
${[
  '../secret.jpg',
  'photos/link.jpg',
  '/etc/passwd',
  'https://example.org/a.jpg',
  'photos/../../secret.jpg',
]
  .map(
    (file, index) => `      - title: Event ${index}
        source: https://example.org/${index}
        photo: { file: "${file}", alt: A picture }
        body: |
          ![picture](https://example.org/pixel.png) <img src="https://example.org/pixel.png">
`,
  )
  .join('')}`;

beforeAll(async () => {
  cpSync(join(root, 'issues', '2025-01'), draft, { recursive: true });
  // A picture that no cache knows, so that it is made ready here.
  const photo = await makePhoto(1600 + (Date.now() % 1000), 1200);
  writeFileSync(join(draft, 'photos', '08-barnaul-youth-forum.jpg'), photo);
  for (const folder of [output, join(base, 'archive'), join(base, 'site')]) mkdirSync(folder);
  for (const machine of ['linux', 'windows']) {
    mkdirSync(join(base, 'machines', machine), { recursive: true });
    writeFileSync(join(base, 'machines', machine, 'issue.json'), '{}');
  }
  mkdirSync(join(base, 'curious', 'photos'), { recursive: true });
  cpSync(join(draft, 'photos', '08-barnaul-youth-forum.jpg'), join(base, 'secret.jpg'));
  symlinkSync(join(base, 'secret.jpg'), join(base, 'curious', 'photos', 'link.jpg'));
  writeFileSync(join(base, 'curious', 'issue.yaml'), CURIOUS);
  // The compiler is another program: the bundle is made before.
  await runProgram(['check', '--rules']);
}, 120_000);

function grants({ reads, writes, may = [] }: Pick<Confined, 'reads' | 'writes' | 'may'>): string[] {
  const readable = [...PROGRAM, ...reads, ...writes, join(root, 'tests', 'helpers')];
  // Node 20 stumbles over a folder that is named both by itself and with what is below it.
  const scope = (path: string) => (path.endsWith('.json') ? path : join(path, '*'));
  return [
    PERMISSION,
    '--allow-addons',
    ...may,
    ...readable.map((path) => `--allow-fs-read=${scope(path)}`),
    ...writes.map((path) => `--allow-fs-write=${scope(path)}`),
  ];
}

function askedPaths({ err }: Ended): string[] {
  const lines = err.split('\n').filter((line) => line.startsWith('ASKED '));
  return lines.map((line) => JSON.parse(line.slice('ASKED '.length)) as string);
}

describe('nothing gets out of', () => {
  test.each(Object.entries(COMMANDS))(
    '%s',
    async (_, command) => {
      const ended = await runProgram(command.words, {
        node: grants(command),
        environment: watched,
      });
      expect(ended.err).not.toContain('NETWORK');
      expect(ended.code).toBe(command.code);
      const asked = askedPaths(ended);
      const homes = [...PROGRAM, ...MACHINE, ...command.reads, ...command.writes];
      const isAtHome = (path: string) =>
        homes.some((home) => path === home || path.startsWith(home + sep));
      expect(asked.filter((path) => !isAtHome(path))).toEqual([]);
      // The eyes were open.
      expect(asked).toContain(command.sure);
    },
    120_000,
  );

  const offline = ['unshare', '-rn'];
  const canBeOffline = spawnSync('unshare', ['-rn', 'true']).status === 0;
  const testOffline = areTestsRun('unshare -rn', canBeOffline) ? test : test.skip;
  testOffline(
    'a build on a machine without any network',
    async () => {
      const words = ['build-issue', draft, '--out', join(base, 'offline')];
      const { code, err } = await runProgram(words, { through: offline });
      expect(err).toBe('');
      expect(code).toBe(0);
    },
    120_000,
  );
});

describe('these tests would notice', () => {
  const run = (flags: readonly string[], code: string) =>
    spawnSync(process.execPath, [...flags, '--input-type=module', '--eval', code], {
      encoding: 'utf8',
      env: { ...process.env, ...watched },
    });
  test.each([
    ['fetch', "await fetch('http://127.0.0.1:59999').catch(() => {})"],
    ['http', "(await import('node:http')).get('http://127.0.0.1:59999').on('error', () => {})"],
    ['https', "(await import('node:https')).get('https://127.0.0.1:9').on('error', () => {})"],
    ['a name that is looked up', "await (await import('node:dns/promises')).lookup('a.invalid')"],
    ['a socket', "import { connect } from 'node:net'; connect(9).on('error', () => {})"],
    ['a datagram', "import { createSocket } from 'node:dgram'; createSocket('udp4')"],
    [
      'a socket of a thread',
      "import { Worker } from 'node:worker_threads'; new Worker('import(\"node:net\").then(({ connect }) => connect(9))', { eval: true }).on('exit', (code) => { process.exitCode = code; })",
    ],
    [
      'a socket of another program',
      "import { execFileSync } from 'node:child_process'; try { execFileSync(process.execPath, ['-e', 'require(\"node:net\").connect(9)'], { stdio: 'inherit' }) } catch (error) { process.exitCode = error.status }",
    ],
    ['a server', "import { createServer } from 'node:http'; createServer().listen(0)"],
  ])('%s', (_, code) => {
    const { status, stderr } = run([], code);
    expect(stderr).toContain('NETWORK');
    expect(status).toBe(97);
  });

  test('a file that is read', () => {
    const code = "import { readFile } from 'node:fs/promises'; await readFile('/etc/passwd')";
    expect(run([], code).stderr).toContain('ASKED "/etc/passwd"');
    expect(run(grants({ reads: [], writes: [] }), code).stderr).toContain('ERR_ACCESS_DENIED');
  });

  test('another program', () => {
    const code = "import { execFile } from 'node:child_process'; execFile('true')";
    expect(run(grants({ reads: [], writes: [] }), code).stderr).toContain('ERR_ACCESS_DENIED');
  });
});
