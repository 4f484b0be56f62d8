import { expect, test } from '@jest/globals';
import type { HostUnderTest } from '../helpers/host-contract.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { usePathsOfWindows, WINDOWS } from '../helpers/other-systems.ts';

usePathsOfWindows();
const { createRecordingHost } = await import('../../src/publishing/archive/recording-host.ts');
const { recordReads } = await import('../../src/preview/session.ts');
const { listFiles } = await import('../../src/host/list-files.ts');
const { describeHostContract } = await import('../helpers/host-contract.ts');

const BASE = 'C:\\desk\\empty';

function onWindows(): HostUnderTest & { host: ReturnType<typeof createMemoryHost> } {
  const host = createMemoryHost({}, {}, WINDOWS);
  void host.makeFolder(BASE);
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
  return {
    host,
    base: BASE,
    link: (target, path) => void host.links.set(path, target),
    printed: () => ({ out: lines(host.printed), err: lines(host.warned) }),
    isMachine: false,
  };
}

describeHostContract('the memory host of Windows', onWindows);
describeHostContract('the preview’s wrapper of a Windows host', () => {
  const inner = onWindows();
  return { ...inner, host: recordReads(inner.host, () => false).host };
});
describeHostContract('the archive’s wrapper of a Windows host', () => {
  const inner = onWindows();
  return { ...inner, host: createRecordingHost(inner.host).host };
});

test('the Windows host ignores case and keeps the case of a new name', async () => {
  const { host } = onWindows();
  await host.writeFile(`${BASE}\\Hall.JPG`, Buffer.from('a'));
  for (const path of [`${BASE}\\hall.jpg`, 'c:/DESK/Empty/HALL.JPG. ']) {
    expect(String(await host.readFile(path))).toBe('a');
    expect(await host.realPath(path)).toBe(`${BASE}\\Hall.JPG`);
    await expect(host.writeFile(path, Buffer.from(''))).rejects.toMatchObject({ code: 'EEXIST' });
  }
  expect(await host.list(BASE)).toEqual(['Hall.JPG']);
  await host.rename(`${BASE}\\Hall.JPG`, `${BASE}\\hall.jpg`);
  expect(await host.list(BASE)).toEqual(['hall.jpg']);
});

test('the Windows host creates no files with reserved names and no drives', async () => {
  const { host } = onWindows();
  for (const name of ['aux.jpg', 'NUL', 'a?.jpg', '"a".jpg']) {
    const writing = host.writeFile(`${BASE}\\${name}`, Buffer.from(''));
    await expect(writing).rejects.toMatchObject({ code: 'ENOENT' });
  }
  await expect(host.makeFolder('Q:\\pdf')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await host.list(BASE)).toEqual([]);
});

test('the Windows host neither replaces nor removes a file that another program has open', async () => {
  const { host } = onWindows();
  const [place, next] = [`${BASE}\\issue.pdf`, `${BASE}\\next`];
  await host.writeFile(place, Buffer.from('old'));
  await host.writeFile(next, Buffer.from('new'));
  host.open.add(place);
  await expect(host.rename(next, place)).rejects.toMatchObject({ code: 'EBUSY' });
  await expect(host.remove(place)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(String(await host.readFile(place))).toBe('old');
  host.open.clear();
  await host.rename(next, place);
  expect(String(await host.readFile(place))).toBe('new');
});

test('listFiles returns paths with slashes', async () => {
  const { host } = onWindows();
  await host.makeFolder(`${BASE}\\b\\c`);
  for (const name of ['b\\c\\d', 'a']) await host.writeFile(`${BASE}\\${name}`, Buffer.from(''));
  expect(await listFiles(BASE, host)).toEqual(['a', 'b/c/d']);
});
