import { expect, test } from '@jest/globals';
import { recordReads } from '../../src/preview/session.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

function setUp() {
  const memory = createMemoryHost({ '/desk/issue.yaml': 'a', '/cache/x': 'a' });
  return { memory, ...recordReads(memory, (path) => path.startsWith('/cache')) };
}

test('nothing has changed that was not looked at', async () => {
  const { memory, record } = setUp();
  memory.files.set('/desk/issue.yaml', Buffer.from('b'));
  expect(await record.findChanged()).toEqual([]);
});

test('a file that was read and written since has changed', async () => {
  const { memory, host, record } = setUp();
  await host.readFile('/desk/issue.yaml');
  expect(await record.findChanged()).toEqual([]);
  memory.files.set('/desk/issue.yaml', Buffer.from('b'));
  expect(await record.findChanged()).toEqual(['/desk/issue.yaml']);
  await record.refresh();
  expect(await record.findChanged()).toEqual([]);
});

test('a file that was missed and came has changed, and so has one that went', async () => {
  const { memory, host, record } = setUp();
  expect(await host.kindOf('/desk/photo.jpg')).toBeUndefined();
  memory.files.set('/desk/photo.jpg', Buffer.from('a'));
  expect(await record.findChanged()).toEqual(['/desk/photo.jpg']);
  await record.refresh();
  memory.files.delete('/desk/photo.jpg');
  expect(await record.findChanged()).toEqual(['/desk/photo.jpg']);
});

test('a change while the file is read is a change', async () => {
  const memory = createMemoryHost({ '/desk/issue.yaml': 'a' });
  const readFile = async (path: string) => {
    const bytes = await memory.readFile(path);
    memory.files.set(path, Buffer.from('b'));
    return bytes;
  };
  const { host, record } = recordReads({ ...memory, readFile }, () => false);
  await host.readFile('/desk/issue.yaml');
  expect(await record.findChanged()).toEqual(['/desk/issue.yaml']);
});

test('what is ignored never counts', async () => {
  const { memory, host, record } = setUp();
  await host.readFile('/cache/x');
  memory.files.set('/cache/x', Buffer.from('b'));
  expect(await record.findChanged()).toEqual([]);
  expect(record.paths()).toEqual([]);
});
