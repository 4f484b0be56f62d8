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

/** The photo's text, or its rejection as `code message`, then its hints. */
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

describe('a photo that is not there', () => {
  test('is told with the name that was meant', async () => {
    expect(await find('photos/hal.jpg')).toEqual([
      'photo-missing the photo `photos/hal.jpg` is not there: did you mean `photos/hall.jpg`?',
    ]);
    expect(await find('photos/Hall.JPG')).toEqual([
      'photo-missing the photo `photos/Hall.JPG` is not there: did you mean `photos/hall.jpg`?',
    ]);
  });

  test('is told without one when none is near', async () => {
    expect(await find('photos/completely-other.png')).toEqual([
      'photo-missing the photo `photos/completely-other.png` is not there',
    ]);
  });

  test('is told where its whole folder is empty or missing', async () => {
    expect(await find('pictures/hall.jpg')).toEqual([
      'photo-missing the photo `pictures/hall.jpg` is not there: did you mean `photos/hall.jpg`?',
      'There is nothing in `pictures` of the issue’s folder.',
    ]);
    expect(await find('pictures/quiz.png')).toEqual([
      'photo-missing the photo `pictures/quiz.png` is not there',
      'There is nothing in `pictures` of the issue’s folder.',
    ]);
  });

  test.each([
    ['hall.jpg', 'photos/hall.jpg'],
    ['Hall.JPG', 'photos/hall.jpg'],
    ['hall.jpeg', 'photos/hall.jpg'],
    ['./hall.jpg', 'photos/hall.jpg'],
    ['photos/cover.png', 'cover.png'],
    // The same name elsewhere comes before a name like it beside.
    ['photos/halo.jpg', 'spare/halo.jpg'],
  ])(
    'is told with its place when it lies elsewhere in the issue’s folder: %s',
    async (name, meant) => {
      const more = { [`${FOLDER}/cover.png`]: 'cover', [`${FOLDER}/spare/halo.jpg`]: 'halo' };
      const host = createMemoryHost({ ...files, ...more });
      expect(show(await findPhoto(FOLDER, name, host))).toEqual([
        `photo-missing the photo \`${name}\` is not there: did you mean \`${meant}\`?`,
      ]);
    },
  );

  test('is told to be written with slashes when it has backslashes', async () => {
    expect(await find('photos\\hall.jpg')).toEqual([
      'photo-missing the photo `photos\\hall.jpg` is not there: did you mean `photos/hall.jpg`?',
      'A path is written with /, not with \\.',
    ]);
  });
});

describe('a photo is found by its letters, whatever their code points', () => {
  // A Mac writes й as и and a breve; an issue mostly has one code point for it.
  const [ONE, TWO] = ['Йод.jpg', 'Йод.jpg'].map((name, index) =>
    name.normalize(index === 0 ? 'NFC' : 'NFD'),
  ) as [string, string];
  const [FOLDER_OF_ONE, FOLDER_OF_TWO] = ['июнь/май', 'июнь/май'].map((name, index) =>
    name.normalize(index === 0 ? 'NFC' : 'NFD'),
  ) as [string, string];
  const findIn = async (there: readonly string[], name: string, changes: Partial<Host> = {}) => {
    const lying = Object.fromEntries(there.map((path) => [`${FOLDER}/${path}`, path]));
    return show(await findPhoto(FOLDER, name, createMemoryHost({ ...files, ...lying }, changes)));
  };

  test('the two names differ', () => {
    expect(TWO).not.toBe(ONE);
    expect(FOLDER_OF_TWO).not.toBe(FOLDER_OF_ONE);
  });

  test.each<[string, string, string]>([
    ['a file of two', `photos/${TWO}`, `photos/${ONE}`],
    ['a file of one', `photos/${ONE}`, `photos/${TWO}`],
    ['a file beside the issue', TWO, ONE],
    ['in a folder of two', `${FOLDER_OF_TWO}/hall.jpg`, `${FOLDER_OF_ONE}/hall.jpg`],
    ['in a folder of two, itself of one', `${FOLDER_OF_TWO}/${ONE}`, `${FOLDER_OF_ONE}/${TWO}`],
    ['by a path with steps back', `photos/${TWO}`, `photos/../photos/${ONE}`],
  ])('%s', async (_, there, name) => {
    expect(await findIn([there], name)).toEqual([there]);
  });

  test('the file of this very name comes first', async () => {
    expect(await findIn([`photos/${TWO}`, `photos/${ONE}`], `photos/${ONE}`)).toEqual([
      `photos/${ONE}`,
    ]);
  });

  test('of two folders that one which has the file', async () => {
    const there = [`${FOLDER_OF_ONE}/other.jpg`, `${FOLDER_OF_TWO}/${TWO}`];
    expect(await findIn(there, `${FOLDER_OF_ONE}/${ONE}`)).toEqual([`${FOLDER_OF_TWO}/${TWO}`]);
  });

  test('several are refused', async () => {
    const there = [`${FOLDER_OF_ONE}/${TWO}`, `${FOLDER_OF_TWO}/${TWO}`];
    expect(await findIn(there, `${FOLDER_OF_ONE}/${ONE}`)).toEqual([
      `photo-missing several files have a name that looks like \`${FOLDER_OF_ONE}/${ONE}\``,
      'Keep one of them, or rename the others.',
    ]);
  });

  test('a near name is one of the same letters', async () => {
    expect(await findIn([`photos/${TWO}`], `photos/${ONE.replace('.', 'а.')}`)).toEqual([
      `photo-missing the photo \`photos/${ONE.replace('.', 'а.')}\` is not there: did you mean \`photos/${TWO}\`?`,
    ]);
    expect(await findIn([`photos/${TWO}`], ONE)).toEqual([
      `photo-missing the photo \`${ONE}\` is not there: did you mean \`photos/${TWO}\`?`,
    ]);
  });

  test('a name of ASCII lets no folder be listed for it', async () => {
    const list = async () => {
      throw new Error('listed');
    };
    expect(await find('photos/hall.jpg', { list })).toEqual(['hall']);
  });
});

describe('a photo outside the issue’s folder is refused without a look', () => {
  const look = async () => {
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
    expect(await find(name, { readFile: look, kindOf: look, list: look, realPath: look })).toEqual([
      `photo-outside the photo \`${name}\` is not inside the issue’s folder`,
      'Put the picture into the issue’s folder and write its path from there: photos/hall.jpg.',
    ]);
  });
});

describe('an address in place of a photo is told to be saved', () => {
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
      'Save the picture into the folder photos of the issue and write its path: photos/hall.jpg.',
    ]);
  });

  test('but a name with a colon in it is a name', async () => {
    expect((await find('photos/rally: 2024.jpg'))[0]).toMatch(/^photo-name /);
  });
});

describe('a name that Windows cannot have is refused, whether the file is there or not', () => {
  test.each([
    ['photos/rally: 2024.jpg', 'rally: 2024.jpg', '`:` is not allowed in names'],
    ['aux/hall.jpg', 'aux', '`aux` is the name of a device'],
    ['./photos/hall.jpg.', 'hall.jpg.', 'a name cannot end in a full stop or a space'],
  ])('%s', async (name, step, reason) => {
    const rejection = [
      `photo-name Windows has no file of the name \`${step}\`: ${reason}`,
      'Rename it, and write its new name here.',
    ];
    expect(await find(name)).toEqual(rejection);
    const host = createMemoryHost({ ...files, [`${FOLDER}/${name}`]: 'photo' });
    expect(show(await findPhoto(FOLDER, name, host))).toEqual(rejection);
  });
});

describe('where a file is found by any spelling of its name', () => {
  const find = async (name: string, there: readonly string[] = ['photos/Hall.jpg']) => {
    const lying = Object.fromEntries(there.map((path) => [`${FOLDER}/${path}`, path]));
    return show(await findPhoto(FOLDER, name, createMemoryHost(lying, {}, MACOS)));
  };

  test.each(['photos/hall.jpg', 'photos/HALL.JPG', 'Photos/Hall.jpg', './PHOTOS/hall.jpg'])(
    'it counts only as it is spelled: %s',
    async (name) => {
      expect(await find('photos/Hall.jpg')).toEqual(['photos/Hall.jpg']);
      const [message] = await find(name);
      expect(message).toBe(
        `photo-missing the photo \`${name}\` is not there: did you mean \`photos/Hall.jpg\`?`,
      );
    },
  );

  test('and by its letters, whatever their code points', async () => {
    const [one, two] = ['photos/Йод.jpg'.normalize('NFC'), 'photos/Йод.jpg'.normalize('NFD')];
    expect(await find(one, [two])).toEqual([two]);
    expect(await find(two, [one])).toEqual([one]);
    expect((await find(one.toUpperCase(), [two]))[0]).toMatch(/^photo-missing .*did you mean/);
  });
});

test('a folder is no picture, nor is a device', async () => {
  expect(await find('photos')).toEqual(['photo-format `photos` is a folder, not a picture']);
  expect(await find('.')).toEqual(['photo-format `.` is a folder, not a picture']);
  expect(await find('photos/hall.jpg', { kindOf: async () => 'other' })).toEqual([
    'photo-format `photos/hall.jpg` is a device, not a picture',
  ]);
});

test('a photo that cannot be read is told, not thrown', async () => {
  const readFile = async () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  expect(await find('photos/hall.jpg', { readFile })).toEqual([
    'photo-broken the photo `photos/hall.jpg` cannot be read: EACCES: permission denied',
  ]);
});

test('a photo beyond any size is refused', async () => {
  const readFile = async () => Buffer.alloc(200 * 2 ** 20 + 1);
  expect(await find('photos/hall.jpg', { readFile })).toEqual([
    'photo-broken the photo `photos/hall.jpg` is larger than 200 MB',
  ]);
});

describe('on the machine’s own disk', () => {
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
    'a link that leads out of the folder is refused: %s',
    async (name) => {
      expect(show(await findPhoto(home, name, host))).toEqual([
        `photo-outside \`${name}\` is a link that leads out of the issue’s folder`,
        'Copy the picture itself into the folder.',
      ]);
    },
  );

  test('a link that leads out of the folder is refused under its other name, too', async () => {
    const name = 'йод.jpg'.normalize('NFC');
    symlinkSync(join(base, 'secret.jpg'), join(home, name.normalize('NFD')));
    expect(show(await findPhoto(home, name, host))[0]).toMatch(/^photo-outside /);
    const folder = 'май'.normalize('NFC');
    symlinkSync(base, join(home, folder.normalize('NFD')));
    expect(show(await findPhoto(home, `${folder}/secret.jpg`, host))[0]).toMatch(/^photo-missing /);
  });

  test('a link that stays inside is followed', async () => {
    expect(show(await findPhoto(home, 'inside.jpg', host))).toEqual(['hall']);
  });

  test('a link to nothing is a missing photo', async () => {
    expect(show(await findPhoto(home, 'dangling.jpg', host))[0]).toMatch(/^photo-missing /);
  });

  test('no name is read from a folder that a link leads to outside', async () => {
    expect(show(await findPhoto(home, 'photos/secret.jpg', host))).toEqual([
      'photo-missing the photo `photos/secret.jpg` is not there',
    ]);
  });

  test('a folder that a link leads to outside is not even listed', async () => {
    const listed: string[] = [];
    const list = async (path: string) => {
      listed.push(path);
      return host.list(path);
    };
    expect(show(await findPhoto(home, 'up/secrets.jpg', { ...host, list }))).toEqual([
      'photo-missing the photo `up/secrets.jpg` is not there',
      'There is nothing in `up` of the issue’s folder.',
    ]);
    expect(listed.sort()).toEqual([home, join(home, 'photos')]);
  });

  test('the issue’s folder may itself be reached by a link', async () => {
    const folder = join(base, 'linked');
    expect(show(await findPhoto(folder, 'photos/hall.jpg', host))).toEqual(['hall']);
    expect(show(await findPhoto(folder, 'photos/leak.jpg', host))[0]).toMatch(/^photo-outside /);
  });
});
