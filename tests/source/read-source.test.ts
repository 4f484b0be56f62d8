import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/limits.ts';
import { readSource } from '../../src/source/read-source.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const FILE = '/project/issue.yaml';

function read(bytes: Buffer) {
  return readSource(FILE, '/project/issues', createMemoryHost({ [FILE]: bytes }));
}

const TEXT = 'title: Встреча в Алматы\n';

test('reads UTF-8 text unchanged', async () => {
  expect(await read(Buffer.from(TEXT))).toEqual({ text: TEXT, problems: [] });
});

test('skips a byte-order mark', async () => {
  const { text } = await read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)]));
  expect(text).toBe(TEXT);
});

describe('rejects a file that is not UTF-8 text', () => {
  test.each([
    ['UTF-16 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), ': it is in UTF-16'],
    ['big-endian UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), ': it is in UTF-16'],
    ['UTF-16 without a mark', Buffer.from('number: 19\n', 'utf16le'), ': it is in UTF-16'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0]), ': it is in UTF-32'],
    ['Windows-1252', Buffer.from('title: caf\xe9\n', 'latin1'), ''],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), ''],
    ['zero bytes', Buffer.alloc(64), ''],
  ])('%s', async (_, bytes, name) => {
    const { text, problems } = await read(bytes);
    expect(text).toBeUndefined();
    expect(problems).toEqual([
      {
        code: 'file-not-text',
        severity: 'error',
        file: FILE,
        message: `the file is not text in UTF-8${name}`,
        hints: ['Open it in a text editor and save it again in the encoding UTF-8.'],
      },
    ]);
  });
});

test('reads a file of the maximum size and rejects one byte more', async () => {
  const { problems } = await read(Buffer.alloc(LIMITS.yamlBytes, 'a'));
  expect(problems).toEqual([]);
  const refused = await read(Buffer.alloc(LIMITS.yamlBytes + 1, 'a'));
  expect(refused.text).toBeUndefined();
  expect(refused.problems).toMatchObject([
    { code: 'file-too-large', message: 'the file is larger than 2 MB' },
  ]);
});

test('a file that cannot be read is reported as a problem, not thrown', async () => {
  const { text, problems } = await readSource(
    '/project/none.yaml',
    '/project/issues',
    createMemoryHost(),
  );
  expect(text).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'file-unreadable', file: '/project/none.yaml' }]);
});

test('an issue in a nested folder gets the hint to move it up', async () => {
  const folder = '/project/issues/2025-01';
  const host = createMemoryHost({
    [`${folder}/2025-01/issue.yaml`]: TEXT,
    [`${folder}/2025-01/photos/hall.jpg`]: 'hall',
  });
  const { problems } = await readSource(`${folder}/issue.yaml`, '/project/issues', host);
  expect(problems).toMatchObject([
    {
      code: 'file-unreadable',
      message: 'there is no `issue.yaml` in this folder',
      hints: ['Move everything from the inner folder `2025-01` up into this folder.'],
    },
  ]);
});
