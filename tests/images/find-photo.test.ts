import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { findPhoto } from '../../src/images/find-photo.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const FOLDER = '/desk/2024-19';
const files = {
  [`${FOLDER}/issue.yaml`]: 'number: 19',
  [`${FOLDER}/photos/hall.jpg`]: 'hall',
  [`${FOLDER}/photos/rally.jpg`]: 'rally',
  '/desk/secret.jpg': 'secret',
};

/** Returns the photo's text, or the problem as `code message` and its hints. */
async function find(name: string, changes: Partial<Host> = {}): Promise<string[]> {
  return show(await findPhoto(FOLDER, name, createMemoryHost(files, changes)));
}

function show(found: Awaited<ReturnType<typeof findPhoto>>): string[] {
  if ('bytes' in found) return [found.bytes.toString()];
  const { code, message, hints } = found.rejection;
  return [`${code} ${message}`, ...hints];
}

test('a photo is found by its path from the issue’s folder', async () => {
  expect(await find('photos/hall.jpg')).toEqual(['hall']);
  expect(await find('./photos/../photos/hall.jpg')).toEqual(['hall']);
});

describe('a missing photo', () => {
  test('is reported with a suggestion', async () => {
    expect(await find('photos/hal.jpg')).toEqual([
      'photo-missing the photo `photos/hal.jpg` was not found: did you mean `photos/hall.jpg`?',
    ]);
    expect(await find('photos/Hall.JPG')).toEqual([
      'photo-missing the photo `photos/Hall.JPG` was not found: did you mean `photos/hall.jpg`?',
    ]);
  });

  test('is reported without a suggestion if no name is similar', async () => {
    expect(await find('photos/completely-other.png')).toEqual([
      'photo-missing the photo `photos/completely-other.png` was not found',
    ]);
  });

  test('is reported with its folder if this is empty or missing', async () => {
    expect(await find('pictures/hall.jpg')).toEqual([
      'photo-missing the photo `pictures/hall.jpg` was not found: did you mean `photos/hall.jpg`?',
      'The issue’s folder `pictures` is empty or does not exist.',
    ]);
    expect(await find('pictures/quiz.png')).toEqual([
      'photo-missing the photo `pictures/quiz.png` was not found',
      'The issue’s folder `pictures` is empty or does not exist.',
    ]);
  });

  test.each([
    ['hall.jpg', 'photos/hall.jpg'],
    ['Hall.JPG', 'photos/hall.jpg'],
    ['hall.jpeg', 'photos/hall.jpg'],
    ['./hall.jpg', 'photos/hall.jpg'],
    ['photos/cover.png', 'cover.png'],
    // The same name in another folder is preferred to a similar name in the same folder.
    ['photos/halo.jpg', 'spare/halo.jpg'],
  ])(
    'is reported with its path if it is elsewhere in the issue’s folder: %s',
    async (name, guess) => {
      const more = { [`${FOLDER}/cover.png`]: 'cover', [`${FOLDER}/spare/halo.jpg`]: 'halo' };
      const host = createMemoryHost({ ...files, ...more });
      expect(show(await findPhoto(FOLDER, name, host))).toEqual([
        `photo-missing the photo \`${name}\` was not found: did you mean \`${guess}\`?`,
      ]);
    },
  );

  test('is reported with a hint if its path has backslashes', async () => {
    expect(await find('photos\\hall.jpg')).toEqual([
      'photo-missing the photo `photos\\hall.jpg` was not found: did you mean `photos/hall.jpg`?',
      'Write the path with /, not with \\.',
    ]);
  });
});

describe('a photo is found by a canonically equivalent name', () => {
  // macOS stores й as и and a combining breve; in an issue it is usually one code point.
  const [ONE, TWO] = ['Йод.jpg', 'Йод.jpg'].map((name, index) =>
    name.normalize(index === 0 ? 'NFC' : 'NFD'),
  ) as [string, string];
  const [FOLDER_OF_ONE, FOLDER_OF_TWO] = ['июнь/май', 'июнь/май'].map((name, index) =>
    name.normalize(index === 0 ? 'NFC' : 'NFD'),
  ) as [string, string];
  const findIn = async (paths: readonly string[], name: string, changes: Partial<Host> = {}) => {
    const added = Object.fromEntries(paths.map((path) => [`${FOLDER}/${path}`, path]));
    return show(await findPhoto(FOLDER, name, createMemoryHost({ ...files, ...added }, changes)));
  };

  test('the two names differ', () => {
    expect(TWO).not.toBe(ONE);
    expect(FOLDER_OF_TWO).not.toBe(FOLDER_OF_ONE);
  });

  test.each<[string, string, string]>([
    ['a decomposed file name', `photos/${TWO}`, `photos/${ONE}`],
    ['a composed file name', `photos/${ONE}`, `photos/${TWO}`],
    ['a file beside the issue', TWO, ONE],
    ['in a decomposed folder', `${FOLDER_OF_TWO}/hall.jpg`, `${FOLDER_OF_ONE}/hall.jpg`],
    [
      'a composed file name in a decomposed folder',
      `${FOLDER_OF_TWO}/${ONE}`,
      `${FOLDER_OF_ONE}/${TWO}`,
    ],
    ['by a path with ..', `photos/${TWO}`, `photos/../photos/${ONE}`],
  ])('%s', async (_, paths, name) => {
    expect(await findIn([paths], name)).toEqual([paths]);
  });

  test('prefers the exact name', async () => {
    expect(await findIn([`photos/${TWO}`, `photos/${ONE}`], `photos/${ONE}`)).toEqual([
      `photos/${ONE}`,
    ]);
  });

  test('chooses the folder that contains the file', async () => {
    const paths = [`${FOLDER_OF_ONE}/other.jpg`, `${FOLDER_OF_TWO}/${TWO}`];
    expect(await findIn(paths, `${FOLDER_OF_ONE}/${ONE}`)).toEqual([`${FOLDER_OF_TWO}/${TWO}`]);
  });

  test('reports several equivalent names', async () => {
    const paths = [`${FOLDER_OF_ONE}/${TWO}`, `${FOLDER_OF_TWO}/${TWO}`];
    expect(await findIn(paths, `${FOLDER_OF_ONE}/${ONE}`)).toEqual([
      `photo-missing several files have a name that looks like \`${FOLDER_OF_ONE}/${ONE}\``,
      'Keep one of them, or rename the others.',
    ]);
  });

  test('suggests a similar name in another normalization form', async () => {
    expect(await findIn([`photos/${TWO}`], `photos/${ONE.replace('.', 'а.')}`)).toEqual([
      `photo-missing the photo \`photos/${ONE.replace('.', 'а.')}\` was not found: did you mean \`photos/${TWO}\`?`,
    ]);
    expect(await findIn([`photos/${TWO}`], ONE)).toEqual([
      `photo-missing the photo \`${ONE}\` was not found: did you mean \`photos/${TWO}\`?`,
    ]);
  });

  test('lists no folder for an ASCII name', async () => {
    const list = async () => {
      throw new Error('listed');
    };
    expect(await find('photos/hall.jpg', { list })).toEqual(['hall']);
  });
});

describe('a photo outside the issue’s folder is rejected without touching the disk', () => {
  const fail = async () => {
    throw new Error('looked');
  };
  test.each([
    '../secret.jpg',
    '..',
    'photos/../../secret.jpg',
    '/desk/secret.jpg',
    '/etc/passwd',
    'C:\\photos\\hall.jpg',
    'c:/photos/hall.jpg',
    '..\\secret.jpg',
    'photos\\..\\..\\secret.jpg',
    '\\\\server\\hall.jpg',
  ])('%s', async (name) => {
    expect(await find(name, { readFile: fail, kindOf: fail, list: fail, realPath: fail })).toEqual([
      `photo-outside the photo \`${name}\` is not inside the issue’s folder`,
      'Put the picture into the issue’s folder and write its path from there: photos/hall.jpg.',
    ]);
  });
});

describe('an address in place of a photo is rejected', () => {
  test.each([
    'https://example.org/hall.jpg',
    'HTTP://example.org/hall.jpg',
    '//example.org/hall.jpg',
    'www.example.org/hall.jpg',
    'file:///desk/hall.jpg',
    'data:image/png;base64,AAAA',
  ])('%s', async (name) => {
    expect(await find(name)).toEqual([
      `photo-outside the photo \`${name}\` is an address, not a file`,
      'Save the picture in the issue’s folder photos and write its path: photos/hall.jpg.',
    ]);
  });

  test('but a name with a colon is a name', async () => {
    expect((await find('photos/rally: 2024.jpg'))[0]).toMatch(/^photo-name /);
  });
});

describe('a name that is invalid on Windows is rejected, whether or not the file exists', () => {
  test.each([
    ['photos/rally: 2024.jpg', 'rally: 2024.jpg', '`:` is not allowed in names'],
    ['aux/hall.jpg', 'aux', '`aux` is the name of a device'],
    ['./photos/hall.jpg.', 'hall.jpg.', 'a name cannot end in a full stop or a space'],
  ])('%s', async (name, step, reason) => {
    const rejection = [
      `photo-name \`${step}\` is not a valid file name on Windows: ${reason}`,
      'Rename it and write its new name here.',
    ];
    expect(await find(name)).toEqual(rejection);
    const host = createMemoryHost({ ...files, [`${FOLDER}/${name}`]: 'photo' });
    expect(show(await findPhoto(FOLDER, name, host))).toEqual(rejection);
  });
});

describe('on a file system that ignores case', () => {
  const find = async (name: string, paths: readonly string[] = ['photos/Hall.jpg']) => {
    const onDisk = Object.fromEntries(paths.map((path) => [`${FOLDER}/${path}`, path]));
    return show(await findPhoto(FOLDER, name, createMemoryHost(onDisk, {}, MACOS)));
  };

  test.each(['photos/hall.jpg', 'photos/HALL.JPG', 'Photos/Hall.jpg', './PHOTOS/hall.jpg'])(
    'rejects another spelling: %s',
    async (name) => {
      expect(await find('photos/Hall.jpg')).toEqual(['photos/Hall.jpg']);
      const [message] = await find(name);
      expect(message).toBe(
        `photo-missing the photo \`${name}\` was not found: did you mean \`photos/Hall.jpg\`?`,
      );
    },
  );

  test('finds canonically equivalent names', async () => {
    const [one, two] = ['photos/Йод.jpg'.normalize('NFC'), 'photos/Йод.jpg'.normalize('NFD')];
    expect(await find(one, [two])).toEqual([two]);
    expect(await find(two, [one])).toEqual([one]);
    expect((await find(one.toUpperCase(), [two]))[0]).toMatch(/^photo-missing .*did you mean/);
  });
});

test('rejects folders and devices', async () => {
  expect(await find('photos')).toEqual(['photo-format `photos` is a folder, not a picture']);
  expect(await find('.')).toEqual(['photo-format `.` is a folder, not a picture']);
  expect(await find('photos/hall.jpg', { kindOf: async () => 'other' })).toEqual([
    'photo-format `photos/hall.jpg` is a device, not a picture',
  ]);
});

test('reports a photo that cannot be read', async () => {
  const readFile = async () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  expect(await find('photos/hall.jpg', { readFile })).toEqual([
    'photo-broken the photo `photos/hall.jpg` cannot be read: EACCES: permission denied',
  ]);
});

test('rejects a photo above the size limit', async () => {
  const readFile = async () => Buffer.alloc(200 * 2 ** 20 + 1);
  expect(await find('photos/hall.jpg', { readFile })).toEqual([
    'photo-broken the photo `photos/hall.jpg` is larger than 200 MB',
  ]);
});

describe('on a real disk', () => {
  const base = makeRealFolder();
  const home = join(base, '2024-19');
  mkdirSync(join(home, 'photos'), { recursive: true });
  mkdirSync(join(base, '2024-19-other'));
  writeFileSync(join(home, 'photos', 'hall.jpg'), 'hall');
  writeFileSync(join(base, 'secret.jpg'), 'secret');
  writeFileSync(join(base, '2024-19-other', 'hall.jpg'), 'other');
  symlinkSync(join(base, 'secret.jpg'), join(home, 'photos', 'leak.jpg'));
  symlinkSync(base, join(home, 'up'));
  symlinkSync(join(base, '2024-19-other', 'hall.jpg'), join(home, 'neighbour.jpg'));
  symlinkSync(join(home, 'photos', 'hall.jpg'), join(home, 'inside.jpg'));
  symlinkSync(join(home, 'nowhere.jpg'), join(home, 'dangling.jpg'));
  symlinkSync(home, join(base, 'linked'));
  const host = createNodeHost();

  test.each(['photos/leak.jpg', 'up/secret.jpg', 'neighbour.jpg'])(
    'a symbolic link to a file outside the folder is rejected: %s',
    async (name) => {
      expect(show(await findPhoto(home, name, host))).toEqual([
        `photo-outside \`${name}\` is a symbolic link to a file outside the issue’s folder`,
        'Copy the picture itself into the issue’s folder.',
      ]);
    },
  );

  test('such a link is also rejected under a canonically equivalent name', async () => {
    const name = 'йод.jpg'.normalize('NFC');
    symlinkSync(join(base, 'secret.jpg'), join(home, name.normalize('NFD')));
    expect(show(await findPhoto(home, name, host))[0]).toMatch(/^photo-outside /);
    const folder = 'май'.normalize('NFC');
    symlinkSync(base, join(home, folder.normalize('NFD')));
    expect(show(await findPhoto(home, `${folder}/secret.jpg`, host))[0]).toMatch(/^photo-missing /);
  });

  test('a link to a file inside the folder is followed', async () => {
    expect(show(await findPhoto(home, 'inside.jpg', host))).toEqual(['hall']);
  });

  test('a dangling link is a missing photo', async () => {
    expect(show(await findPhoto(home, 'dangling.jpg', host))[0]).toMatch(/^photo-missing /);
  });

  test('suggests no names from a linked folder outside', async () => {
    expect(show(await findPhoto(home, 'photos/secret.jpg', host))).toEqual([
      'photo-missing the photo `photos/secret.jpg` was not found',
    ]);
  });

  test('does not list a linked folder outside', async () => {
    const listed: string[] = [];
    const list = async (path: string) => {
      listed.push(path);
      return host.list(path);
    };
    expect(show(await findPhoto(home, 'up/secrets.jpg', { ...host, list }))).toEqual([
      'photo-missing the photo `up/secrets.jpg` was not found',
      'The issue’s folder `up` is empty or does not exist.',
    ]);
    expect(listed.sort()).toEqual([home, join(home, 'photos')]);
  });

  test('the issue’s folder itself may be a link', async () => {
    const folder = join(base, 'linked');
    expect(show(await findPhoto(folder, 'photos/hall.jpg', host))).toEqual(['hall']);
    expect(show(await findPhoto(folder, 'photos/leak.jpg', host))[0]).toMatch(/^photo-outside /);
  });
});
