// Damaged cache files change neither the PDF nor the problems, and are not reported.
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cacheFoldersOf } from '../../src/cache/cache-files.ts';
import type { Host } from '../../src/host/host.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { damage } from '../helpers/damage.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto, makeText } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const TIME = 300_000;
const ISSUES = `${root}/issues`;
const ISSUE = `${ISSUES}/2024-19/issue.yaml`;
/** The launcher’s cache in the same folder is tested in tests/program/launch.test.ts. */
const CACHE = dirname(cacheFoldersOf(root).made);

/** Files of the issue: photos to scale down, to convert and to keep; text of every kind. */
let files: Record<string, string | Buffer>;
/** Cached files after a build and a check. */
let warm: ReadonlyMap<string, Buffer>;
let expected: Awaited<ReturnType<typeof work>>;

beforeAll(async () => {
  const article = {
    photo: 'photos/large.jpg',
    lead: 'A lead — with “quotes” and a dash',
    body: `**Bold**, *slanted* and a [link](https://example.org/).\n\n${makeText(120)}\n\n- Иван сказал.`,
  };
  const other = { ...article, photo: 'photos/drawing.png', body: makeText(60, 2) };
  const small = { photo: 'photos/small.jpg', body: 'The the words of the whole text.' };
  files = {
    [ISSUE]: sampleIssue({ KZ: [article, other], UZ: [small] }),
    [`${ISSUES}/2024-19/photos/large.jpg`]: await makePhoto(2400, 1600),
    [`${ISSUES}/2024-19/photos/drawing.png`]: await makePhoto(1200, 900, 'png'),
    [`${ISSUES}/2024-19/photos/small.jpg`]: await makePhoto(700, 460),
    // Other issues for the check to compare with.
    [`${ISSUES}/2024-17/issue.yaml`]: sampleIssue(
      { KZ: [{}] },
      { number: 17, from: '2024-09-01', to: '2024-09-15' },
    ),
    [`${ISSUES}/2024-18/issue.yaml`]: 'number: [\n',
  };
  const host = createHost();
  expected = await work(host);
  warm = cached(host);
}, TIME);

function createHost(kept: Iterable<readonly [string, Buffer]> = []): MemoryHost {
  return createMemoryHost({ ...files, ...Object.fromEntries(kept) }, { program: 'the program' });
}

function cached({ files: all }: MemoryHost): Map<string, Buffer> {
  return new Map([...all].filter(([path]) => path.startsWith(`${CACHE}/`)));
}

/** Builds and checks the issue like one run of the program. */
async function work(host: Host) {
  const pipeline = createPipeline({ host, root, output: '/output' });
  const { issue, problems } = await pipeline.renderIssue(ISSUE);
  const checked = await pipeline.checkIssue(ISSUE);
  await pipeline.saveCaches();
  return { pdf: issue && Buffer.from(issue.rendered.bytes), problems, checked: checked.problems };
}

async function expectSame(host: Host): Promise<void> {
  const { pdf, problems, checked } = await work(host);
  expect(pdf?.equals(expected.pdf ?? Buffer.alloc(0))).toBe(true);
  expect({ problems, checked }).toEqual({ problems: expected.problems, checked: expected.checked });
}

/** Returns a file name with its hash replaced: files of a kind differ only in content. */
const kindOf = (path: string) => basename(path).replace(/[0-9a-f]{16,}/, '…');

test('the issue fills every cache, and the next run recomputes nothing', async () => {
  expect(new Set([...warm.keys()].map(kindOf))).toEqual(
    new Set([
      'bodies.json',
      'cover-en.json',
      'coverage.json',
      'drawing-sizes.json',
      'drawings-sized.json',
      'drawings.json',
      'issues-of-information-release.json',
      'phrases-en.json',
      'sentences-en.json',
      'shapes-….json',
      'subsets-….json',
      'syllables-en.json',
      'templates.json',
      'vocabulary.json',
      '….jpg',
      '….json',
      '….seen',
    ]),
  );
  expect(expected.problems).toEqual([]);
  expect(expected.checked.map(({ code }) => code)).toContain('word-twice');
  const host = createHost(warm);
  const written: string[] = [];
  const writeFile = (path: string) => {
    written.push(path);
    return undefined;
  };
  await expectSame(observeHost(host, { methods: { writeFile } }));
  expect(written).toEqual([]);
});

/** Returns the content of another cached file, of the same kind if there is one. */
function contentOfAnother(path: string): Buffer {
  const others = [...warm.keys()].filter((known) => known !== path);
  const other = others.find((known) => kindOf(known) === kindOf(path)) ?? others[0] ?? '';
  return warm.get(other) ?? Buffer.alloc(0);
}

/** Expects that a run gives the same result and replaces all damaged files. */
async function expectRecomputed(damaged: ReadonlyMap<string, Buffer>): Promise<void> {
  const host = createHost([...warm, ...damaged]);
  await expectSame(host);
  const left = [...damaged].filter(([path, bytes]) => host.files.get(path)?.equals(bytes));
  expect(left.map(([path]) => basename(path))).toEqual([]);
}

/** Of so many kinds of files, one is damaged in the same way. */
const KINDS_APART = 3;
const DAMAGES = [...damage(Buffer.from('abc'), Buffer.alloc(0)).keys()];

describe('all cached files are damaged and recomputed', () => {
  test.each(DAMAGES)(
    '%s',
    async (what) => {
      const all = [...warm].map(([path, bytes]): [string, Buffer] => [
        path,
        damage(bytes, contentOfAnother(path)).get(what) ?? bytes,
      ]);
      await expectRecomputed(new Map(all));
    },
    TIME,
  );
});

// Each kind is damaged in some ways, and each way happens to some kinds; all at once had all of them.
describe('one damaged file of each kind is recomputed', () => {
  test.each(DAMAGES.map((what, index) => ({ what, index })))(
    '$what',
    async ({ what, index }) => {
      const kinds = oneOfEachKind().filter((_, kind) => (kind + index) % KINDS_APART === 0);
      for (const [path, bytes] of kinds) {
        const damaged = damage(bytes, contentOfAnother(path)).get(what) ?? bytes;
        await expectRecomputed(new Map([[path, damaged]])).catch((cause) => {
          throw new Error(`${basename(path)} ${what}`, { cause });
        });
      }
    },
    TIME,
  );
});

describe('cached files that cannot be read', () => {
  test('because they are folders are replaced', async () => {
    const kept = [...warm.keys()].map((path): [string, Buffer] => [`${path}/a`, Buffer.alloc(0)]);
    const host = createHost(kept);
    await expectSame(host);
    expect([...warm.keys()].filter((path) => !host.files.has(path))).toEqual([]);
  });

  test('because they are broken links or links to folders are replaced', async () => {
    for (const target of ['/nowhere', ISSUES]) {
      const host = createHost();
      for (const path of warm.keys()) host.links.set(path, target);
      await expectSame(host);
      expect([...warm.keys()].filter((path) => !host.files.has(path))).toEqual([]);
      expect(host.files.has(ISSUE)).toBe(true);
    }
  });

  test.each(['EACCES', 'EIO'])('because of %s do not change the result', async (code) => {
    const host = observeHost(createHost(warm), {
      methods: {
        readFile: (path) => {
          if (path.startsWith(CACHE)) throw Object.assign(new Error(code), { code });
          return undefined;
        },
      },
    });
    await expectSame(host);
  });

  test('in a read-only folder do not change the result', async () => {
    const refuse = (path: string) => {
      if (path.startsWith(CACHE)) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
      return undefined;
    };
    const all = [...warm].map(([path]): [string, Buffer] => [path, Buffer.from('{}')]);
    const methods = { makeFolder: refuse, writeFile: refuse, rename: refuse, remove: refuse };
    await expectSame(observeHost(createHost(all), { methods }));
  });
});

function oneOfEachKind(): [path: string, bytes: Buffer][] {
  const kinds = new Map([...warm].map((file) => [kindOf(file[0]), file]));
  return [...kinds.values()];
}
