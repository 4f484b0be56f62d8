import { describe, expect, test } from '@jest/globals';
import { type RenameSystem, renameWithRetries } from '../../src/host/rename-with-retries.ts';

/** A system that refuses a rename so many times with a code, and what was asked of it. */
function createSystem(refusals: number, code: string, isFile = true) {
  const asked = { renames: 0, waited: 0 };
  const system: RenameSystem = {
    rename: async () => {
      asked.renames++;
      if (asked.renames <= refusals) throw Object.assign(new Error(`${code}: no`), { code });
    },
    pause: async (time) => {
      asked.waited += time;
    },
    isFile: async () => isFile,
  };
  return { asked, rename: () => renameWithRetries('from', 'to', system) };
}

test('a rename that works is asked for once', async () => {
  const { asked, rename } = createSystem(0, '');
  await rename();
  expect(asked).toEqual({ renames: 1, waited: 0 });
});

describe('a file that is open elsewhere for a moment', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is waited for: %s', async (code) => {
    const { asked, rename } = createSystem(3, code);
    await rename();
    expect(asked).toEqual({ renames: 4, waited: 80 });
  });

  test('is not waited for without end', async () => {
    const { asked, rename } = createSystem(Number.POSITIVE_INFINITY, 'EPERM');
    await expect(rename()).rejects.toMatchObject({
      code: 'EBUSY',
      path: 'to',
      cause: expect.objectContaining({ code: 'EPERM' }),
    });
    expect(asked.waited).toBeLessThan(2000);
  });
});

test('where nothing is to be replaced, the reason of the system stands', async () => {
  const { rename } = createSystem(Number.POSITIVE_INFINITY, 'EPERM', false);
  await expect(rename()).rejects.toMatchObject({ code: 'EPERM' });
});

test('what waiting does not help is thrown at once', async () => {
  const { asked, rename } = createSystem(1, 'ENOENT');
  await expect(rename()).rejects.toMatchObject({ code: 'ENOENT' });
  expect(asked).toEqual({ renames: 1, waited: 0 });
});
