import { describe, expect, test } from '@jest/globals';
import { buildIssues } from '../../src/commands/build-issue.ts';
import { UsageError } from '../../src/commands/find-issues.ts';
import { makeNewIssue, type NewIssueRequest } from '../../src/commands/new-issue.ts';
import type { Host } from '../../src/host/host.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { PUBLICATIONS } from '../../src/publications/index.ts';
import { newIssueTemplates } from '../../src/publications/shared/new-issue-language.ts';
import { listExamples } from '../../src/templates/fill-pages.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { problemsOf } from '../helpers/read-issue.ts';
import { templateText } from '../helpers/read-template.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const NEWEST = sampleIssue({ KZ: [{}] }, { number: 1, from: '2025-01-01', to: '2025-01-15' });
const NEW = `${root}/issues/2025-02/issue.yaml`;

function createHostWith(files: Record<string, string> = {}, changes: Partial<Host> = {}) {
  const all = { '2025-01/issue.yaml': NEWEST, ...files };
  const below = Object.entries(all).map(([path, text]) => [`${root}/issues/${path}`, text]);
  return createMemoryHost(Object.fromEntries(below), { folder: root, ...changes });
}

/** The text of the new issue. */
async function begin(requested: NewIssueRequest = {}, files: Record<string, string> = {}) {
  const host = createHostWith(files);
  expect(await makeNewIssue(requested, root, host)).toBe(0);
  return String(host.files.get(NEW));
}

/** Code and message of each problem of the new issue. */
function problemsIn(text: string): string[] {
  const problems = problemsOf(text, '/desk/issues/2025-02/issue.yaml');
  return problems.map(({ code, message }) => `${code} ${message}`);
}

const LEFT_IN = 'example-left-in';

/** A new issue with everything in its comments uncommented. */
function uncomment(text: string): string {
  return text.replace(/^( *)# (?=- country|[ ]{2,}|photo:|lead:)/gm, '$1');
}

function replaceSources(text: string): string {
  let news = 0;
  return text.replaceAll(/source: .*/g, () => `source: https://a.kz/${++news}`);
}

function codesIn(text: string): string[] {
  return problemsIn(text).map((problem) => problem.slice(0, problem.indexOf(' ')));
}

describe('a new issue', () => {
  test('has the schema comment, number and period, an example, and the other countries', async () => {
    const text = await begin();
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      '# yaml-language-server: $schema=../../templates/information-release/issue.schema.json',
    );
    expect(lines).toContain('number: 2');
    expect(lines).toContain('period: { from: 2025-01-16, to: 2025-01-31 }');
    expect(lines).toContain('  - country: AZ # Azerbaijan');
    for (const country of ['KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']) {
      expect(text).toMatch(new RegExp(`^ {2}# - country: ${country} # \\w`, 'm'));
    }
  });

  test('has no problem except its example', async () => {
    expect(problemsIn(await begin())).toEqual([
      'example-left-in this topic still has the example text of a new issue',
      'example-left-in this article is still the example of a new issue',
    ]);
  });

  test('builds with no warning except about its example', async () => {
    const host = createHostWith();
    await makeNewIssue({}, root, host);
    const request = { names: [], all: false, out: 'output' };
    expect(await buildIssues(request, root, host)).toBe(0);
    expect(host.warned.join('').match(/\[[a-z-]+\]/g)).toEqual([
      '[example-left-in]',
      '[example-left-in]',
    ]);
    expect(host.files.has(`${root}/output/information-release-2025-02.pdf`)).toBe(true);
  });

  test('is valid with any of its countries and its photo uncommented', async () => {
    const uncommented = uncomment(await begin({ countries: 'KG,UZ' }));
    expect(uncommented).toMatch(/^ {2}- country: UZ/m);
    expect(uncommented).toMatch(/^ {8}photo:\n {10}file: /m);
    expect([...new Set(codesIn(uncommented))]).toEqual(['example-left-in', 'source-twice']);
    expect(codesIn(replaceSources(uncommented)).filter((code) => code !== LEFT_IN)).toEqual([]);
  });

  test('has each example text reported until it is replaced', async () => {
    const text = replaceSources(uncomment(await begin({ countries: 'KG,UZ' })));
    const lines = text.split('\n');
    // All texts except values that the program fills in, file names and keys.
    const texts = lines.flatMap((line, index) =>
      /^( *(#|(- )?(number|period|language|country|source|file):)|\S| *$)/.test(line) ||
      /^ *(- )?\w+: *(\|)?( #.*)?$/.test(line)
        ? []
        : [index + 1],
    );
    expect(texts.length).toBeGreaterThan(9);
    const problems = problemsOf(text, '/desk/issues/2025-02/issue.yaml');
    expect(problems.map(({ range }) => range?.start.line)).toEqual(texts);
    for (const { range, message } of problems) {
      const line = lines[(range?.start.line ?? 0) - 1] ?? '';
      expect(message).toMatch(/^this (topic|title|lead|caption|description|body)/);
      // The whole text is marked, without its quotes.
      expect(line.slice(0, (range?.start.column ?? 1) - 1)).toMatch(/^ *(- )?(\w+: '?)?$/);
      expect(line.slice((range?.end.column ?? 1) - 1)).toMatch(/^'?$/);
    }
  });

  test('has no example text that could be meant seriously', async () => {
    const examples = listExamples(templateText(newIssueTemplates('en')[0] ?? ''));
    expect(examples.length).toBeGreaterThan(8);
    // Short texts can occur in real articles.
    expect(examples.filter((example) => example.length < 40)).toEqual([]);
  });

  test('can be created in an existing folder with photos', async () => {
    expect(await begin({}, { '2025-02/photos/a.jpg': '' })).toContain('number: 2');
  });

  test('can be created if the last issue has errors', async () => {
    const broken = { '2025-01/issue.yaml': NEWEST.replace('title', 'titel') };
    expect(await begin({}, broken)).toContain('from: 2025-01-16');
    const noYaml = { '2025-01/issue.yaml': '"' };
    expect(await begin({ from: '2025-01-16' }, noYaml)).toContain('number: 2');
  });
});

test('prints what to do next', async () => {
  const host = createHostWith();
  await makeNewIssue({}, root, host);
  const [said = ''] = host.printed;
  expect(said.split('\n')[0]).toBe('issues/2025-02/issue.yaml');
  expect(said).toContain('issues/2025-02/photos');
  expect(said).toContain('npm run build-issue -- 2025-02');
});

test('an existing issue is left unchanged', async () => {
  const host = createHostWith({ '2025-02/issue.yaml': 'mine' });
  const again = makeNewIssue({ number: '2', from: '2025-01-16' }, root, host);
  await expect(again).rejects.toThrow(UsageError);
  expect(String(host.files.get(NEW))).toBe('mine');
});

test.each([
  ['an issue, in a folder that cannot be listed', { list: async () => [] }],
  [
    'a link that leads nowhere',
    {
      nameKindOf: async () => 'link' as const,
      kindOf: async (path: string) => (path === NEW ? undefined : ('file' as const)),
    },
  ],
])('%s is left unchanged', async (_, changes) => {
  const host = createHostWith({ '2025-02/issue.yaml': 'mine' }, changes);
  const again = makeNewIssue({ number: '2', from: '2025-01-16', to: '2025-01-31' }, root, host);
  await expect(again).rejects.toThrow(`${NEW} already exists and was left unchanged`);
  expect(String(host.files.get(NEW))).toBe('mine');
});

test('leaves nothing behind if the file cannot be written', async () => {
  const removed: string[] = [];
  const host = createHostWith(
    {},
    {
      writeFile: async () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
      removeEmptyFolder: async (path) => void removed.push(path),
    },
  );
  await expect(makeNewIssue({}, root, host)).rejects.toThrow(WriteFailure);
  expect([...host.files.keys()]).toEqual([`${root}/issues/2025-01/issue.yaml`]);
  expect(removed).toEqual([`${root}/issues/2025-02`]);
});

test.each([
  ['EACCES', 'the folder is not writable; check its permissions'],
  ['EROFS', 'the disk is read-only'],
])('the message for %s names no option that this command lacks', async (code, reason) => {
  const writeFile = async () => {
    throw Object.assign(new Error('refused'), { code });
  };
  await expect(makeNewIssue({}, root, createHostWith({}, { writeFile }))).rejects.toMatchObject({
    message: `${NEW} could not be written: ${reason}`,
  });
});

test('an option of several publications has the same description in all of them', () => {
  const options = PUBLICATIONS.flatMap(({ scaffold }) => scaffold?.options ?? []);
  const described = new Set(options.map(({ flags, description }) => `${flags}: ${description}`));
  expect([...described]).toHaveLength(new Set(options.map(({ flags }) => flags)).size);
});
