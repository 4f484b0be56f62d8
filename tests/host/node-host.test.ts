import { existsSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const host = createNodeHost();
const base = makeRealFolder();

describe('a folder is made', () => {
  test('with those it lies in, once or twice', async () => {
    const folder = join(base, 'deep', 'down');
    await host.makeFolder(folder);
    await host.makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('by two at the same moment', async () => {
    const folder = join(base, 'by', 'two');
    await Promise.all([host.makeFolder(folder), host.makeFolder(folder)]);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('not where a link to a folder stands already', async () => {
    mkdirSync(join(base, 'target'));
    symlinkSync(join(base, 'target'), join(base, 'link'));
    await host.makeFolder(join(base, 'link'));
    await host.makeFolder(join(base, 'link', 'inside'));
    expect(existsSync(join(base, 'target', 'inside'))).toBe(true);
  });

  test.each([
    ['in place of a file', ['file'], 'EEXIST'],
    ['below a file', ['file', 'below'], 'ENOTDIR'],
  ])('not %s', async (_, steps, code) => {
    writeFileSync(join(base, 'file'), '');
    await expect(host.makeFolder(join(base, ...steps))).rejects.toMatchObject({ code });
  });

  // Node's own recursive mkdir never comes back from there.
  const testOnLinux = existsSync('/proc/self') ? test : test.skip;
  testOnLinux('not where the system makes none, and that is told', async () => {
    await expect(host.makeFolder('/proc/bulletins')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(host.makeFolder('/proc/bulletins/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the kind of a name itself', () => {
  test('of a device is another', async () => {
    expect(await host.nameKindOf('/dev/null')).toBe('other');
  });

  test('is not guessed where the system does not say it', async () => {
    await expect(host.nameKindOf(join(base, 'a'.repeat(300)))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
  });
});

describe('the stamp of a file', () => {
  test('changes with its content, and with what a link leads to', async () => {
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

  test('has a time by the file system’s clock, which a program cannot set back', async () => {
    const file = join(base, 'dated');
    writeFileSync(file, '');
    const { ctimeMs } = statSync(file);
    expect(await host.changedAt(file)).toBe(ctimeMs);
    expect(await host.changedAt(join(base, 'nowhere'))).toBeUndefined();
  });

  test('has a size, and was last used when it was read or changed', async () => {
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
