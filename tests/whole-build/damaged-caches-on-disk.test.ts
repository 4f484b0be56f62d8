// Some cases of damaged-caches.test.ts for the launched program with real files.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cacheFoldersOf } from '../../src/cache/cache-files.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { damage } from '../helpers/damage.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { makePhoto, makeText } from '../helpers/render-issue.ts';
import { areTestsRun } from '../helpers/required-tests.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const TIME = 120_000;
const NOBODY = 65534;
const base = makeRealFolder();
const project = join(base, 'project');
const warm = join(base, 'warm');
const { pictures, made } = cacheFoldersOf(project);
/** The launcher’s cache is tested in tests/program/launch.test.ts. */
const CACHES = { pictures, made };
let pdf: Buffer;
let checked: string;

const build = (out: string, user?: number) =>
  runProgram(['build-issue', '2025-01', '--out', join(base, out)], { project, user });
const check = (user?: number) => runProgram(['check', '2025-01'], { project, user });
const read = (out: string) => readFileSync(join(base, out, 'information-release-2025-01.pdf'));

beforeAll(async () => {
  mkdirSync(project);
  copyProject(project);
  const folder = join(project, 'issues', '2025-01');
  mkdirSync(folder);
  const articles = [
    { photo: 'large.jpg', body: `**Bold** text.\n\n${makeText(80)}` },
    { photo: 'drawing.png' },
  ];
  const period = { number: 1, from: '2025-01-01', to: '2025-01-15' };
  writeFileSync(join(folder, 'issue.yaml'), sampleIssue({ KZ: articles }, period));
  writeFileSync(join(folder, 'large.jpg'), await makePhoto(2400, 1600));
  writeFileSync(join(folder, 'drawing.png'), await makePhoto(1200, 900, 'png'));
  expect(await build('first')).toMatchObject({ code: 0, err: '' });
  checked = (await check()).out;
  pdf = read('first');
  for (const [name, path] of Object.entries(CACHES)) {
    cpSync(path, join(warm, name), { recursive: true });
  }
  chmodSync(base, 0o755);
}, TIME);

beforeEach(() => {
  for (const [name, path] of Object.entries(CACHES)) {
    rmSync(path, { recursive: true, force: true });
    cpSync(join(warm, name), path, { recursive: true });
  }
});

/** Lists the paths of all cached files. */
function listCached(): string[] {
  const paths = Object.values(CACHES).flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  expect(paths.length).toBeGreaterThan(15);
  return paths;
}

async function expectSame(out: string, user?: number): Promise<void> {
  expect(await build(out, user)).toMatchObject({ code: 0, err: '' });
  expect(read(out).equals(pdf)).toBe(true);
  expect(await check(user)).toMatchObject({ code: 0, out: checked, err: '' });
}

test.each([
  'cut in the middle',
  'with zeros for bytes',
  'with another bit in the middle',
  'with the content of another file',
])(
  'cached files are created again: %s',
  async (what) => {
    const paths = listCached();
    const contents = paths.map((path) => readFileSync(path));
    for (const [index, path] of paths.entries()) {
      const bytes = contents[index] ?? Buffer.alloc(0);
      const other = contents[(index + 1) % contents.length] ?? bytes;
      writeFileSync(path, damage(bytes, other).get(what) ?? bytes);
    }
    await expectSame(what);
  },
  TIME,
);

test(
  'cached files replaced by folders are created again',
  async () => {
    for (const path of listCached()) {
      rmSync(path);
      mkdirSync(join(path, 'inside'), { recursive: true });
    }
    await expectSame('folders');
    expect(listCached().filter((path) => !statSync(path).isFile())).toEqual([]);
  },
  TIME,
);

const isRoot = process.getuid?.() === 0;
// Root ignores permissions, so the test runs as another user, who must be able to read the project.
const user = isRoot ? NOBODY : undefined;
const canRead =
  spawnSync(process.execPath, ['--check', join(process.cwd(), 'src', 'program', 'launch.cjs')], {
    ...(user === undefined ? {} : { uid: user, gid: user }),
  }).status === 0;
const testAsUser = areTestsRun('a project that every user can read', canRead) ? test : test.skip;

testAsUser(
  'cached files without read permission do not change the output',
  async () => {
    for (const path of listCached()) chmodSync(path, 0);
    mkdirSync(join(base, 'unreadable'));
    chmodSync(join(base, 'unreadable'), 0o777);
    await expectSame('unreadable', user);
  },
  TIME,
);
