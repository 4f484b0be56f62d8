import { expect, test } from '@jest/globals';
import { recordReads } from '../../src/preview/session.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

function setUp() {
  const memory = createMemoryHost({ '/desk/issue.yaml': 'a', '/cache/x': 'a' });
  return { memory, ...recordReads(memory, (path) => path.startsWith('/cache')) };
}

test('a file that was not read is not recorded', async () => {
  const { memory, record } = setUp();
  memory.files.set('/desk/issue.yaml', Buffer.from('b'));
  expect(await record.findChanged()).toEqual([]);
});

test('a file that was written after it was read has changed', async () => {
  const { memory, host, record } = setUp();
  await host.readFile('/desk/issue.yaml');
  expect(await record.findChanged()).toEqual([]);
  memory.files.set('/desk/issue.yaml', Buffer.from('b'));
  expect(await record.findChanged()).toEqual(['/desk/issue.yaml']);
  await record.refresh();
  expect(await record.findChanged()).toEqual([]);
});

test('a missing file that appears has changed, and so has a file that disappears', async () => {
  const { memory, host, record } = setUp();
  expect(await host.kindOf('/desk/photo.jpg')).toBeUndefined();
  memory.files.set('/desk/photo.jpg', Buffer.from('a'));
  expect(await record.findChanged()).toEqual(['/desk/photo.jpg']);
  await record.refresh();
  memory.files.delete('/desk/photo.jpg');
  expect(await record.findChanged()).toEqual(['/desk/photo.jpg']);
});

test('a file that is written while it is read has changed', async () => {
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

test('ignored paths are not recorded', async () => {
  const { memory, host, record } = setUp();
  await host.readFile('/cache/x');
  memory.files.set('/cache/x', Buffer.from('b'));
  expect(await record.findChanged()).toEqual([]);
  expect(record.paths()).toEqual([]);
});
