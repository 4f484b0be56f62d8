// The launcher uses only intact cached files: a damaged one costs time and nothing else.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { damage } from '../helpers/damage.ts';
import { type Ended, type Launch, runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { areTestsRun } from '../helpers/required-tests.ts';

const base = makeRealFolder();
const project = join(base, 'project');
const cache = join(project, 'node_modules', '.cache', 'bulletin', 'program');
const intact = join(base, 'intact');
/** Endings of the cached files: stat stamps of the sources, the bundle, V8's code cache of a command. */
const KINDS = ['.stamp', '.cjs', '.check.v8'];
/** A short command, as what it does is not what is tested. */
const WORDS = ['check', '--rules'];

const NOBODY = 65534;
let expected: Ended;
let bundle: Buffer;

function run(launch: Launch = {}): Promise<Ended> {
  return runProgram(WORDS, { project, ...launch });
}

function fileOf(kind: string): string {
  const names = readdirSync(cache).filter((name) => name.endsWith(kind));
  expect(names).toHaveLength(1);
  return join(cache, names[0] ?? '');
}

beforeAll(async () => {
  mkdirSync(project);
  copyProject(project);
  expected = await run();
  expect(expected).toMatchObject({ code: 0, err: '' });
  expect(expected.out).toContain('word-twice');
  // The first start creates the bundle, the second the code cache.
  expect(await run()).toEqual(expected);
  bundle = readFileSync(fileOf('.cjs'));
  cpSync(cache, intact, { recursive: true });
  // Some tests run as another user.
  chmodSync(base, 0o755);
}, 60_000);

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  cpSync(intact, cache, { recursive: true });
});

/** Expects the same output as before, and intact cached files afterwards. */
async function expectSameOutput(launch?: Launch): Promise<void> {
  expect(await run(launch)).toEqual(expected);
  expect(readFileSync(fileOf('.cjs')).equals(bundle)).toBe(true);
  fileOf('.stamp');
}

/** Kinds of damage to a file; a folder in its place is handled separately. */
const FOLDER = 'replaced by a folder';
const DAMAGES = [...damage(Buffer.from('text'), Buffer.from('other')).keys(), FOLDER];

/** Damages the cached file of a kind. */
function doDamage(kind: string, what: string): void {
  const file = fileOf(kind);
  const names = readdirSync(intact);
  const other = names.find((name) => !file.endsWith(name)) ?? '';
  const bytes = damage(readFileSync(file), readFileSync(join(intact, other))).get(what);
  rmSync(file);
  if (bytes) writeFileSync(file, bytes);
  else mkdirSync(join(file, 'inside'), { recursive: true });
}

describe.each(KINDS)('a damaged file %s does not change the output:', (kind) => {
  test.each(DAMAGES)('%s', async (what) => {
    doDamage(kind, what);
    await expectSameOutput();
  });
});

test.each(['emptied', 'with another bit in the middle', FOLDER])(
  'all cached files %s are created again and then used',
  async (what) => {
    for (const kind of KINDS) doDamage(kind, what);
    await expectSameOutput();
    await expectSameOutput();
    expect(readFileSync(fileOf('.check.v8')).length).toBeGreaterThan(1_000_000);
  },
);

describe('a cached file without read permission', () => {
  const user = process.getuid?.() === 0 ? NOBODY : undefined;
  const launcher = join(root, 'src', 'program', 'launch.cjs');
  const canRead =
    spawnSync(process.execPath, ['--check', launcher], {
      ...(user === undefined ? {} : { uid: user, gid: user }),
    }).status === 0;
  const testAsUser = areTestsRun('a project that every user can read', canRead) ? test : test.skip;

  testAsUser.each(KINDS)('is created again: %s', async (kind) => {
    chmodSync(fileOf(kind), 0);
    if (user !== undefined) giveTo(user, join(project, 'node_modules', '.cache'));
    await expectSameOutput({ user });
    expect(statSync(fileOf(kind)).mode & 0o400).toBe(0o400);
  });

  function giveTo(owner: number, folder: string): void {
    chownSync(folder, owner, owner);
    for (const name of readdirSync(folder, { recursive: true })) {
      chownSync(join(folder, String(name)), owner, owner);
    }
  }
});

test('a bundle with the name of another is not run', async () => {
  const path = fileOf('.cjs');
  const sources = join(project, 'src', 'commands', 'terminal.ts');
  const text = readFileSync(sources, 'utf8');
  try {
    writeFileSync(sources, text.replace('built: 0', 'built: 4'));
    expect(await run()).toMatchObject({ code: 4 });
    expect(fileOf('.cjs')).not.toBe(path);
    cpSync(fileOf('.cjs'), path);
  } finally {
    writeFileSync(sources, text);
  }
  await expectSameOutput();
});

describe('when V8 crashes while it loads its code cache', () => {
  const crash = join(base, 'crash.cjs');
  const crashing = { node: ['--require', crash] };

  beforeAll(() => {
    writeFileSync(
      crash,
      `const vm = require('node:vm');
      vm.Script = class extends vm.Script {
        constructor(text, options) {
          if (options.cachedData) process.kill(process.pid, 'SIGKILL');
          super(text, options);
        }
      };`,
    );
  });

  test('the next start does not use it', async () => {
    expect(await run(crashing)).toMatchObject({ code: null, signal: 'SIGKILL', out: '' });
    expect(await run(crashing)).toEqual(expected);
    expect(await run()).toEqual(expected);
    expect(readdirSync(cache).sort()).toEqual(readdirSync(intact).sort());
  });
});

test('simultaneous starts do not affect each other', async () => {
  const starts = await Promise.all([run(), run(), run(), run()]);
  for (const start of starts) expect(start).toEqual(expected);
  expect(readdirSync(cache).sort()).toEqual(readdirSync(intact).sort());
});

test('files that another program has open briefly are cached anyway', async () => {
  rmSync(cache, { recursive: true });
  // On Windows a virus scanner opens each new file, which then cannot be renamed for a moment.
  const held = join(base, 'held.cjs');
  writeFileSync(
    held,
    `const fs = require('node:fs');
    const { renameSync } = fs;
    const tries = new Map();
    fs.renameSync = (from, to) => {
      const before = tries.get(from) ?? 0;
      tries.set(from, before + 1);
      if (before < 2) throw Object.assign(new Error('held'), { code: 'EPERM' });
      renameSync(from, to);
    };`,
  );
  for (const _ of ['first', 'second']) {
    expect(await run({ node: ['--require', held] })).toEqual(expected);
  }
  expect(readdirSync(cache).sort()).toEqual(readdirSync(intact).sort());
});

test('a file in place of the cache folder is reported', async () => {
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'text');
  const { code, err } = await run();
  rmSync(cache);
  expect(code).toBe(2);
  expect(err).toBe(
    `The program’s cache ${cache} cannot be written: EEXIST: file already exists, mkdir '${cache}'\n`,
  );
});
