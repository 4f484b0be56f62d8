// Runs every command that writes a folder on every kind of path other than an empty folder. Foreign files
// are not replaced, moved or removed; a command that cannot write prints one message and exits with code 2.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli.ts';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const base = makeRealFolder();
const project = join(base, 'project');
const ISSUE = sampleIssue({ KZ: [{}] }, { number: 1, from: '2025-01-01', to: '2025-01-15' });
/** Root ignores permissions, so the commands run as another user. */
const NOBODY = 65534;
const user = process.getuid?.() === 0 ? NOBODY : undefined;
const servers: Server[] = [];

/** Foreign files in a folder, with names that no command writes. */
const FOREIGN = { CNAME: 'example.org', 'notes/dear.txt': 'mine', '.hidden': 'mine' };

beforeAll(async () => {
  mkdirSync(project);
  copyProject(project);
  mkdirSync(join(project, 'issues', '2025-01'));
  writeFileSync(join(project, 'issues', '2025-01', 'issue.yaml'), ISSUE);
  chmodSync(base, 0o755);
  // Creates the bundle as a user who may write the cache.
  expect(await runProgram(['check', '--rules'], { project })).toMatchObject({ code: 0 });
}, 120_000);

afterAll(() => {
  for (const server of servers) server.close();
});

function own(path: string, mode = 0o755): void {
  if (user !== undefined) chownSync(path, user, user);
  chmodSync(path, mode);
}

function makeFolder(path: string, files: Readonly<Record<string, string>> = FOREIGN): void {
  mkdirSync(path, { recursive: true });
  own(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
}

/** Returns kinds, link targets and contents of everything at a path, regardless of permissions. */
function snapshot(path: string): unknown {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  if (found.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (found.isFile()) return readFileSync(path, 'utf8');
  if (!found.isDirectory()) return `kind ${found.mode & 0o170000}`;
  const mode = found.mode & 0o7777;
  chmodSync(path, 0o755);
  const names = readdirSync(path).sort();
  const inside = Object.fromEntries(names.map((name) => [name, snapshot(join(path, name))]));
  chmodSync(path, mode);
  return inside;
}

interface Place {
  /** Creates the place at a path. */
  readonly make: (path: string) => void;
  /** Path of the output folder inside the place; the place itself by default. */
  readonly out?: string;
  /** Whether a command can write there. */
  readonly works: boolean;
}

const folder = (mode: number) => (path: string) => {
  makeFolder(path);
  chmodSync(path, mode);
};

const PLACES: Readonly<Record<string, Place>> = {
  'a folder with foreign files': { make: makeFolder, works: true },
  'a link to a folder': {
    make: (path) => {
      makeFolder(`${path}-target`);
      symlinkSync(`${path}-target`, path);
    },
    works: true,
  },
  'a folder that cannot be listed': { make: folder(0o300), works: true },
  'a folder that cannot be written': { make: folder(0o555), works: false },
  'a folder that cannot be entered': { make: folder(0o000), works: false },
  'a new folder in one that cannot be written': {
    make: folder(0o555),
    out: 'new',
    works: false,
  },
  'a pipe': { make: (path) => void spawnSync('mkfifo', [path]), works: false },
  'a socket': { make: (path) => void servers.push(createServer().listen(path)), works: false },
  'a file': { make: (path) => writeFileSync(path, 'mine'), works: false },
  'a folder below a file': {
    make: (path) => writeFileSync(path, 'mine'),
    out: 'below',
    works: false,
  },
  'a broken link': { make: (path) => symlinkSync(`${path}-x`, path), works: false },
  'a link to itself': { make: (path) => symlinkSync(path, path), works: false },
};

const WITH_OUT: Readonly<Record<string, readonly string[]>> = {
  'build-issue': ['build-issue', '2025-01'],
  archive: ['archive', '--jobs', '1'],
  site: ['site'],
};

describe.each(Object.entries(WITH_OUT))('%s --out on', (command, words) => {
  test.each(Object.entries(PLACES))(
    '%s',
    async (name, { out = '', works }) => {
      const place = join(base, `${command}-${name.replaceAll(' ', '-')}`);
      await make(name, place);
      const before = snapshot(place);
      const target = join(place, out);
      const { code, err, signal } = await runProgram([...words, '--out', target], {
        project,
        user,
      });
      expect(signal).toBeNull();
      expect(err).not.toMatch(/^ +at /m);
      expect({ code, err }).toMatchObject({ code: works ? 0 : 2 });
      if (!works) {
        expect(err).toContain(target);
        expect(err).toMatch(/^.*\b(is|could not be written)\b.*[.;:].*--out.*$/m);
        expect(snapshot(place)).toEqual(before);
        return;
      }
      const real = name === 'a link to a folder' ? `${place}-target` : place;
      expect(snapshot(real)).toMatchObject({
        CNAME: 'example.org',
        notes: { 'dear.txt': 'mine' },
        '.hidden': 'mine',
      });
      expect(Object.keys(snapshot(real) as object).length).toBeGreaterThan(4);
      if (real !== place) expect(snapshot(place)).toEqual(before);
    },
    60_000,
  );

  test('a device', async () => {
    const { code, err } = await runProgram([...words, '--out', '/dev/null'], { project, user });
    expect(code).toBe(2);
    expect(err).toMatch(/^\/dev\/null .*--out/);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  }, 60_000);
});

/** Runs a command in this process, with stand-ins for git (no commits) and npm (no packages). */
async function run(words: readonly string[]) {
  const warned: string[] = [];
  const real = createNodeHost();
  const host: Host = {
    ...real,
    folder: project,
    environment: {},
    print: () => {},
    warn: (text) => void warned.push(text),
    run: async (program, args) => {
      if (program === 'git') return { code: 1, output: '', printed: '' };
      if (program !== 'npm') return real.run(program, args);
      const bill = { components: [], metadata: { component: { name: 'x', version: '1' } } };
      return { code: 0, output: JSON.stringify(bill), printed: '' };
    },
  };
  return { code: await main(words, project, host), err: warned.join('\n') };
}

interface Fixed {
  readonly words: readonly string[];
  /** Path of the command's output in the project. */
  readonly at: string;
  /** A file that the command owns there. */
  readonly file: string;
  /** Whether the command writes the file in these tests or removes it. */
  readonly isWritten?: false;
  /** Whether the command replaces or refuses a link in place of the file. */
  readonly link: 'replaced' | 'refused';
}

/** Commands with fixed output paths. */
const FIXED: readonly Fixed[] = [
  {
    words: ['release-assets', '2025-01'],
    at: 'output/release/2025-01/assets',
    file: 'SHA256SUMS',
    link: 'refused',
  },
  {
    words: ['build-review', 'main'],
    at: 'output/review/before',
    file: 'information-release-2025-01.pdf',
    isWritten: false,
    link: 'replaced',
  },
  {
    words: ['build-review', 'main'],
    at: 'output/review/after',
    file: 'information-release-2025-01.pdf',
    link: 'replaced',
  },
  {
    words: ['build-review', 'main'],
    at: 'output/review/pictures/2025-01/after',
    file: '1.webp',
    link: 'replaced',
  },
  { words: ['new-issue'], at: 'issues/2025-02', file: 'issue.yaml', link: 'refused' },
];
const IN_PLACE = ['a pipe', 'a socket', 'a file', 'a broken link', 'a link to itself'];

describe.each(FIXED)('$words.0 when $at', ({ words, at, file, isWritten, link }) => {
  const place = join(project, at);
  const target = `${place}-target`;

  const clear = () => {
    for (const path of [place, target]) rmSync(path, { recursive: true, force: true });
  };

  beforeEach(() => {
    clear();
    mkdirSync(dirname(place), { recursive: true });
  });
  afterEach(clear);

  test.each(IN_PLACE)('is %s', async (name) => {
    await make(name, place);
    const before = snapshot(place);
    const { code, err } = await run(words);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(place) });
    expect(err).not.toContain('--out');
    expect(snapshot(place)).toEqual(before);
  });

  test.each(['a folder with foreign files', 'a link to a folder'])('is %s', async (name) => {
    await make(name, place);
    const real = name === 'a link to a folder' ? target : place;
    const before = snapshot(real) as Record<string, unknown>;
    const { code, err } = await run(words);
    expect(snapshot(real)).toMatchObject(before);
    if (real !== place) expect(snapshot(place)).toBe(`link to ${real}`);
    if (words[0] === 'release-assets') {
      // Everything in a release's folder would be released.
      expect({ code, err }).toMatchObject({
        code: 2,
        err: expect.stringContaining('Move it away'),
      });
      expect(snapshot(real)).toEqual(before);
      return;
    }
    expect({ code, err }).toMatchObject({ code: 0 });
    if (isWritten !== false) expect(Object.keys(snapshot(real) as object)).toContain(file);
  });

  test('has a link to a foreign file in place of its own file', async () => {
    makeFolder(target, { 'mine.txt': 'mine' });
    makeFolder(place, {});
    symlinkSync(join(target, 'mine.txt'), join(place, file));
    const { code, err } = await run(words);
    expect(snapshot(target)).toEqual({ 'mine.txt': 'mine' });
    expect({ code, err }).toMatchObject({ code: link === 'refused' ? 2 : 0 });
    if (link === 'refused') expect(snapshot(join(place, file))).toMatch(/^link to /);
    else expect(snapshot(join(place, file))).not.toMatch(/^link to /);
  });

  test.each(['a pipe', 'a folder with foreign files'])(
    'has %s in place of its own file',
    async (name) => {
      makeFolder(place, {});
      await make(name, join(place, file));
      const before = snapshot(join(place, file));
      const { code, err } = await run(words);
      expect({ code, err }).toMatchObject({ code: 2 });
      expect(err).not.toMatch(/^ +at /m);
      expect(snapshot(join(place, file))).toEqual(before);
    },
  );
});

async function make(name: string, path: string): Promise<void> {
  PLACES[name]?.make(path);
  // The server needs a moment to create the socket.
  await new Promise((ready) => setTimeout(ready, 10));
}
