import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { parseEditRequest } from '../../src/preview/edit-request.ts';
import { FileEditor, keepEditsOf } from '../../src/preview/file-editor.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const FOLDER = '/desk/2024-19';
const FILE = `${FOLDER}/issue.yaml`;
const GOOD = sampleIssue({ KZ: [{}, {}] });
const BAD = GOOD.replace('number:', 'nubmer:').replaceAll('A short body', 'A short short body');

/** Opens an editor on a file that the rules have checked. */
async function open(text = BAD) {
  const host = createMemoryHost({ [FILE]: text });
  const editor = new FileEditor(FILE, host);
  const pipeline = createPipeline({ host, root, output: '/out' });
  const check = async () => {
    const { problems, sources } = await pipeline.checkIssue(FILE);
    return { problems, ...editor.show(problems, sources.get(FILE)) };
  };
  const shown = await check();
  const indexOf = (code: string) => shown.problems.findIndex((problem) => problem.code === code);
  return { host, editor, check, indexOf, textHash: shown.textHash ?? '' };
}

const textOf = (host: MemoryHost) => String(host.files.get(FILE));

test('an edit of a problem is made in the file', async () => {
  const { host, editor, indexOf, textHash } = await open();
  const problem = indexOf('key-unknown');
  expect(await editor.edit({ textHash, problem, edit: 0 })).toBeUndefined();
  expect(textOf(host)).toBe(BAD.replace('nubmer', 'number'));
  expect(namesIn(host, FOLDER)).toEqual(['issue.yaml']);
});

test('the second choice is made if it is asked for', async () => {
  const { host, editor, indexOf, textHash } = await open();
  await editor.edit({ textHash, problem: indexOf('word-twice'), edit: 1 });
  expect(textOf(host)).toContain('body: | # ok: word-twice\n');
});

test('all problems of a code are fixed at once, and undone at once', async () => {
  const { host, editor, check, textHash } = await open();
  expect(await editor.edit({ textHash, code: 'word-twice' })).toBeUndefined();
  expect(textOf(host)).toBe(BAD.replaceAll('short short', 'short'));
  expect((await check()).undo).toBe('2 edits: Write “short” once, …');
  expect(await editor.edit({ undo: true })).toBeUndefined();
  expect(textOf(host)).toBe(BAD);
  expect((await check()).undo).toBeUndefined();
});

test('edits are undone one after the other', async () => {
  const { host, editor, check, indexOf, textHash } = await open();
  await editor.edit({ textHash, problem: indexOf('key-unknown'), edit: 0 });
  const next = await check();
  await editor.edit({ textHash: next.textHash ?? '', code: 'word-twice' });
  expect((await check()).undo).toContain('short');
  await editor.edit({ undo: true });
  expect((await check()).undo).toBe('Replace `nubmer` with `number`');
  await editor.edit({ undo: true });
  expect(textOf(host)).toBe(BAD);
  expect(await editor.edit({ undo: true })).toBe('There is nothing to undo.');
});

test('a byte-order mark and CRLF stay', async () => {
  const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  const { host, editor, textHash } = await open(windows(BAD));
  await editor.edit({ textHash, code: 'word-twice' });
  expect(textOf(host)).toBe(windows(BAD.replaceAll('short short', 'short')));
});

describe('nothing is written', () => {
  test.each([
    ['the file was changed', (host: MemoryHost) => host.files.set(FILE, Buffer.from(`${BAD}#\n`))],
    ['the file was removed', (host: MemoryHost) => host.files.delete(FILE)],
    ['the file is not text', (host: MemoryHost) => host.files.set(FILE, Buffer.from([255, 255]))],
  ])('if %s', async (_, change) => {
    const { host, editor, textHash } = await open();
    change(host);
    const before = host.files.get(FILE);
    expect(await editor.edit({ textHash, code: 'word-twice' })).toMatch(/^The file/);
    expect(host.files.get(FILE)).toBe(before);
  });

  test.each([
    ['of another text', { textHash: 'f'.repeat(64), code: 'word-twice' }],
    ['of a problem that there is not', { problem: 99, edit: 0 }],
    ['of an edit that there is not', { problem: 0, edit: 99 }],
    ['of a code without edits', { code: 'photo-no-alt' }],
    ['of a code that is a property of objects', { code: 'constructor' }],
  ])('for a request %s', async (_, request) => {
    const { host, editor, textHash } = await open();
    expect(await editor.edit({ textHash, ...request } as never)).toBeDefined();
    expect(textOf(host)).toBe(BAD);
  });

  test('if the file could no longer be read', async () => {
    const { host, editor, textHash } = await open(GOOD);
    const start = { line: 1, column: 1 };
    const problem: Problem = {
      code: 'title-stop',
      severity: 'warning',
      file: FILE,
      message: 'a title',
      hints: [],
      edits: [
        {
          title: 'Break it',
          isSure: true,
          changes: [{ file: FILE, range: { start, end: start }, newText: '{' }],
        },
      ],
    };
    editor.show([problem], GOOD);
    expect(await editor.edit({ textHash, problem: 0, edit: 0 })).toContain('no longer be read');
    expect(textOf(host)).toBe(GOOD);
  });

  test('if undoing would lose what was written since', async () => {
    const { host, editor, textHash, check } = await open();
    await editor.edit({ textHash, code: 'word-twice' });
    const later = `${textOf(host)}# written since\n`;
    host.files.set(FILE, Buffer.from(later));
    expect(await editor.edit({ undo: true })).toContain('was changed meanwhile');
    expect(textOf(host)).toBe(later);
    expect((await check()).undo).toBeUndefined();
  });

  test('if the disk refuses, which is explained', async () => {
    const { host, editor, textHash } = await open();
    const writeFile = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOSPC' });
    };
    Object.assign(host, { writeFile });
    expect(await editor.edit({ textHash, code: 'word-twice' })).toContain('the disk is full');
    expect(textOf(host)).toBe(BAD);
  });
});

test('of two requests at the same time the second one is refused', async () => {
  const { host, editor, indexOf, textHash } = await open();
  const request = { textHash, problem: indexOf('key-unknown'), edit: 0 };
  const [first, second] = await Promise.all([editor.edit(request), editor.edit(request)]);
  expect([first, typeof second]).toEqual([undefined, 'string']);
  expect(textOf(host)).toBe(BAD.replace('nubmer', 'number'));
});

test('edits of other files are not offered', () => {
  const change = (file: string) => ({
    title: file,
    isSure: true,
    changes: [
      { file, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }, newText: '' },
    ],
  });
  const problem = {
    code: 'key-unknown',
    severity: 'error',
    file: FILE,
    message: '',
    hints: [],
  } as const;
  const edits = [change('/templates/theme.yaml'), change(FILE)];
  expect(keepEditsOf(FILE, [{ ...problem, edits }])[0]?.edits).toEqual([change(FILE)]);
});

describe('a request', () => {
  const textHash = 'a'.repeat(64);
  test.each([{ textHash, problem: 0, edit: 1 }, { textHash, code: 'word-twice' }, { undo: true }])(
    '%j is read',
    (request) => {
      expect(parseEditRequest(JSON.stringify(request))).toEqual(request);
    },
  );

  test.each([
    '',
    'null',
    '[]',
    '{"undo":false}',
    '{"undo":true,"newText":"x"}',
    JSON.stringify({ textHash, problem: -1, edit: 0 }),
    JSON.stringify({ textHash, problem: 0.5, edit: 0 }),
    JSON.stringify({ textHash: '../x', problem: 0, edit: 0 }),
    JSON.stringify({ textHash, code: '../../etc' }),
    JSON.stringify({ textHash, problem: 0, edit: 0, newText: 'x' }),
    JSON.stringify({ textHash, changes: [] }),
  ])('%s is refused', (text) => {
    expect(parseEditRequest(text)).toBeUndefined();
  });
});
