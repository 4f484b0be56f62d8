import { describe, expect, test } from '@jest/globals';
import { buildIssues } from '../../src/commands/build-issue.ts';
import { EXIT } from '../../src/commands/terminal.ts';
import type { Host } from '../../src/host/host.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const GOOD = sampleIssue({ KZ: [{}, {}], UZ: [{}] });
const BAD = GOOD.replace('number:', 'nubmer:').replace('2024-11-30', '2024-11-31');
const OTHER = sampleIssue({ KZ: [{}] }, { number: 1, from: '2025-01-01', to: '2025-01-15' });

function createHostWith(
  files: Record<string, string | Buffer>,
  changes: Partial<Host> = {},
): MemoryHost {
  const below = Object.entries(files).map(([path, bytes]) => [`${root}/${path}`, bytes]);
  return createMemoryHost(Object.fromEntries(below), { folder: root, ...changes });
}

function build(host: Host, names: string[] = [], { all = false, out = 'output' } = {}) {
  return buildIssues({ names, all, out }, root, host);
}

describe('a valid issue', () => {
  test('writes PDF and report into the output folder and prints one line', async () => {
    const host = createHostWith({ 'issues/2024-19/issue.yaml': GOOD });
    expect(await build(host)).toBe(EXIT.built);
    expect(namesIn(host, `${root}/output`).sort()).toEqual([
      'information-release-2024-19.json',
      'information-release-2024-19.pdf',
    ]);
    expect(host.printed).toEqual([
      expect.stringMatching(
        /^output\/information-release-2024-19\.pdf {2}5 pages, \d+ kB, 3 events, \d+\.\d\d s$/,
      ),
    ]);
    expect(host.warned).toEqual([]);
  });

  test('writes into --out, relative to the current folder', async () => {
    const host = createHostWith({ 'issues/2024-19/issue.yaml': GOOD }, { folder: '/home/me' });
    expect(await build(host, ['2024-19'], { out: 'pdfs' })).toBe(EXIT.built);
    expect(namesIn(host, '/home/me/pdfs')).toHaveLength(2);
    expect(host.printed[0]).toMatch(/^pdfs\/information-release-2024-19\.pdf {2}/);
  });

  test('prints, counts and reports its warnings', async () => {
    const yaml = sampleIssue({ KZ: [{ photo: 'a.jpg' }] }).replace(', alt: Students in a hall', '');
    const host = createHostWith({
      'issues/2024-19/issue.yaml': yaml,
      'issues/2024-19/a.jpg': await makePhoto(),
    });
    expect(await build(host)).toBe(EXIT.built);
    expect(host.warned.join('\n')).toMatch(/issue\.yaml:\d+:\d+: warning: .*\[photo-no-alt\]/);
    expect(host.printed[0]).toMatch(/, 1 event, .* s, 1 warning$/);
    const report = host.files.get(`${root}/output/information-release-2024-19.json`);
    expect(JSON.parse(String(report)).warnings).toMatchObject([{ code: 'photo-no-alt' }]);
  });
});

describe('an issue with errors', () => {
  test('prints all errors with their positions and writes nothing', async () => {
    const host = createHostWith({ 'issues/2024-19/issue.yaml': BAD });
    expect(await build(host)).toBe(EXIT.issueHasErrors);
    const text = host.warned.join('\n');
    expect(text).toContain(
      'issues/2024-19/issue.yaml:1:1: error: `nubmer` is not a key of the format: did you mean `number`? [key-unknown]',
    );
    expect(text).toContain('issues/2024-19/issue.yaml:2:33: error: `to` is not a valid date');
    expect(text).toContain('> 2 │ period: { from: 2024-11-16, to: 2024-11-31 }');
    expect(text).toMatch(/issue\.yaml {2}2 errors: nothing was written/);
    expect(host.printed).toEqual([]);
    expect(namesIn(host, `${root}/output`)).toEqual([]);
  });

  test('leaves an existing PDF and report unchanged', async () => {
    const old = {
      'output/information-release-2024-19.pdf': 'old pdf',
      'output/information-release-2024-19.json': 'old report',
    };
    const host = createHostWith({ 'issues/2024-19/issue.yaml': BAD, ...old });
    expect(await build(host)).toBe(EXIT.issueHasErrors);
    for (const [path, text] of Object.entries(old)) {
      expect(host.files.get(`${root}/${path}`)?.toString()).toBe(text);
    }
    expect(namesIn(host, `${root}/output`)).toHaveLength(2);
  });

  test('does not stop the others, and sets the exit code', async () => {
    const host = createHostWith({
      'issues/2024-19/issue.yaml': BAD,
      'issues/2025-01/issue.yaml': OTHER,
    });
    expect(await build(host, [], { all: true })).toBe(EXIT.issueHasErrors);
    expect(host.printed).toEqual([expect.stringContaining('information-release-2025-01.pdf')]);
    expect(namesIn(host, `${root}/output`)).toHaveLength(2);
  });

  test('is reported as unreadable if its folder has no issue file', async () => {
    const host = createHostWith({ 'issues/2024-19/photos/hall.jpg': '' });
    expect(await build(host)).toBe(EXIT.issueHasErrors);
    expect(host.warned.join('\n')).toContain(
      'error: there is no `issue.yaml` in this folder [file-unreadable]',
    );
  });

  test('gets a hint about a misnamed issue file', async () => {
    const host = createHostWith({ 'issues/2024-19/issue.yml': GOOD });
    expect(await build(host)).toBe(EXIT.issueHasErrors);
    expect(host.warned.join('\n')).toContain('→ Rename `issue.yml` to `issue.yaml`.');
  });
});

describe('two issues with the same year and number', () => {
  const TWIN = sampleIssue({ UZ: [{}, {}] });

  test('do not overwrite each other: the second is rejected', async () => {
    const host = createHostWith({ 'a/issue.yaml': GOOD, 'b/issue.yaml': TWIN });
    expect(await build(host, ['a', 'b'])).toBe(EXIT.issueHasErrors);
    expect(host.printed).toEqual([expect.stringContaining('3 events')]);
    expect(host.warned.join('\n')).toContain(
      `b/issue.yaml: error: ${root}/a/issue.yaml has the same number and year: its PDF was just built as information-release-2024-19.pdf [issue-twice]`,
    );
    const report = host.files.get(`${root}/output/information-release-2024-19.json`);
    expect(JSON.parse(String(report)).events.total).toBe(3);
  });

  test('do not conflict if the first has errors and no PDF', async () => {
    const host = createHostWith({ 'a/issue.yaml': BAD, 'b/issue.yaml': TWIN });
    expect(await build(host, ['a', 'b'])).toBe(EXIT.issueHasErrors);
    expect(host.printed).toEqual([expect.stringContaining('2 events')]);
  });
});

describe('progress', () => {
  const shown = async (names: string[]) => {
    const lines: string[] = [];
    const host = createHostWith(
      { 'issues/2024-19/issue.yaml': BAD, 'issues/2025-01/issue.yaml': BAD },
      { showProgress: (line) => void lines.push(line) },
    );
    await build(host, names);
    return lines;
  };

  test('is shown while several issues are built, and cleared', async () => {
    expect(await shown(['2024-19', '2025-01'])).toEqual([
      '1 of 2: issues/2024-19/issue.yaml',
      '',
      '2 of 2: issues/2025-01/issue.yaml',
      '',
    ]);
  });

  test('is not shown for a single issue', async () => {
    expect((await shown(['2024-19'])).join('')).toBe('');
  });
});

describe('on GitHub Actions', () => {
  const annotations = async (environment: Host['environment']) => {
    const host = createHostWith({ 'issues/2024-19/issue.yaml': BAD }, { environment });
    await build(host);
    return host.printed
      .join('\n')
      .split('\n')
      .filter((line) => line.startsWith('::'));
  };

  test('problems are also printed as annotations', async () => {
    expect(await annotations({ GITHUB_ACTIONS: 'true' })).toEqual([
      expect.stringMatching(
        /^::error file=issues\/2024-19\/issue\.yaml,line=1,endLine=1,col=1,endColumn=7,title=key-unknown::`nubmer` /,
      ),
      expect.stringMatching(
        /^::error file=issues\/2024-19\/issue\.yaml,line=2,.*title=value-invalid::/,
      ),
    ]);
  });

  test('elsewhere there are no annotations', async () => {
    expect(await annotations({})).toEqual([]);
  });
});

test('a failed write throws WriteFailure and keeps the old files', async () => {
  const path = `${root}/output/information-release-2024-19.pdf`;
  const writeFile = async () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const host = createHostWith(
    { 'issues/2024-19/issue.yaml': GOOD, 'output/information-release-2024-19.pdf': 'old' },
    { writeFile },
  );
  await expect(build(host)).rejects.toThrow(WriteFailure);
  expect(host.files.get(path)?.toString()).toBe('old');
});

test('an output folder that is not writable is reported before an issue is read', async () => {
  const read: string[] = [];
  const host = createHostWith({ 'issues/2024-19/issue.yaml': GOOD });
  const locked = observeHost(host, {
    methods: {
      makeFolder: () => {
        throw Object.assign(new Error('no'), { code: 'EROFS' });
      },
      readFile: (path) => void read.push(path),
    },
  });
  await expect(build(locked, [], { out: '/locked' })).rejects.toThrow(
    '/locked could not be written: the disk is read-only; choose another folder with --out',
  );
  expect(read).toEqual([]);
});

test('leftovers of killed builds are removed even if the issue has errors', async () => {
  const left = `${root}/output/.information-release-2024-18.pdf.77.unfinished`;
  const host = createHostWith({ 'issues/2024-19/issue.yaml': BAD });
  host.files.set(left, Buffer.from('half'));
  expect(await build(host)).toBe(EXIT.issueHasErrors);
  expect(host.files.has(left)).toBe(false);
});
