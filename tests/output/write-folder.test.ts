import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createFolderDraft, type FolderDraft } from '../../src/output/write-folder.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const SITE = '/out/site';
const LIST = `${SITE}/site-files.json`;
const KIND = {
  command: 'npm run site',
  list: 'site-files.json',
  about: 'Files of the site.',
  home: 'index.html',
};
const OLD = { 'assets/old.css': 'old style', 'gone/page.html': 'gone', 'index.html': 'old' };
const NEW = { 'assets/new.css': 'new style', 'deep/down/page.html': 'deep', 'index.html': 'new' };
/** Files of others, beside the site's files and among them. */
const FOREIGN = { CNAME: 'example.org', 'robots.txt': 'mine', 'gone/notes.txt': 'mine too' };

type Texts = Readonly<Record<string, string>>;

const at = (texts: Texts) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${SITE}/${name}`, text]));

function textsIn(host: MemoryHost): Record<string, string> {
  return Object.fromEntries([...host.files].map(([path, bytes]) => [path, bytes.toString()]));
}

function listOf(texts: Texts): string {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const files = Object.keys(texts).sort();
  const listed = files.map((name) => [name, [sha256(texts[name] ?? '')]]);
  return `${JSON.stringify({ about: KIND.about, files: Object.fromEntries(listed) }, null, 1)}\n`;
}

/** A site of a previous run, with the files of others. */
const withOld = (changes: Texts = {}): Texts => ({
  ...at(OLD),
  ...at(FOREIGN),
  [LIST]: listOf(OLD),
  ...changes,
});
const withNew = () => ({ ...at(NEW), ...at(FOREIGN), [LIST]: listOf(NEW) });

async function begin(host: Host, texts: Texts = NEW): Promise<FolderDraft> {
  const draft = await createFolderDraft(SITE, KIND, host);
  for (const [name, text] of Object.entries(texts)) await draft.write(name, Buffer.from(text));
  return draft;
}

async function write(host: Host, texts: Texts = NEW) {
  const draft = await begin(host, texts);
  try {
    return await draft.finish();
  } catch (error) {
    await draft.abandon();
    throw error;
  }
}

const failing = (code: string) => async () => {
  throw Object.assign(new Error('no'), { code });
};

describe('finish replaces the command’s own files', () => {
  test('and keeps those of others', async () => {
    const host = createMemoryHost(withOld());
    expect(await write(host)).toEqual({ kept: [] });
    expect(textsIn(host)).toEqual(withNew());
  });

  test.each([
    ['does not exist', {}],
    ['has only files of others', at(FOREIGN)],
    [
      'has files of others with the same bytes',
      { ...at(FOREIGN), ...at({ 'assets/new.css': 'new style' }) },
    ],
  ])('in a folder that %s', async (_, before) => {
    const host = createMemoryHost(before);
    await write(host);
    expect(textsIn(host)).toEqual({ ...before, ...at(NEW), [LIST]: listOf(NEW) });
  });

  test('and changes nothing before', async () => {
    const host = createMemoryHost(withOld());
    await begin(host);
    expect(textsIn(host)).toMatchObject(withOld());
  });

  test('and does not write identical files again', async () => {
    const changed: string[] = [];
    const host = createMemoryHost(withNew());
    const { rename } = host;
    await write({
      ...host,
      rename: async (from, to) => {
        if (!to.endsWith('.unfinished')) changed.push(to);
        await rename(from, to);
      },
    });
    expect(changed).toEqual([]);
    expect(textsIn(host)).toEqual(withNew());
  });
});

describe('a file of the previous run that is no longer written', () => {
  test('stays if it has been changed, and is reported once', async () => {
    const host = createMemoryHost(withOld(at({ 'gone/page.html': 'by hand' })));
    expect(await write(host)).toEqual({ kept: ['gone/page.html'] });
    expect(textsIn(host)).toEqual({ ...withNew(), ...at({ 'gone/page.html': 'by hand' }) });
    expect(await write(host)).toEqual({ kept: [] });
  });

  test('may have been removed already', async () => {
    const { [`${SITE}/gone/page.html`]: _, ...before } = withOld();
    const host = createMemoryHost(before);
    expect(await write(host)).toEqual({ kept: [] });
    expect(textsIn(host)).toEqual(withNew());
  });
});

describe('nothing is changed, and the message says why', () => {
  const expectRefusal = async (before: Texts, reason: RegExp, changes: Partial<Host> = {}) => {
    const host = createMemoryHost(before, changes);
    const writing = write(host);
    await expect(writing).rejects.toThrow(WriteFailure);
    await expect(writing).rejects.toThrow(reason);
    expect(textsIn(host)).toEqual(before);
  };

  test('when the home page is not the command’s own, before anything is written', async () => {
    const host = createMemoryHost(at({ 'index.html': 'mine' }), {
      writeFile: failing('ENOSPC'),
      makeFolder: failing('ENOSPC'),
    });
    await expect(createFolderDraft(SITE, KIND, host)).rejects.toThrow(
      '/out/site is left unchanged: index.html was not written by `npm run site` or has changed since, and would be replaced. Move it away, or choose another folder with --out. A folder written by an earlier version of this program has no site-files.json: delete it once.',
    );
  });

  test('when a file of others is in the way', async () => {
    await expectRefusal(
      withOld(at({ 'assets/new.css': 'mine' })),
      /: assets\/new\.css was not written/,
    );
  });

  test('when one of the command’s own files was changed by hand', async () => {
    await expectRefusal(withOld(at({ 'index.html': 'by hand' })), /: index\.html was not written/);
  });

  test('when a folder is in the way of a file, or a file in the way of a folder', async () => {
    await expectRefusal(
      withOld(at({ 'assets/new.css/a': '', deep: '' })),
      /: assets\/new\.css, deep were not written/,
    );
  });

  test('when more than three files are in the way', async () => {
    const names = Object.fromEntries(Array.from('abcde', (name) => [name, 'mine']));
    const host = createMemoryHost(withOld(at(names)));
    const others = Object.fromEntries(Object.keys(names).map((name) => [name, 'new']));
    await expect(write(host, others)).rejects.toThrow(': a, b, c and 2 more were not written');
    expect(textsIn(host)).toEqual(withOld(at(names)));
  });

  test.each(
    Object.entries({
      'cut off': listOf(OLD).slice(0, 40),
      'of another kind': '{"name": "A web app", "icons": []}',
      'not JSON': 'mine',
      'naming a file above the folder': listOf({ ...OLD, '../letter.txt': 'mine' }),
      'naming a file further up': listOf({ 'a/../../letter.txt': 'mine' }),
      'naming a file from the root': listOf({ '/out/letter.txt': 'mine' }),
      'naming a file with a Windows path': listOf({ 'a\\..\\..\\letter.txt': 'mine' }),
      'naming the folder': listOf({ '.': 'mine' }),
      'naming nothing': listOf({ '': 'mine' }),
    }),
  )('when the list of its files is %s', async (_, list) => {
    const letter = { '/out/letter.txt': 'mine', '/letter.txt': 'mine' };
    await expectRefusal({ ...withOld(), ...letter, [LIST]: list }, /site-files\.json.* is damaged/);
  });

  test.each(['ENOSPC', 'EROFS', 'EACCES', 'EDQUOT'])('when writing fails with %s', async (code) => {
    await expectRefusal(withOld(), /^\/out\/site could not be written: /, {
      writeFile: failing(code),
    });
  });

  test('when one of its folders is on another disk', async () => {
    const host = createMemoryHost(withOld());
    const { rename } = host;
    const writing = write({
      ...host,
      rename: (from, to) => (to.includes('/deep/down/') ? failing('EXDEV')() : rename(from, to)),
    });
    await expect(writing).rejects.toThrow(
      '/out/site/deep/down could not be written: a part of it is on another disk',
    );
    expect(textsIn(host)).toEqual(withOld());
  });

  test('when the draft is abandoned', async () => {
    const host = createMemoryHost(withOld());
    await (await begin(host)).abandon();
    expect(textsIn(host)).toEqual(withOld());
  });
});

test('a file that cannot be replaced at the end is reported, and the next run succeeds', async () => {
  const host = createMemoryHost(withOld());
  const { rename } = host;
  const writing = write({
    ...host,
    rename: (from, to) => (to === `${SITE}/index.html` ? failing('EBUSY')() : rename(from, to)),
  });
  await expect(writing).rejects.toThrow(
    /the file is open in another program, or protected; .*\. Some of its files are new and others old: run `npm run site` again\.$/,
  );
  expect(textsIn(host)).toMatchObject({ ...at(FOREIGN), ...at(OLD) });
  await write(host);
  expect(textsIn(host)).toEqual(withNew());
});

test('a name that leads out of the folder is a bug and throws', async () => {
  const draft = await createFolderDraft(SITE, KIND, createMemoryHost());
  await expect(draft.write('../a', Buffer.alloc(0))).rejects.toThrow('Invalid file name');
  await expect(draft.write(KIND.list, Buffer.alloc(0))).rejects.toThrow('Invalid file name');
});

describe('a draft of an earlier run', () => {
  const left = { [`${SITE}/.draft.77.unfinished/index.html`]: 'half' };

  test('is removed if that run has ended', async () => {
    const host = createMemoryHost({ ...withOld(), ...left });
    await write(host);
    expect(textsIn(host)).toEqual(withNew());
  });

  test('stays while that run is alive', async () => {
    const host = createMemoryHost({ ...withOld(), ...left }, { isRunning: () => true });
    await write(host);
    expect(textsIn(host)).toEqual({ ...withNew(), ...left });
  });
});

/** Methods that change the disk. */
const STEPS = [
  'makeFolder',
  'writeFile',
  'rename',
  'remove',
  'removeFolder',
  'removeEmptyFolder',
] as const;

/** Writes on a host that is killed at a step. @returns whether there was such a step */
async function writeUntil(step: number, memory: MemoryHost, share: number): Promise<boolean> {
  let count = 0;
  let die = () => {};
  const dead = new Promise<'killed'>((resolve) => {
    die = () => resolve('killed');
  });
  const changes: Record<string, unknown> = {};
  for (const name of STEPS) {
    const call = memory[name] as (...args: unknown[]) => Promise<void>;
    changes[name] = async (...args: unknown[]) => {
      count++;
      if (count < step) return call(...args);
      if (count === step && name === 'writeFile' && share > 0) {
        const [path, bytes] = args as [string, Buffer];
        await memory.writeFile(path, bytes.subarray(0, bytes.length * share));
      }
      die();
      return new Promise(() => {});
    };
  }
  const host: Host = { ...memory, process: 77, ...(changes as Partial<Host>) };
  return (await Promise.race([write(host).then(() => 'ended'), dead])) === 'killed';
}

const BEFORE: readonly (readonly [string, Texts])[] = [
  ['an older site', withOld()],
  ['files of others', at(FOREIGN)],
  ['nothing', {}],
];

describe.each(BEFORE)('a kill at every step, over %s', (_, before) => {
  const foreign = Object.keys(before).length > 0 ? at(FOREIGN) : {};
  const after: Texts = { ...foreign, ...at(NEW), [LIST]: listOf(NEW) };

  test.each([0, 0.5, 1])(
    'after %d of a file leaves complete files, and the next run succeeds',
    async (share) => {
      for (let step = 1; ; step++) {
        const memory = createMemoryHost(before);
        const isKilled = await writeUntil(step, memory, share);
        const texts = textsIn(memory);
        if (!isKilled) {
          expect(step).toBeGreaterThan(10);
          expect(texts).toEqual(after);
          break;
        }
        // Files of others are unchanged, and each of the site's own is the old or the new one.
        expect(texts).toMatchObject(foreign);
        for (const [path, text] of Object.entries(texts)) {
          if (path.includes('.unfinished') || path === LIST) continue;
          expect([before[path], after[path]]).toContain(text);
        }
        // A page is moved into place after the files it needs; old files stay until no old page is left.
        if (texts[`${SITE}/index.html`] === 'new') expect(texts).toMatchObject(at(NEW));
        if (texts[`${SITE}/index.html`] === 'old') expect(texts).toMatchObject(at(OLD));
        expect(await write(memory)).toEqual({ kept: [] });
        expect(textsIn(memory)).toEqual(after);
      }
    },
  );

  test('and a second kill in the next run, with other files', async () => {
    const other = { ...NEW, 'index.html': 'newer', 'assets/newer.css': 'newer style' };
    for (let step = 1; ; step++) {
      const memory = createMemoryHost(before);
      const isKilled = await writeUntil(step, memory, 0.5);
      for (let second = 1; second < 60; second += 7) {
        const copy = createMemoryHost(textsIn(memory));
        await writeUntil(second, copy, 0.5);
        expect(await write(copy, other)).toEqual({ kept: [] });
        expect(textsIn(copy)).toEqual({ ...foreign, ...at(other), [LIST]: listOf(other) });
      }
      if (!isKilled) break;
    }
  });
});

describe('a failure at every step', () => {
  test.each(['ENOSPC', 'EIO', 'EACCES', 'EBUSY'])(
    'with %s is reported, and the next run succeeds',
    async (code) => {
      for (let step = 1; ; step++) {
        const memory = createMemoryHost(withOld());
        let count = 0;
        const changes: Record<string, unknown> = {};
        for (const name of STEPS) {
          const call = memory[name] as (...args: unknown[]) => Promise<void>;
          const mayFail = name !== 'removeEmptyFolder';
          changes[name] = (...args: unknown[]) =>
            mayFail && ++count === step ? failing(code)() : call(...args);
        }
        const error = await write({ ...memory, ...(changes as Partial<Host>) }).then(
          () => undefined,
          (failure: unknown) => failure,
        );
        if (count < step) break;
        if (error !== undefined) expect(error).toBeInstanceOf(WriteFailure);
        expect(textsIn(memory)).toMatchObject(at(FOREIGN));
        await write(memory);
        expect(textsIn(memory)).toEqual(withNew());
      }
    },
  );
});

describe('on a real disk', () => {
  const base = makeRealFolder();
  const host = createNodeHost();
  const elsewhere = join(base, 'elsewhere');
  let count = 0;

  /** Writes a site, and a folder of others as the target of links. */
  async function makeSite(): Promise<string> {
    const folder = join(base, `site-${++count}`);
    rmSync(elsewhere, { recursive: true, force: true });
    mkdirSync(elsewhere);
    for (const name of ['page.html', 'index.html', 'new.css']) {
      writeFileSync(join(elsewhere, name), OLD['gone/page.html']);
    }
    await writeTo(folder, OLD);
    return folder;
  }

  async function writeTo(folder: string, texts: Texts) {
    const draft = await createFolderDraft(folder, KIND, host);
    for (const [name, text] of Object.entries(texts)) await draft.write(name, Buffer.from(text));
    try {
      return await draft.finish();
    } catch (error) {
      await draft.abandon();
      throw error;
    }
  }

  const expectElsewhere = () => {
    for (const name of ['page.html', 'index.html', 'new.css']) {
      expect(readFileSync(join(elsewhere, name), 'utf8')).toBe('gone');
    }
    expect(readdirSync(elsewhere)).toHaveLength(3);
  };

  test.each([
    ['a file', 'index.html', 'index.html'],
    ['a folder', 'assets', '.'],
  ])('a link in place of %s is rejected and not followed', async (_, name, target) => {
    const folder = await makeSite();
    rmSync(join(folder, name), { recursive: true });
    symlinkSync(join(elsewhere, target), join(folder, name));
    await expect(writeTo(folder, NEW)).rejects.toThrow(`${name} was not written by`);
    expectElsewhere();
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['assets', 'gone', 'index.html', KIND.list]);
  });

  test('nothing is removed through a link that replaced a folder of the previous run', async () => {
    const folder = await makeSite();
    rmSync(join(folder, 'gone'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'gone'));
    expect(await writeTo(folder, NEW)).toEqual({ kept: ['gone/page.html'] });
    expectElsewhere();
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('new');
  });

  test('a link in place of the list is rejected', async () => {
    const folder = await makeSite();
    renameSync(join(folder, KIND.list), join(folder, 'list.json'));
    symlinkSync('list.json', join(folder, KIND.list));
    await expect(writeTo(folder, NEW)).rejects.toThrow(/site-files\.json, the list .* is damaged/);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('old');
  });

  test('folders that become empty are removed, and empty folders of others stay', async () => {
    const folder = await makeSite();
    mkdirSync(join(folder, 'mine', 'empty'), { recursive: true });
    await writeTo(folder, { 'index.html': 'new' });
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'mine', KIND.list]);
    expect(readdirSync(join(folder, 'mine'))).toEqual(['empty']);
  });

  test('a link to the output folder is followed and stays', async () => {
    const folder = await makeSite();
    const link = join(base, 'link');
    symlinkSync(folder, link);
    await writeTo(link, NEW);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('new');
  });

  test('a new folder is removed when its draft is abandoned', async () => {
    const folder = join(base, 'never');
    await (await createFolderDraft(folder, KIND, host)).abandon();
    expect(existsSync(folder)).toBe(false);
  });
});
