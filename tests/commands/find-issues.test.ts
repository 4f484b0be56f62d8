import { describe, expect, test } from '@jest/globals';
import { findIssues, UsageError } from '../../src/commands/find-issues.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';

const ISSUES = '/project/issues';
const FILES = [
  `${ISSUES}/2024-19/issue.yaml`,
  `${ISSUES}/2024-2/issue.yaml`,
  `${ISSUES}/2025-01/issue.yaml`,
  `${ISSUES}/2025-01/photos/hall.jpg`,
  `${ISSUES}/drafts/issue.yaml`,
  '/home/me/2024-20/issue.yaml',
  '/home/me/november.yaml',
  '/home/me/empty/notes.txt',
];

function find(
  names: readonly string[],
  { all = false, folder = '/home/me', files = FILES } = {},
): Promise<string[]> {
  const host = createMemoryHost(Object.fromEntries(files.map((path) => [path, ''])), { folder });
  return findIssues({ names, all }, ISSUES, host);
}

async function refusal(...args: Parameters<typeof find>): Promise<string> {
  const error = await find(...args).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UsageError) return error.message;
  throw new Error(`Expected a UsageError, got ${String(error)}`);
}

describe('an issue is found', () => {
  test.each([
    ['by its name, wherever the command is typed', '2024-19', `${ISSUES}/2024-19/issue.yaml`],
    ['by a folder from here', '2024-20', '/home/me/2024-20/issue.yaml'],
    ['by a folder with a slash after it', '2024-20/', '/home/me/2024-20/issue.yaml'],
    ['by a path from here', '2024-20/issue.yaml', '/home/me/2024-20/issue.yaml'],
    ['by a path upwards', '../me/november.yaml', '/home/me/november.yaml'],
    ['by a path anywhere on the machine', '/home/me/november.yaml', '/home/me/november.yaml'],
    [
      'by a folder anywhere on the machine',
      '/project/issues/2025-01',
      `${ISSUES}/2025-01/issue.yaml`,
    ],
  ])('%s', async (_, name, file) => {
    expect(await find([name])).toEqual([file]);
  });

  test('by its name in the project, past a folder of that name without an issue', async () => {
    const files = [...FILES, '/home/me/2024-19/notes.txt'];
    expect(await find(['2024-19'], { files })).toEqual([`${ISSUES}/2024-19/issue.yaml`]);
  });
});

describe('an issue of the project has one path', () => {
  const files = Object.fromEntries(FILES.map((path) => [path, '']));
  const named = [`${ISSUES}/2025-01/issue.yaml`];

  test('where the disk finds it in any case', async () => {
    const host = createMemoryHost(files, {}, MACOS);
    const names = ['/Project/ISSUES/2025-01', '/project/issues/2025-01', '/PROJECT/issues/2025-01'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual(named);
  });

  test('also through a link', async () => {
    const host = createMemoryHost(files);
    host.links.set('/home/me/current', `${ISSUES}/2025-01`);
    const names = ['/home/me/current', '2025-01'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual(named);
  });

  test('but one that a link leads to out of the project has its own', async () => {
    const host = createMemoryHost(files);
    host.links.set(`${ISSUES}/2024-20`, '/home/me/2024-20');
    const names = ['/home/me/2024-20'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual([
      '/home/me/2024-20/issue.yaml',
    ]);
  });
});

test('several issues are found in the order they were given, each once', async () => {
  expect(await find(['2025-01', '2024-19', '/project/issues/2025-01/issue.yaml'])).toEqual([
    `${ISSUES}/2025-01/issue.yaml`,
    `${ISSUES}/2024-19/issue.yaml`,
  ]);
});

describe('without a name', () => {
  test('the newest issue is found, by year and number', async () => {
    expect(await find([])).toEqual([`${ISSUES}/2025-01/issue.yaml`]);
    const files = ['2024-9', '2024-10', '2023-30'].map((name) => `${ISSUES}/${name}/issue.yaml`);
    expect(await find([], { files })).toEqual([`${ISSUES}/2024-10/issue.yaml`]);
  });

  test('all issues are found, the oldest first, and no other folder', async () => {
    expect(await find([], { all: true })).toEqual([
      `${ISSUES}/2024-2/issue.yaml`,
      `${ISSUES}/2024-19/issue.yaml`,
      `${ISSUES}/2025-01/issue.yaml`,
    ]);
  });

  test('there must be an issue', async () => {
    expect(await refusal([], { files: [] })).toBe(`There is no issue in ${ISSUES} yet.`);
    expect(await refusal([], { files: [], all: true })).toBe(`There is no issue in ${ISSUES} yet.`);
  });
});

describe('a folder of issues/ that holds an issue under another name is told', () => {
  const warned = async (name: string, file = 'issue.yaml', names: readonly string[] = []) => {
    const paths = [`${ISSUES}/2024-19/issue.yaml`, `${ISSUES}/${name}/${file}`];
    const host = createMemoryHost(Object.fromEntries(paths.map((path) => [path, ''])), {
      folder: '/project',
    });
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual([paths[0]]);
    return host.warned;
  };

  test.each([
    ['2025_02', '2025-02'],
    ['25-02', '2025-02'],
    ['2025-2 ', '2025-02'],
    ['2025-02 (new)', '2025-02'],
    ['issue 2025.2', '2025-02'],
    ['november', 'YEAR-NUMBER, such as 2025-02'],
  ])('%j with its name', async (name, proper) => {
    expect(await warned(name)).toEqual([
      `issues/${name} is skipped because of its name. Rename the folder to ${proper}.`,
    ]);
  });

  test.each(['issue.yml', 'Issue.yaml', 'issue.yaml.txt'])(
    'also when it holds %s',
    async (file) => {
      expect(await warned('2025_02', file)).toHaveLength(1);
    },
  );

  test('but not when the issues are named, and not when it holds something else', async () => {
    expect(await warned('2025_02', 'issue.yaml', ['2024-19'])).toEqual([]);
    expect(await warned('drafts', 'notes.txt')).toEqual([]);
    expect(await warned('.trash')).toEqual([]);
  });
});

describe('what is not there is told', () => {
  test('with the name that was meant', async () => {
    expect(await refusal(['2024-18'])).toBe('There is no issue 2024-18: did you mean 2024-19?');
  });

  test('without one when none is near', async () => {
    expect(await refusal(['november'])).toBe('There is no issue november.');
  });

  test('when a folder has no issue in it', async () => {
    expect(await refusal(['empty'])).toBe('There is no issue.yaml in /home/me/empty.');
  });

  test.each(['issue.yml', 'Issue.yaml', 'issue.yaml.txt'])(
    'with the file that is meant as its issue: %s',
    async (name) => {
      const files = [`/home/me/2025-02/${name}`, '/home/me/2025-02/photos/a.jpg'];
      expect(await refusal(['2025-02'], { files })).toBe(
        `There is no issue.yaml in /home/me/2025-02: rename ${name} to issue.yaml.`,
      );
    },
  );

  test('when one of several is not', async () => {
    expect(await refusal(['2024-19', 'november'])).toBe('There is no issue november.');
  });

  test('when all are wanted, and some by name', async () => {
    expect(await refusal(['2024-19'], { all: true })).toMatch(/not both/);
  });
});
