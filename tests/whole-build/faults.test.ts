// When the system cannot write the files, the old files are left unchanged.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { findDamage } from '../helpers/check-pdf.ts';
import { type Ended, type Launch, runProgram, startProgram } from '../helpers/launch-program.ts';
import { EDITION_NAME, makeEditions } from '../helpers/make-editions.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { areTestsRun } from '../helpers/required-tests.ts';

const base = makeRealFolder();
const FILES = [`${EDITION_NAME}.json`, `${EDITION_NAME}.pdf`];
const PDF = `${EDITION_NAME}.pdf`;
let editions: { first: string; second: string };
const built = join(base, 'built');

beforeAll(async () => {
  editions = await makeEditions(base);
  expect(await build('first', built)).toMatchObject({ code: 0, err: '' });
  // Some tests run as another user.
  chmodSync(base, 0o755);
}, 120_000);

function build(edition: 'first' | 'second', output: string, launch?: Launch): Promise<Ended> {
  return runProgram(['build-issue', editions[edition], '--out', output], launch);
}

/** Creates a folder with the files of the first edition. */
function folderWithOld(name: string): string {
  const folder = join(base, name);
  cpSync(built, folder, { recursive: true });
  return folder;
}

function expectOld(folder: string): void {
  expect(readdirSync(folder).sort()).toEqual(FILES);
  for (const name of FILES) {
    expect(readFileSync(join(folder, name)).equals(readFileSync(join(built, name)))).toBe(true);
  }
}

/** Expects one message with the path of the folder or its PDF, the reason and what to do. */
function expectWriteFailure(err: string, folder: string, reason: string): void {
  const messages = [folder, join(folder, PDF)].map(
    (path) => `${path} could not be written: ${reason}\n`,
  );
  expect(messages).toContain(err);
}

/** Command prefix that limits files to 20 blocks of 512 or 1,024 bytes. */
const withFileLimit = ['sh', '-c', 'ulimit -f 20; exec "$@"', 'sh'];

test('a file size limit is reported with a fix', async () => {
  const output = folderWithOld('limited');
  const { code, err } = await build('second', output, { through: withFileLimit });
  expectWriteFailure(
    err,
    output,
    'the file is larger than the limit (`ulimit -f`); choose another folder with --out',
  );
  expect(code).toBe(2);
  expectOld(output);
}, 60_000);

describe('a full disk', () => {
  /** Mounts a small disk at a folder while the command runs, and copies its files out afterwards. */
  const script = `
    mount -t tmpfs -o size=$1 tmpfs "$2" || exit 90
    cp "$3"/* "$2"; shift 3; kept=$1; shift
    "$@"; code=$?
    ls -A "$OUT" > "$kept/names"; cp "$OUT"/* "$kept"
    exit $code`;
  const through = (size: string, output: string, kept: string) => [
    'unshare',
    '-rm',
    'sh',
    '-c',
    script,
    'sh',
    size,
    output,
    built,
    kept,
  ];
  const canMount =
    spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  const testMounting = areTestsRun('unshare -rm with mount', canMount) ? test : test.skip;

  testMounting(
    'is reported with a fix',
    async () => {
      const output = join(base, 'small-disk');
      const kept = join(base, 'kept');
      mkdirSync(output);
      mkdirSync(kept);
      const size = readFileSync(join(built, PDF)).length * 1.5;
      const blocks = `${Math.ceil(size / 4096) * 4}k`;
      const { code, err } = await build('second', output, {
        through: through(blocks, output, kept),
        environment: { OUT: output },
      });
      expectWriteFailure(err, output, 'the disk is full; free some space and try again');
      expect(code).toBe(2);
      expect(readFileSync(join(kept, 'names'), 'utf8')).toBe(`${FILES.join('\n')}\n`);
      for (const name of FILES) copyFileSync(join(kept, name), join(output, name));
      expectOld(output);
      expect(findDamage(join(output, PDF), readFileSync(join(output, PDF)))).toBeUndefined();
    },
    60_000,
  );
});

describe('a folder without write permission', () => {
  const NOBODY = 65534;
  const isRoot = process.getuid?.() === 0;
  // Root ignores permissions, so the test runs as another user, who must be able to read the project.
  const user = isRoot ? NOBODY : undefined;
  const canRead =
    spawnSync(process.execPath, ['--check', join(root, 'src', 'program', 'launch.cjs')], {
      ...(user === undefined ? {} : { uid: user, gid: user }),
    }).status === 0;
  const testAsUser = areTestsRun('a project that every user can read', canRead) ? test : test.skip;

  testAsUser(
    'is reported with a fix',
    async () => {
      const output = folderWithOld('locked');
      chmodSync(output, 0o555);
      const { code, err } = await build('second', output, { user });
      chmodSync(output, 0o755);
      expectWriteFailure(
        err,
        output,
        'the folder is not writable; check its permissions or choose another with --out',
      );
      expect(code).toBe(2);
      expectOld(output);
    },
    60_000,
  );

  testAsUser(
    'is reported when the output folder would be created in it',
    async () => {
      const output = join(folderWithOld('closed'), 'new');
      chmodSync(dirname(output), 0o555);
      const { code, err } = await build('second', output, { user });
      chmodSync(dirname(output), 0o755);
      expect(err).toContain('the folder is not writable; check its permissions');
      expect(code).toBe(2);
      expectOld(dirname(output));
    },
    60_000,
  );
});

test.each([['/dev/full'], ['/dev/null']])(
  '%s is refused as an output folder',
  async (device) => {
    const { code, err } = await build('second', device);
    expectWriteFailure(
      err,
      device,
      'a part of the path is a file, not a folder; choose another with --out',
    );
    expect(code).toBe(2);
  },
  60_000,
);

test('two simultaneous builds of one issue succeed and leave one pair of files', async () => {
  const output = folderWithOld('shared');
  const both = await Promise.all([build('second', output), build('second', output)]);
  expect(both).toMatchObject([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ]);
  expect(readdirSync(output).sort()).toEqual(FILES);
  const bytes = readFileSync(join(output, PDF));
  expect(bytes.equals(readFileSync(join(built, PDF)))).toBe(false);
  expect(findDamage(join(output, PDF), bytes)).toBeUndefined();
}, 60_000);

test.each([
  ['help', ['--help']],
  ['a build', ['build-issue', 'second', '--out', 'unread']],
])('%s succeeds when the reader of its output has exited', async (_, words) => {
  const named = { second: editions.second, unread: join(base, 'unread') };
  const given = words.map((word) => named[word as keyof typeof named] ?? word);
  const { child, ended } = startProgram(given);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, err: '' });
  if (words.length > 1) expect(readdirSync(named.unread).sort()).toEqual(FILES);
});
