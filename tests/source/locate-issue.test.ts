import { describe, expect, test } from '@jest/globals';
import { locateIssue } from '../../src/source/locate-issue.ts';
import { readSource } from '../../src/source/read-source.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';

const ISSUES = '/project/issues';

/** Locates an issue.yaml in a folder with these files and links. */
function locate(file: string, links: Readonly<Record<string, string>>) {
  const host = createMemoryHost({
    [`${ISSUES}/2025-01/issue.yaml`]: 'number: 1\n',
    [`${ISSUES}/2025-01/drafts/second.yaml`]: 'number: 1\n',
    [`${ISSUES}/2025-010/issue.yaml`]: 'number: 10\n',
    '/elsewhere/2025-02/issue.yaml': 'number: 2\n',
    '/elsewhere/secret.txt': 'secret',
  });
  for (const [path, target] of Object.entries(links)) host.links.set(path, target);
  return locateIssue(file, ISSUES, host);
}

const messageOf = async (located: ReturnType<typeof locate>) => {
  const found = await located;
  return 'problem' in found ? `${found.problem.code}: ${found.problem.message}` : found.path;
};

const OUT_OF_FOLDER = 'issue-outside: `issue.yaml` is a link that leads out of the issue’s folder';

describe('an issue.yaml is located', () => {
  test.each([
    ['that is a file', `${ISSUES}/2025-01/issue.yaml`, {}, `${ISSUES}/2025-01/issue.yaml`],
    [
      'that is a link inside its folder',
      `${ISSUES}/2025-03/issue.yaml`,
      {
        [`${ISSUES}/2025-03/issue.yaml`]: 'first.yaml',
        [`${ISSUES}/2025-03/first.yaml`]: 'b.yaml',
      },
      undefined,
    ],
    [
      'in a folder that is a link inside issues/',
      `${ISSUES}/2025-03/issue.yaml`,
      { [`${ISSUES}/2025-03`]: '2025-01' },
      `${ISSUES}/2025-01/issue.yaml`,
    ],
    [
      'in a folder elsewhere that is a link',
      '/home/current/issue.yaml',
      { '/home/current': '/elsewhere/2025-02' },
      '/elsewhere/2025-02/issue.yaml',
    ],
    [
      'in issues/ if that is a link',
      '/linked/issues/2025-01/issue.yaml',
      { '/linked/issues': ISSUES },
      `${ISSUES}/2025-01/issue.yaml`,
    ],
  ])('%s', async (_, file, links, path) => {
    expect(await messageOf(locate(file, links))).toBe(path ?? file);
  });

  test('without resolving it if it does not exist', async () => {
    const file = `${ISSUES}/2025-04/issue.yaml`;
    expect(await locate(file, {})).toEqual({ path: file });
    expect(await locate(file, { [file]: '/nowhere' })).toEqual({ path: file });
    expect(await locate(file, { [file]: 'issue.yaml' })).toEqual({ path: file });
  });
});

describe('an issue.yaml is rejected', () => {
  const file = `${ISSUES}/2025-02/issue.yaml`;

  test.each([
    ['that is a link to a file elsewhere', { [file]: '/elsewhere/secret.txt' }],
    ['that is a relative link', { [file]: '../../../elsewhere/secret.txt' }],
    ['that is a link to the file of another issue', { [file]: '../2025-01/issue.yaml' }],
    [
      'that is a link to a link',
      { [file]: 'second', [`${ISSUES}/2025-02/second`]: '/elsewhere/secret.txt' },
    ],
    [
      'that is a link through a linked folder',
      { [file]: 'in/secret.txt', [`${ISSUES}/2025-02/in`]: '/elsewhere' },
    ],
  ])('%s', async (_, links) => {
    expect(await messageOf(locate(file, links))).toBe(OUT_OF_FOLDER);
  });

  test('that is a link and was named on the command line', async () => {
    const named = '/elsewhere/2025-03/issue.yaml';
    expect(await messageOf(locate(named, { [named]: '../secret.txt' }))).toBe(OUT_OF_FOLDER);
  });

  test.each(['/elsewhere/2025-02', '../../elsewhere/2025-02', '..'])(
    'in a folder of issues/ that is a link to %s',
    async (target) => {
      const found = await locate(file, { [`${ISSUES}/2025-02`]: target });
      expect(found).toMatchObject({
        problem: {
          code: 'issue-outside',
          severity: 'error',
          file,
          message: 'the folder `2025-02` is a link that leads out of `issues`',
          hints: [expect.stringMatching(/^Replace the link with the folder itself/)],
        },
      });
    },
  );

  test('that is a link to a folder whose name starts with that of its own', async () => {
    const links = { [file]: '../2025-010/issue.yaml' };
    expect(await messageOf(locate(file, links))).toBe(OUT_OF_FOLDER);
  });
});

test('a misspelt Issue.yaml gets the hint to rename it on case-insensitive file systems, too', async () => {
  const path = `${ISSUES}/2025-01/Issue.yaml`;
  const messages: string[] = [];
  for (const machine of [MACOS, undefined]) {
    const host = createMemoryHost({ [path]: 'number: 1\n' }, {}, machine);
    const { text, problems } = await readSource(`${ISSUES}/2025-01/issue.yaml`, ISSUES, host);
    expect(text).toBeUndefined();
    messages.push(...problems.map(({ code, message, hints }) => [code, message, ...hints].join()));
  }
  const expected =
    'file-unreadable,there is no `issue.yaml` in this folder,Rename `Issue.yaml` to `issue.yaml`.';
  expect(messages).toEqual([expected, expected]);
});

test('a file named on the command line may be spelled in any case', async () => {
  const host = createMemoryHost({ '/drafts/June.yaml': 'number: 1\n' }, {}, MACOS);
  expect(await locateIssue('/drafts/june.yaml', ISSUES, host)).toEqual({
    path: '/drafts/June.yaml',
  });
});
