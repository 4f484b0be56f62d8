import { describe, expect, test } from '@jest/globals';
import { type RenameSystem, renameWithRetries } from '../../src/host/rename-with-retries.ts';

/** A system whose first renames fail with a code; it counts the calls and the ms that were waited. */
function createSystem(failures: number, code: string, isFile = true) {
  const calls = { renames: 0, waited: 0 };
  const system: RenameSystem = {
    rename: async () => {
      calls.renames++;
      if (calls.renames <= failures) throw Object.assign(new Error(`${code}: no`), { code });
    },
    pause: async (time) => {
      calls.waited += time;
    },
    isFile: async () => isFile,
  };
  return { calls, rename: () => renameWithRetries('from', 'to', system) };
}

test('a rename that succeeds is not retried', async () => {
  const { calls, rename } = createSystem(0, '');
  await rename();
  expect(calls).toEqual({ renames: 1, waited: 0 });
});

describe('a rename that fails because a file is in use', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is retried after %s', async (code) => {
    const { calls, rename } = createSystem(3, code);
    await rename();
    expect(calls).toEqual({ renames: 4, waited: 80 });
  });

  test('fails with EBUSY after less than two seconds', async () => {
    const { calls, rename } = createSystem(Number.POSITIVE_INFINITY, 'EPERM');
    await expect(rename()).rejects.toMatchObject({
      code: 'EBUSY',
      path: 'to',
      cause: expect.objectContaining({ code: 'EPERM' }),
    });
    expect(calls.waited).toBeLessThan(2000);
  });
});

test('if no file is to be replaced, the error of the system is thrown', async () => {
  const { rename } = createSystem(Number.POSITIVE_INFINITY, 'EPERM', false);
  await expect(rename()).rejects.toMatchObject({ code: 'EPERM' });
});

test('other errors are thrown at once', async () => {
  const { calls, rename } = createSystem(1, 'ENOENT');
  await expect(rename()).rejects.toMatchObject({ code: 'ENOENT' });
  expect(calls).toEqual({ renames: 1, waited: 0 });
});
