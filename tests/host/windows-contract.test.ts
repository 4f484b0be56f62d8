import { expect, test } from '@jest/globals';
import type { WorldUnderTest } from '../helpers/host-contract.ts';
import { createMemoryWorld } from '../helpers/memory-host.ts';
import { usePathsOfWindows, WINDOWS } from '../helpers/other-systems.ts';

usePathsOfWindows();
const { createNotingWorld } = await import('../../src/publishing/archive/note-files.ts');
const { recordReads } = await import('../../src/preview/record-reads.ts');
const { listFiles } = await import('../../src/host/list-files.ts');
const { describeWorldContract } = await import('../helpers/host-contract.ts');

const BASE = 'C:\\desk\\empty';

function onWindows(): WorldUnderTest & { world: ReturnType<typeof createMemoryWorld> } {
  const world = createMemoryWorld({}, {}, WINDOWS);
  void world.makeFolder(BASE);
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
  return {
    world,
    base: BASE,
    link: (target, path) => void world.links.set(path, target),
    printed: () => ({ out: lines(world.printed), err: lines(world.warned) }),
    isMachine: false,
  };
}

describeWorldContract('Windows in memory', onWindows);
describeWorldContract('the preview’s record of Windows', () => {
  const inner = onWindows();
  return { ...inner, world: recordReads(inner.world, () => false).world };
});
describeWorldContract('the archive’s notes of Windows', () => {
  const inner = onWindows();
  return { ...inner, world: createNotingWorld(inner.world).world };
});

test('Windows in memory has one name in any case, as it was first written', async () => {
  const { world } = onWindows();
  await world.writeFile(`${BASE}\\Hall.JPG`, Buffer.from('a'));
  for (const path of [`${BASE}\\hall.jpg`, 'c:/DESK/Empty/HALL.JPG. ']) {
    expect(String(await world.readFile(path))).toBe('a');
    expect(await world.realPath(path)).toBe(`${BASE}\\Hall.JPG`);
    await expect(world.writeFile(path, Buffer.from(''))).rejects.toMatchObject({ code: 'EEXIST' });
  }
  expect(await world.list(BASE)).toEqual(['Hall.JPG']);
  await world.rename(`${BASE}\\Hall.JPG`, `${BASE}\\hall.jpg`);
  expect(await world.list(BASE)).toEqual(['hall.jpg']);
});

test('Windows in memory makes no file of a name that it cannot have, and no drive', async () => {
  const { world } = onWindows();
  for (const name of ['aux.jpg', 'NUL', 'a?.jpg', '"a".jpg']) {
    const writing = world.writeFile(`${BASE}\\${name}`, Buffer.from(''));
    await expect(writing).rejects.toMatchObject({ code: 'ENOENT' });
  }
  await expect(world.makeFolder('Q:\\pdf')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await world.list(BASE)).toEqual([]);
});

test('Windows in memory neither replaces nor removes what another program has open', async () => {
  const { world } = onWindows();
  const [place, next] = [`${BASE}\\issue.pdf`, `${BASE}\\next`];
  await world.writeFile(place, Buffer.from('old'));
  await world.writeFile(next, Buffer.from('new'));
  world.open.add(place);
  await expect(world.rename(next, place)).rejects.toMatchObject({ code: 'EBUSY' });
  await expect(world.remove(place)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(String(await world.readFile(place))).toBe('old');
  world.open.clear();
  await world.rename(next, place);
  expect(String(await world.readFile(place))).toBe('new');
});

test('the files below a folder are listed with slashes', async () => {
  const { world } = onWindows();
  await world.makeFolder(`${BASE}\\b\\c`);
  for (const name of ['b\\c\\d', 'a']) await world.writeFile(`${BASE}\\${name}`, Buffer.from(''));
  expect(await listFiles(BASE, world)).toEqual(['a', 'b/c/d']);
});
