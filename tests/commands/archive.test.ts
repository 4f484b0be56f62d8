import { dirname, sep } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { sealBytes } from '../../src/cache/sealed-files.ts';
import { type ArchiveTools, buildArchive } from '../../src/commands/archive.ts';
import { buildIssues } from '../../src/commands/build-issue.ts';
import type { Host } from '../../src/host/host.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts';
import { createArchiveBuilder } from '../../src/publishing/archive/archive-builder.ts';
import { damage } from '../helpers/damage.ts';
import { createFakePipeline } from '../helpers/fake-pipeline.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const OUT = '/archive';
const PHOTO = `${root}/issues/2025-01/photos/hall.jpg`;
const yamlOf = (number: number) => `${root}/issues/2025-0${number}/issue.yaml`;
const pdfOf = (number: number) => `${OUT}/2025-0${number}.pdf`;

/** A host with these files; by default with three issues. */
function createArchiveHost(
  files: Readonly<Record<string, string | Buffer>> = {
    [yamlOf(1)]: 'first\nphoto: photos/hall.jpg\n',
    [PHOTO]: 'photo',
    [yamlOf(2)]: 'second\n',
    [yamlOf(3)]: 'third\n',
  },
  changes: Partial<Host> = {},
): MemoryHost {
  return createMemoryHost(files, changes);
}

type OpenPipeline = (host: Host, output: string) => Pick<Pipeline, 'buildEditions'>;

/** Builds an archive in this thread, one issue after the other. @returns the exit code and the issues built */
function build(
  host: Host,
  {
    program = 'program',
    beforeBuild = async (_: string): Promise<void> => {},
    openPipeline = createFakePipeline as OpenPipeline,
  } = {},
) {
  const built: string[] = [];
  const startWorkers: ArchiveTools['startWorkers'] = async (archive) => {
    const buildOne = createArchiveBuilder(archive, host, (recordingHost) =>
      openPipeline(recordingHost, archive.output),
    );
    let last: Promise<unknown> = Promise.resolve();
    return {
      build: (editions) => {
        const [file = ''] = editions;
        const result = last.then(async () => {
          await beforeBuild(file);
          built.push(dirname(file).slice(-1));
          return buildOne(editions);
        });
        last = result.catch(() => {});
        return result;
      },
      stop: async () => {},
    };
  };
  const tools = { program, startWorkers };
  const ended = buildArchive({ out: OUT, jobs: 2 }, tools, root, host);
  return ended.then((code) => ({ code, built: built.join(' ') }));
}

const lastLine = (host: MemoryHost) => host.printed.at(-1);

test('every issue is built to the same bytes as with build-issue', async () => {
  const yaml = sampleIssue(
    { KZ: [{ photo: 'photos/hall.jpg' }] },
    { number: 1, from: '2025-01-01', to: '2025-01-15' },
  );
  const host = createArchiveHost({ [yamlOf(1)]: yaml, [PHOTO]: await makePhoto() });
  const openPipeline: OpenPipeline = (recordingHost, output) =>
    createPipeline({ host: recordingHost, root, output });
  expect(await build(host, { openPipeline })).toEqual({ code: 0, built: '1' });
  expect(lastLine(host)).toMatch(/^1 issue: 1 built, 0 unchanged; \d+ s$/);
  await buildIssues({ names: [], all: true, out: '/single' }, root, host);
  const names = namesIn(host, '/single').sort();
  expect(names).toEqual(['information-release-2025-01.json', 'information-release-2025-01.pdf']);
  expect(namesIn(host, OUT).sort()).toEqual(names);
  for (const name of names) {
    expect(host.files.get(`${OUT}/${name}`)).toEqual(host.files.get(`/single/${name}`));
  }
  expect(await build(host, { openPipeline })).toEqual({ code: 0, built: '' });
});

test('an issue is rebuilt if the case of its photo’s name changes on a disk that ignores case', async () => {
  const files = { [yamlOf(1)]: 'first\nphoto: photos/hall.jpg\n', [PHOTO]: 'photo' };
  const host = createMemoryHost(files, {}, { ...MACOS, root });
  await build(host);
  expect(await build(host)).toEqual({ code: 0, built: '' });
  await host.rename(PHOTO, PHOTO.replace('hall', 'Hall'));
  expect(await build(host)).toEqual({ code: 0, built: '1' });
});

describe('a second run', () => {
  let host: MemoryHost;
  beforeEach(async () => {
    host = createArchiveHost();
    await build(host);
  });

  test('rebuilds nothing if nothing has changed', async () => {
    expect(await build(host)).toEqual({ code: 0, built: '' });
    expect(lastLine(host)).toMatch(/^3 issues: 0 built, 3 unchanged; \d+ s$/);
  });

  test('rebuilds an issue if its text has changed', async () => {
    host.files.set(yamlOf(2), Buffer.from('another\n'));
    expect(await build(host)).toEqual({ code: 0, built: '2' });
    expect(await build(host)).toEqual({ code: 0, built: '' });
  });

  test('rebuilds an issue if its photo has changed', async () => {
    host.files.set(PHOTO, Buffer.from('other'));
    expect(await build(host)).toEqual({ code: 0, built: '1' });
  });

  test.each([
    ['photo', PHOTO, '1'],
    ['text', yamlOf(2), '2'],
  ])('rebuilds an issue if its %s became a link to the same bytes', async (_, path, built) => {
    host.files.set('/elsewhere', host.files.get(path) ?? Buffer.alloc(0));
    host.files.delete(path);
    host.links.set(path, '/elsewhere');
    expect((await build(host)).built).toBe(built);
  });

  test('ignores files that no issue names', async () => {
    host.files.set(`${root}/issues/2025-02/notes.txt`, Buffer.from('to do'));
    expect(await build(host)).toEqual({ code: 0, built: '' });
  });

  test('rebuilds an issue if its PDF is missing or was changed', async () => {
    const before = host.files.get(pdfOf(3));
    host.files.delete(pdfOf(3));
    host.files.set(pdfOf(1), Buffer.from('something else'));
    expect(await build(host)).toEqual({ code: 0, built: '1 3' });
    expect(host.files.get(pdfOf(3))).toEqual(before);
  });

  test('rebuilds an issue if its report was changed', async () => {
    host.files.set(pdfOf(2).replace('.pdf', '.json'), Buffer.from('{}'));
    expect(await build(host)).toEqual({ code: 0, built: '2' });
  });

  test('rebuilds all issues if the program has changed', async () => {
    expect(await build(host, { program: 'another' })).toEqual({ code: 0, built: '1 2 3' });
  });

  test.each(['theme.yaml', 'words.en.yaml', 'emblem.svg'])(
    'rebuilds all issues if %s has changed',
    async (name) => {
      const readFile: Host['readFile'] = async (path) => {
        const bytes = await host.readFile(path);
        return path.endsWith(`${sep}${name}`)
          ? Buffer.concat([bytes, Buffer.from(name.endsWith('.svg') ? '<!-- -->' : '\n# new\n')])
          : bytes;
      };
      expect(await build({ ...host, readFile })).toEqual({ code: 0, built: '1 2 3' });
    },
  );

  const MANIFEST = `${OUT}/.records/2025-02.json`;
  const expectBuiltAgain = async () => {
    const before = host.files.get(pdfOf(2));
    host.warned.length = 0;
    expect(await build(host)).toEqual({ code: 0, built: '2' });
    expect(host.warned).toEqual([]);
    expect(host.files.get(pdfOf(2))).toEqual(before);
    expect(await build(host)).toEqual({ code: 0, built: '' });
  };

  test.each([...damage(Buffer.from('abc'), Buffer.alloc(0)).keys()])(
    'rebuilds an issue if its manifest is %s',
    async (what) => {
      const [manifest, other] = [MANIFEST, MANIFEST.replace('-02', '-03')].map((path) =>
        host.files.get(path),
      );
      if (!manifest || !other) throw new Error('The manifest is missing');
      const damaged = damage(manifest, other).get(what) ?? manifest;
      host.files.set(MANIFEST, damaged);
      await expectBuiltAgain();
      expect(host.files.get(MANIFEST)).not.toEqual(damaged);
    },
  );

  test.each(['null', '[]', '{"issue":1}', `{"issue":"${yamlOf(2)}","ground":"","read":null}`])(
    'rebuilds an issue if its manifest is intact but has the contents %s',
    async (text) => {
      host.files.set(MANIFEST, sealBytes(Buffer.from(text), '2025-02.json'));
      await expectBuiltAgain();
    },
  );

  test('rebuilds an issue if its manifest is a folder', async () => {
    host.files.delete(MANIFEST);
    host.files.set(`${MANIFEST}/a`, Buffer.alloc(0));
    await expectBuiltAgain();
  });

  test('skips damaged manifests of removed issues', async () => {
    for (const number of [2, 3]) host.files.delete(yamlOf(number));
    host.files.set(MANIFEST, sealBytes(Buffer.from('{"written":[{}]}'), '2025-02.json'));
    expect(await build(host)).toEqual({ code: 0, built: '' });
    expect(host.warned.join()).toContain(pdfOf(3));
    expect(host.warned.join()).not.toContain(pdfOf(2));
  });

  test('removes unfinished files of a killed run and keeps those of a running one', async () => {
    const left = [`${OUT}/.gone.pdf.77.unfinished`, `${OUT}/.records/.gone.json.77.unfinished`];
    const kept = [`${OUT}/.other.pdf.78.unfinished`];
    for (const path of [...left, ...kept]) host.files.set(path, Buffer.from('half'));
    await build({ ...host, isRunning: (number) => number === 78 });
    expect([...left, ...kept].filter((path) => host.files.has(path))).toEqual(kept);
  });
});

describe('a PDF without an issue', () => {
  const lineOf = (...numbers: number[]) =>
    `The archive has PDFs without an issue or edition in issues/; they were kept: ${numbers.map(pdfOf).join(', ')}`;

  test('is reported in every run and kept', async () => {
    const host = createArchiveHost();
    await build(host);
    expect(host.warned).toEqual([]);
    for (const number of [2, 3]) host.files.delete(yamlOf(number));
    expect((await build(host)).code).toBe(0);
    expect((await build(host)).code).toBe(0);
    expect(host.warned).toEqual([lineOf(2, 3), lineOf(2, 3)]);
    expect(host.files.has(pdfOf(2))).toBe(true);
    host.files.delete(pdfOf(2));
    await build(host);
    expect(host.warned.at(-1)).toBe(lineOf(3));
  });

  test('is not reported if the issue has errors or its folder has another name', async () => {
    const host = createArchiveHost();
    await build(host);
    host.files.set(yamlOf(1), Buffer.from('error\n'));
    host.files.delete(yamlOf(2));
    host.files.set(`${root}/issues/2025-2/issue.yaml`, Buffer.from('second\n'));
    await build(host);
    expect(host.warned.join('\n')).not.toContain('without an issue');
  });
});

test('unchanged issues with warnings are counted, with the command that shows them', async () => {
  const host = createArchiveHost();
  const texts = { 1: 'warning\n', 2: 'warning\nwarning\n' };
  for (const [number, text] of Object.entries(texts)) {
    host.files.set(yamlOf(Number(number)), Buffer.from(text));
  }
  await build(host);
  expect(host.warned.join('\n').match(/the issue warns/g)).toHaveLength(3);
  expect(host.warned.join('\n')).not.toContain('npm run check');
  host.warned.length = 0;
  await build(host);
  expect(host.warned).toEqual(['2 unchanged issues have warnings; `npm run check` shows them']);
});

describe('an issue with errors', () => {
  const withError = () => {
    const host = createArchiveHost();
    host.files.set(yamlOf(2), Buffer.from('error\n'));
    return host;
  };

  test('is reported with its lines and does not stop the others', async () => {
    const host = withError();
    expect(await build(host)).toEqual({ code: 1, built: '1 2 3' });
    expect(host.warned.join('\n')).toMatch(/2025-02\/issue\.yaml[\s\S]*the issue says so/);
    expect(lastLine(host)).toMatch(/^3 issues: 2 built, 0 unchanged, 1 with errors; /);
    expect(host.files.has(pdfOf(3))).toBe(true);
  });

  test('is reported again by the next run, and keeps its existing PDF', async () => {
    const host = withError();
    host.files.set(pdfOf(2), Buffer.from('old'));
    await build(host);
    expect(await build(host)).toEqual({ code: 1, built: '2' });
    expect(host.files.get(pdfOf(2))?.toString()).toBe('old');
  });
});

test('the second of two folders that name the same issue is skipped', async () => {
  const host = createArchiveHost();
  host.files.set(`${root}/issues/2025-2/issue.yaml`, Buffer.from('second\n'));
  expect((await build(host)).code).toBe(1);
  expect(host.warned.join('\n')).toMatch(
    /2025-0?2\/issue\.yaml is skipped: its folder names the same issue as .*/,
  );
});

test('a crash in one issue is reported and does not stop the others', async () => {
  const host = createArchiveHost();
  const beforeBuild = async (file: string) => {
    if (file === yamlOf(1)) throw new TypeError('a bug');
  };
  expect(await build(host, { beforeBuild })).toEqual({ code: 2, built: '2 3' });
  expect(host.warned.join('\n')).toMatch(
    /a bug in the program, not a mistake in the issue[\s\S]*TypeError: a bug/,
  );
});

test('a full disk ends the run; issues already built are not rebuilt', async () => {
  const host = createArchiveHost();
  const writeFile: Host['writeFile'] = async (path, bytes) => {
    if (path.includes('2025-02.pdf')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    await host.writeFile(path, bytes);
  };
  await expect(build({ ...host, writeFile })).rejects.toThrow(WriteFailure);
  // Issues are built in order here: the third was not started, or is complete.
  expect((await build(host)).built).not.toMatch(/1/);
});

test('a stopped run reports it; the next run continues from there', async () => {
  const host = createArchiveHost();
  let stop = () => {};
  const untilStopped = () =>
    new Promise<void>((resolve) => {
      stop = resolve;
    });
  const beforeBuild = async (file: string) => {
    if (file !== yamlOf(2)) return;
    stop();
    await new Promise(() => {});
  };
  const stopped = await build({ ...host, untilStopped }, { beforeBuild });
  expect(stopped).toEqual({ code: 130, built: '1' });
  expect(host.warned.at(-1)).toBe(
    'Stopped. 3 issues: 1 built, 0 unchanged. The next run continues from there.',
  );
  expect(await build(host)).toEqual({ code: 0, built: '2 3' });
});

test('two runs at the same time leave a complete archive', async () => {
  const host = createArchiveHost();
  const other: Host = { ...host, process: 2, isRunning: () => true };
  const codes = await Promise.all([build({ ...host, isRunning: () => true }), build(other)]);
  expect(codes.map(({ code }) => code)).toEqual([0, 0]);
  expect(await build(host)).toEqual({ code: 0, built: '' });
  expect(namesIn(host, OUT).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the progress line shows the count and is cleared before other output', async () => {
  const shown: string[] = [];
  const showProgress = (line: string) => void shown.push(line);
  const print = (text: string) => void shown.push(`> ${text.slice(0, 5)}`);
  await build(createArchiveHost(undefined, { showProgress, print }));
  expect(shown.filter((line) => line.includes(' of ')).map((line) => line.slice(25, 31))).toEqual([
    '0 of 3',
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ]);
  for (const [index, line] of shown.entries()) {
    if (line.startsWith('> ')) expect(['', undefined]).toContain(shown[index - 1]);
  }
  expect(shown.at(-2)).toBe('');
});
