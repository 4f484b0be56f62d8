import { expect, test } from '@jest/globals';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import type { Host } from '../../src/host/host.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { LIMITS } from '../../src/limits.ts';
import { createIssueIndex } from '../../src/pipeline/issue-index.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';

const FILES = {
  '/desk/issues/2024-18/issue.yaml': 'eighteen',
  '/desk/issues/2024-19/issue.yaml': 'nineteen',
  '/desk/issues/2025-01/issue.yaml': 'broken',
  '/desk/issues/notes/readme.txt': 'x',
};

function createHost(files: Readonly<Record<string, string | Buffer>> = FILES): MemoryHost {
  return createMemoryHost(files, { program: 'the program' });
}

/** Opens an index as one run of the program does, with the issues that it parses. */
function open(host: Host = createHost()) {
  const read: string[] = [];
  const issueIndex = createIssueIndex(
    (text, file) => {
      read.push(file);
      return text.toString() === 'broken' ? null : { word: text.toString().slice(0, 20) };
    },
    {
      issuesFolder: '/desk/issues',
      publication: 'bulletin',
      cacheFiles: openCacheFiles('/desk/cache', host),
      host,
    },
  );
  return { host, read, issueIndex };
}

test('lists all other issues and skips those that cannot be parsed', async () => {
  const { issueIndex } = open();
  expect(await issueIndex.listOthers('/desk/issues/2024-19/issue.yaml')).toEqual([
    { word: 'eighteen' },
  ]);
  expect(await issueIndex.listOthers('/elsewhere/issue.yaml')).toEqual([
    { word: 'eighteen' },
    { word: 'nineteen' },
  ]);
});

test('an issue is parsed again only if its bytes have changed', async () => {
  const host = createHost();
  const { issueIndex, read } = open(host);
  await issueIndex.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  await issueIndex.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  host.files.set('/desk/issues/2024-18/issue.yaml', Buffer.from('changed'));
  expect(await issueIndex.listOthers('/elsewhere/issue.yaml')).toContainEqual({ word: 'changed' });
  expect(read).toHaveLength(4);
});

test('the next run reads an issue only if its file has changed', async () => {
  const host = createHost();
  await open(host).issueIndex.listOthers('/elsewhere/issue.yaml');
  const opened: string[] = [];
  const next = open(observeHost(host, { methods: { readFile: (path) => void opened.push(path) } }));
  host.files.set('/desk/issues/2024-19/issue.yaml', Buffer.from('changed'));
  expect(await next.issueIndex.listOthers('/elsewhere/issue.yaml')).toEqual([
    { word: 'eighteen' },
    { word: 'changed' },
  ]);
  expect(opened).toEqual([
    '/desk/cache/issues-of-bulletin.json',
    '/desk/issues/2024-19/issue.yaml',
  ]);
  expect(next.read).toEqual(['/desk/issues/2024-19/issue.yaml']);
});

test('another version of the program parses all issues', async () => {
  const host = createHost();
  await open(host).issueIndex.listOthers('/elsewhere/issue.yaml');
  const other = open({ ...host, program: 'another' });
  await other.issueIndex.listOthers('/elsewhere/issue.yaml');
  expect(other.read).toHaveLength(3);
});

test.each([
  ['at the limit', LIMITS.yamlBytes, 3],
  ['beyond it by one', LIMITS.yamlBytes + 1, 2],
  ['far beyond it', LIMITS.yamlBytes * 4, 2],
])('the size limit applies to a file %s', async (_, size, indexed) => {
  const large = Buffer.alloc(size, 'x');
  const host = createHost({ ...FILES, '/desk/issues/2024-19/issue.yaml': large });
  const { issueIndex, read } = open(host);
  await issueIndex.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(indexed);
  // The limit also holds if the host returns more bytes than asked for.
  const careless = open({ ...host, program: undefined, readFile: (path) => host.readFile(path) });
  await careless.issueIndex.listOthers('/elsewhere/issue.yaml');
  expect(careless.read).toHaveLength(indexed);
});

test('an index that cannot be saved still works', async () => {
  const host = createMemoryHost(FILES, {
    program: 'the program',
    writeFile: () => Promise.reject(new Error('disk full')),
  });
  expect(await open(host).issueIndex.listOthers('/elsewhere/issue.yaml')).toHaveLength(2);
});
