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

async function usageErrorOf(...args: Parameters<typeof find>): Promise<string> {
  const error = await find(...args).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UsageError) return error.message;
  throw new Error(`Expected a UsageError, got ${String(error)}`);
}

describe('an issue is found', () => {
  test.each([
    ['by its name, in any folder', '2024-19', `${ISSUES}/2024-19/issue.yaml`],
    ['by a relative folder', '2024-20', '/home/me/2024-20/issue.yaml'],
    ['by a folder with a trailing slash', '2024-20/', '/home/me/2024-20/issue.yaml'],
    ['by a relative path', '2024-20/issue.yaml', '/home/me/2024-20/issue.yaml'],
    ['by a path with ..', '../me/november.yaml', '/home/me/november.yaml'],
    ['by an absolute path', '/home/me/november.yaml', '/home/me/november.yaml'],
    ['by an absolute folder', '/project/issues/2025-01', `${ISSUES}/2025-01/issue.yaml`],
  ])('%s', async (_, name, file) => {
    expect(await find([name])).toEqual([file]);
  });

  test('by its name, although a folder of that name without an issue is in the current folder', async () => {
    const files = [...FILES, '/home/me/2024-19/notes.txt'];
    expect(await find(['2024-19'], { files })).toEqual([`${ISSUES}/2024-19/issue.yaml`]);
  });
});

describe('an issue in issues/ has one path', () => {
  const files = Object.fromEntries(FILES.map((path) => [path, '']));
  const named = [`${ISSUES}/2025-01/issue.yaml`];

  test('on a disk that ignores case', async () => {
    const host = createMemoryHost(files, {}, MACOS);
    const names = ['/Project/ISSUES/2025-01', '/project/issues/2025-01', '/PROJECT/issues/2025-01'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual(named);
  });

  test('through a link', async () => {
    const host = createMemoryHost(files);
    host.links.set('/home/me/current', `${ISSUES}/2025-01`);
    const names = ['/home/me/current', '2025-01'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual(named);
  });

  test('unless a link in issues/ leads out of the project', async () => {
    const host = createMemoryHost(files);
    host.links.set(`${ISSUES}/2024-20`, '/home/me/2024-20');
    const names = ['/home/me/2024-20'];
    expect(await findIssues({ names, all: false }, ISSUES, host)).toEqual([
      '/home/me/2024-20/issue.yaml',
    ]);
  });
});

test('several issues keep their order, without duplicates', async () => {
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

  test('--all finds all issues, oldest first, and no other folder', async () => {
    expect(await find([], { all: true })).toEqual([
      `${ISSUES}/2024-2/issue.yaml`,
      `${ISSUES}/2024-19/issue.yaml`,
      `${ISSUES}/2025-01/issue.yaml`,
    ]);
  });

  test('it is an error if there is no issue', async () => {
    expect(await usageErrorOf([], { files: [] })).toBe(`There is no issue in ${ISSUES} yet.`);
    expect(await usageErrorOf([], { files: [], all: true })).toBe(
      `There is no issue in ${ISSUES} yet.`,
    );
  });
});

describe('a misnamed folder with an issue is reported', () => {
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
  ])('%j with the name %j', async (name, proper) => {
    expect(await warned(name)).toEqual([
      `issues/${name} is skipped because of its name. Rename the folder to ${proper}.`,
    ]);
  });

  test.each(['issue.yml', 'Issue.yaml', 'issue.yaml.txt'])('if it contains %s', async (file) => {
    expect(await warned('2025_02', file)).toHaveLength(1);
  });

  test('but not if issues are named or the folder contains no issue', async () => {
    expect(await warned('2025_02', 'issue.yaml', ['2024-19'])).toEqual([]);
    expect(await warned('drafts', 'notes.txt')).toEqual([]);
    expect(await warned('.trash')).toEqual([]);
  });
});

describe('an issue that does not exist is reported', () => {
  test('with a similar name', async () => {
    expect(await usageErrorOf(['2024-18'])).toBe(
      'There is no issue 2024-18: did you mean 2024-19?',
    );
  });

  test('without a suggestion if no name is similar', async () => {
    expect(await usageErrorOf(['november'])).toBe('There is no issue november.');
  });

  test('if the folder has no issue file', async () => {
    expect(await usageErrorOf(['empty'])).toBe('There is no issue.yaml in /home/me/empty.');
  });

  test.each(['issue.yml', 'Issue.yaml', 'issue.yaml.txt'])(
    'with a hint to rename %s',
    async (name) => {
      const files = [`/home/me/2025-02/${name}`, '/home/me/2025-02/photos/a.jpg'];
      expect(await usageErrorOf(['2025-02'], { files })).toBe(
        `There is no issue.yaml in /home/me/2025-02: rename ${name} to issue.yaml.`,
      );
    },
  );

  test('if it is one of several', async () => {
    expect(await usageErrorOf(['2024-19', 'november'])).toBe('There is no issue november.');
  });

  test('if it is combined with --all', async () => {
    expect(await usageErrorOf(['2024-19'], { all: true })).toMatch(/not both/);
  });
});

test('files that are named almost like an edition are reported', async () => {
  const files = [
    'issue.yaml',
    'issue.ru.yaml',
    'issue.RU.yaml',
    'issue.ru.yml',
    'issue.en-GB.yaml',
  ];
  const host = createMemoryHost(
    Object.fromEntries(files.map((name) => [`/issues/2025-01/${name}`, ''])),
  );
  const found = await findIssues({ names: ['2025-01'], all: false }, '/issues', host);
  expect(found).toEqual(['/issues/2025-01/issue.yaml', '/issues/2025-01/issue.ru.yaml']);
  expect(host.warned.map((line) => line.split(' ')[0])).toEqual([
    '/issues/2025-01/issue.RU.yaml',
    '/issues/2025-01/issue.en-GB.yaml',
    '/issues/2025-01/issue.ru.yml',
  ]);
});

test('a further edition is found without the first one', async () => {
  const host = createMemoryHost({ '/issues/2025-01/issue.ru.yaml': '' });
  const found = await findIssues({ names: ['2025-01'], all: false }, '/issues', host);
  expect(found).toContain('/issues/2025-01/issue.ru.yaml');
});
