import { existsSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const host = createNodeHost();
const base = makeRealFolder();

describe('makeFolder', () => {
  test('creates missing parents, and accepts an existing folder', async () => {
    const folder = join(base, 'deep', 'down');
    await host.makeFolder(folder);
    await host.makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('accepts that another call creates the folder at the same time', async () => {
    const folder = join(base, 'by', 'two');
    await Promise.all([host.makeFolder(folder), host.makeFolder(folder)]);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('accepts a link to a folder', async () => {
    mkdirSync(join(base, 'target'));
    symlinkSync(join(base, 'target'), join(base, 'link'));
    await host.makeFolder(join(base, 'link'));
    await host.makeFolder(join(base, 'link', 'inside'));
    expect(existsSync(join(base, 'target', 'inside'))).toBe(true);
  });

  test.each([
    ['in place of a file', ['file'], 'EEXIST'],
    ['below a file', ['file', 'below'], 'ENOTDIR'],
  ])('fails %s', async (_, steps, code) => {
    writeFileSync(join(base, 'file'), '');
    await expect(host.makeFolder(join(base, ...steps))).rejects.toMatchObject({ code });
  });

  // Node's recursive mkdir never returns there.
  const testOnLinux = existsSync('/proc/self') ? test : test.skip;
  testOnLinux('fails where the system cannot create a folder', async () => {
    await expect(host.makeFolder('/proc/bulletins')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(host.makeFolder('/proc/bulletins/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('nameKindOf', () => {
  test('returns "other" for a device', async () => {
    expect(await host.nameKindOf('/dev/null')).toBe('other');
  });

  test('fails if the system reports another error than a missing file', async () => {
    await expect(host.nameKindOf(join(base, 'a'.repeat(300)))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
  });
});

describe('metadata of a file', () => {
  test('stampOf changes with the content, and follows links', async () => {
    const [file, other, link] = ['one', 'other', 'to'].map((name) => join(base, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(file, 'one');
    writeFileSync(other, 'two');
    symlinkSync(file, link);
    const stamp = await host.stampOf(file);
    expect(await host.stampOf(link)).toBe(stamp);
    expect(await host.stampOf(other)).not.toBe(stamp);
    writeFileSync(file, 'longer');
    expect(await host.stampOf(file)).not.toBe(stamp);
    expect(await host.stampOf(join(base, 'nowhere'))).toBeUndefined();
  });

  test('changedAt returns the ctime, which a program cannot set back', async () => {
    const file = join(base, 'dated');
    writeFileSync(file, '');
    const { ctimeMs } = statSync(file);
    expect(await host.changedAt(file)).toBe(ctimeMs);
    expect(await host.changedAt(join(base, 'nowhere'))).toBeUndefined();
  });

  test('usageOf returns the size and the time of the last read or change', async () => {
    const file = join(base, 'used');
    writeFileSync(file, 'four');
    const { ctimeMs } = statSync(file);
    const later = Math.ceil(ctimeMs / 1000) + 3600;
    utimesSync(file, later, 0);
    expect(await host.usageOf(file)).toEqual({ bytes: 4, usedAt: later * 1000 });
    utimesSync(file, 0, 0);
    expect((await host.usageOf(file))?.usedAt).toBe(statSync(file).ctimeMs);
    expect(await host.usageOf(join(base, 'nowhere'))).toBeUndefined();
  });
});
