// Each command runs in a process that terminates on network access, and in which Node.js denies other
// programs and all files except those that the command needs.
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
import { sampleIssue } from '../helpers/sample-issue.ts';

const base = makeRealFolder();
const draft = join(base, 'draft');
const output = join(base, 'output');
const ISSUES = join(root, 'issues');
const WATCHER = pathToFileURL(join(root, 'tests', 'helpers', 'watch-process.mjs')).href;
const WATCH = ['--no-warnings', `--import=${WATCHER}`];
/** The environment also applies to threads and to child processes that run Node.js. */
const watched = { NODE_OPTIONS: WATCH.join(' ') };
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/** Folders and files of the program, including its caches. */
const PROGRAM = ['src', 'templates', 'node_modules', 'package.json'].map((name) =>
  join(root, name),
);

/** Files that sharp reads to detect the C library. */
const MACHINE = ['/proc/self/exe', '/usr/bin/ldd'];

interface Confined {
  readonly words: readonly string[];
  /** Paths that it may read besides the program. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly code: number;
  /** Other permissions for Node.js. */
  readonly flags?: readonly string[];
  /** A file that it must read, as proof that reading is recorded. */
  readonly mustRead: string;
}

/** The commands under test; a new command needs an entry here. */
const COMMANDS: Readonly<Record<string, Confined>> = {
  'build-issue': {
    words: ['build-issue', draft, '--out', output],
    reads: [draft],
    writes: [output],
    code: 0,
    mustRead: join(draft, 'issue.yaml'),
  },
  // Compares the issue with the other issues of the project.
  check: {
    words: ['check', draft],
    reads: [draft, ISSUES],
    writes: [],
    code: 0,
    mustRead: join(draft, 'issue.yaml'),
  },
  'check --fix': {
    words: ['check', join(base, 'typo'), '--fix'],
    reads: [ISSUES],
    writes: [join(base, 'typo')],
    code: 0,
    mustRead: join(base, 'typo', 'issue.yaml'),
  },
  archive: {
    words: ['archive', '--jobs', '2', '--out', join(base, 'archive')],
    reads: [ISSUES],
    writes: [join(base, 'archive')],
    code: 0,
    flags: ['--allow-worker'],
    // A worker thread reads it.
    mustRead: join(ISSUES, '2025-01', 'photos', '06-bishkek-quiz-winners.jpg'),
  },
  site: {
    words: ['site', '--out', join(base, 'site')],
    reads: [ISSUES],
    writes: [join(base, 'site')],
    code: 0,
    // Bundles the search script and draws the covers in another process.
    flags: ['--allow-child-process'],
    mustRead: join(ISSUES, '2025-01', 'issue.yaml'),
  },
  'compare-builds': {
    words: ['compare-builds', join(base, 'machines')],
    reads: [join(base, 'machines')],
    writes: [],
    code: 0,
    mustRead: join(base, 'machines', 'linux', 'issue.json'),
  },
  'build-issue of an issue with paths outside its folder': {
    words: ['build-issue', join(base, 'outside'), '--out', output],
    reads: [join(base, 'outside')],
    writes: [output],
    code: 1,
    mustRead: join(base, 'outside', 'issue.yaml'),
  },
};

const OUTSIDE_PATHS = `number: 1
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
  // A picture that is in no cache, so that the command decodes it.
  const photo = await makePhoto(1600 + (Date.now() % 1000), 1200);
  writeFileSync(join(draft, 'photos', '08-barnaul-youth-forum.jpg'), photo);
  for (const folder of [output, join(base, 'archive'), join(base, 'site')]) mkdirSync(folder);
  for (const machine of ['linux', 'windows']) {
    mkdirSync(join(base, 'machines', machine), { recursive: true });
    writeFileSync(join(base, 'machines', machine, 'issue.json'), '{}');
  }
  mkdirSync(join(base, 'typo'));
  writeFileSync(
    join(base, 'typo', 'issue.yaml'),
    sampleIssue({ KZ: [{}] }).replace('number', 'nubmer'),
  );
  mkdirSync(join(base, 'outside', 'photos'), { recursive: true });
  cpSync(join(draft, 'photos', '08-barnaul-youth-forum.jpg'), join(base, 'secret.jpg'));
  symlinkSync(join(base, 'secret.jpg'), join(base, 'outside', 'photos', 'link.jpg'));
  writeFileSync(join(base, 'outside', 'issue.yaml'), OUTSIDE_PATHS);
  // esbuild is another program, so the bundle is created first.
  await runProgram(['check', '--rules']);
}, 120_000);

function permissionFlags({
  reads,
  writes,
  flags = [],
}: Pick<Confined, 'reads' | 'writes' | 'flags'>): string[] {
  const readable = [...PROGRAM, ...reads, ...writes, join(root, 'tests', 'helpers')];
  // Node.js 20 fails if both a folder and its contents are listed.
  const scope = (path: string) => (path.endsWith('.json') ? path : join(path, '*'));
  return [
    PERMISSION,
    '--allow-addons',
    ...flags,
    ...readable.map((path) => `--allow-fs-read=${scope(path)}`),
    ...writes.map((path) => `--allow-fs-write=${scope(path)}`),
  ];
}

function accessedPaths({ err }: Ended): string[] {
  const lines = err.split('\n').filter((line) => line.startsWith('ASKED '));
  return lines.map((line) => JSON.parse(line.slice('ASKED '.length)) as string);
}

describe('no network or file access outside', () => {
  test.each(Object.entries(COMMANDS))(
    '%s',
    async (_, command) => {
      const ended = await runProgram(command.words, {
        node: permissionFlags(command),
        environment: watched,
      });
      expect(ended.err).not.toContain('NETWORK');
      expect(ended.code).toBe(command.code);
      const accessed = accessedPaths(ended);
      const allowed = [...PROGRAM, ...MACHINE, ...command.reads, ...command.writes];
      const isAllowed = (path: string) =>
        allowed.some((one) => path === one || path.startsWith(one + sep));
      expect(accessed.filter((path) => !isAllowed(path))).toEqual([]);
      // Proves that access was recorded.
      expect(accessed).toContain(command.mustRead);
    },
    120_000,
  );

  const offline = ['unshare', '-rn'];
  const canBeOffline = spawnSync('unshare', ['-rn', 'true']).status === 0;
  const testOffline = areTestsRun('unshare -rn', canBeOffline) ? test : test.skip;
  testOffline(
    'a build succeeds on a machine without a network',
    async () => {
      const words = ['build-issue', draft, '--out', join(base, 'offline')];
      const { code, err } = await runProgram(words, { through: offline });
      expect(err).toBe('');
      expect(code).toBe(0);
    },
    120_000,
  );
});

describe('these tests detect', () => {
  const run = (flags: readonly string[], code: string) =>
    spawnSync(process.execPath, [...flags, '--input-type=module', '--eval', code], {
      encoding: 'utf8',
      env: { ...process.env, ...watched },
    });
  test.each([
    ['fetch', "await fetch('http://127.0.0.1:59999').catch(() => {})"],
    ['http', "(await import('node:http')).get('http://127.0.0.1:59999').on('error', () => {})"],
    ['https', "(await import('node:https')).get('https://127.0.0.1:9').on('error', () => {})"],
    ['a DNS lookup', "await (await import('node:dns/promises')).lookup('a.invalid')"],
    ['a socket', "import { connect } from 'node:net'; connect(9).on('error', () => {})"],
    ['a datagram', "import { createSocket } from 'node:dgram'; createSocket('udp4')"],
    [
      'a socket in a thread',
      "import { Worker } from 'node:worker_threads'; new Worker('import(\"node:net\").then(({ connect }) => connect(9))', { eval: true }).on('exit', (code) => { process.exitCode = code; })",
    ],
    [
      'a socket in a child process',
      "import { execFileSync } from 'node:child_process'; try { execFileSync(process.execPath, ['-e', 'require(\"node:net\").connect(9)'], { stdio: 'inherit' }) } catch (error) { process.exitCode = error.status }",
    ],
    ['a server', "import { createServer } from 'node:http'; createServer().listen(0)"],
  ])('%s', (_, code) => {
    const { status, stderr } = run([], code);
    expect(stderr).toContain('NETWORK');
    expect(status).toBe(97);
  });

  test('reading a file', () => {
    const code = "import { readFile } from 'node:fs/promises'; await readFile('/etc/passwd')";
    expect(run([], code).stderr).toContain('ASKED "/etc/passwd"');
    expect(run(permissionFlags({ reads: [], writes: [] }), code).stderr).toContain(
      'ERR_ACCESS_DENIED',
    );
  });

  test('starting another program', () => {
    const code = "import { execFile } from 'node:child_process'; execFile('true')";
    expect(run(permissionFlags({ reads: [], writes: [] }), code).stderr).toContain(
      'ERR_ACCESS_DENIED',
    );
  });
});
