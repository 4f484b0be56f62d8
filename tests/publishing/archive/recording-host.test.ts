import { expect, test } from '@jest/globals';
import { hashBytes } from '../../../src/host/file-fingerprint.ts';
import { createRecordingHost } from '../../../src/publishing/archive/recording-host.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';

const FOLDERS = { readFrom: '/issues/2025-01', writtenTo: '/out' };
const sha = (text: string) => hashBytes(Buffer.from(text));

test('records files read in the issue’s folder, with the hash of the returned bytes', async () => {
  const memory = createMemoryHost({
    '/issues/2025-01/issue.yaml': 'yaml',
    '/issues/2025-010/issue.yaml': 'another',
    '/templates/theme.yaml': 'theme',
  });
  const { host, record } = createRecordingHost(memory);
  const { result, files } = await record(FOLDERS, async () => {
    for (const path of memory.files.keys()) await host.readFile(path);
    memory.files.set('/issues/2025-01/issue.yaml', Buffer.from('changed meanwhile'));
    return 'done';
  });
  expect(result).toBe('done');
  expect(files.read).toEqual([
    { path: '/issues/2025-01/issue.yaml', sha256: sha('yaml'), bytes: 4, stamp: sha('yaml') },
  ]);
});

test('records a photo that is a link by the path in the issue', async () => {
  const memory = createMemoryHost({ '/issues/2025-01/real.jpg': 'photo' });
  memory.links.set('/issues/2025-01/link.jpg', 'real.jpg');
  const { host, record } = createRecordingHost(memory);
  const { files } = await record(FOLDERS, async () =>
    host.readFile(await host.realPath('/issues/2025-01/link.jpg')),
  );
  expect(files.read.map(({ path }) => path)).toEqual(['/issues/2025-01/link.jpg']);
});

test('records files renamed into the archive, and nothing of earlier builds', async () => {
  const memory = createMemoryHost({ '/issues/2025-01/issue.yaml': 'yaml' });
  for (const folder of ['/out', '/cache']) await memory.makeFolder(folder);
  const { host, record } = createRecordingHost(memory);
  const write = async (path: string, text: string) => {
    await host.writeFile(`${path}.unfinished`, Buffer.from(text));
    await host.rename(`${path}.unfinished`, path);
  };
  await record(FOLDERS, async () => {
    await host.readFile('/issues/2025-01/issue.yaml');
    await write('/out/first.pdf', 'first');
  });
  const { files } = await record(FOLDERS, async () => {
    await write('/cache/picture.jpg', 'picture');
    await write('/out/second.pdf', 'second');
    await host.writeFile('/out/half.unfinished', Buffer.from('half'));
  });
  expect(files.read).toEqual([]);
  expect(files.written).toEqual([
    { path: '/out/second.pdf', sha256: sha('second'), bytes: 6, stamp: sha('second') },
  ]);
});
