import { describe, expect, test } from '@jest/globals';
import {
  createFingerprint,
  hashBytes,
  QUIET_TIME,
  verifyFingerprint,
} from '../../src/host/file-fingerprint.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const PATH = '/desk/photo.jpg';
const NOW = 1_000_000;
const SHA = hashBytes(Buffer.from('photo'));

/** A host with one file that has this stamp and time of change, and the paths that were read from it. */
function createHostOf(content: string, { stamp = 'stamp', changed = 0 } = {}) {
  const read: string[] = [];
  const memory = createMemoryHost({ [PATH]: content });
  const host = observeHost(
    {
      ...memory,
      stampOf: async (path) => (memory.files.has(path) ? stamp : undefined),
      changedAt: async () => changed,
    },
    { methods: { readFile: (path) => void read.push(path) } },
  );
  return { context: { host, diskTime: NOW }, read };
}

describe('createFingerprint', () => {
  test('keeps the stamp of a file that was quiet for long enough when the run began', async () => {
    const { context } = createHostOf('photo', { changed: NOW - QUIET_TIME - 1 });
    const fingerprint = await createFingerprint(
      { path: PATH, sha256: SHA, bytes: 5 },
      'stamp',
      context,
    );
    expect(fingerprint).toEqual({ path: PATH, sha256: SHA, bytes: 5, stamp: 'stamp' });
  });

  test.each([NOW - QUIET_TIME, NOW, NOW + 1])(
    'drops the stamp of a file that changed at %d: a second change might leave the same stamp',
    async (changed) => {
      const { context } = createHostOf('photo', { changed });
      const fingerprint = await createFingerprint(
        { path: PATH, sha256: SHA, bytes: 5 },
        'stamp',
        context,
      );
      expect(fingerprint).toEqual({ path: PATH, sha256: SHA, bytes: 5 });
    },
  );
});

describe('verifyFingerprint confirms a file', () => {
  test('by its stamp, without reading it', async () => {
    const { context, read } = createHostOf('photo');
    const fingerprint = { path: PATH, sha256: SHA, bytes: 5, stamp: 'stamp' };
    expect(await verifyFingerprint(fingerprint, context)).toBe(fingerprint);
    expect(read).toEqual([]);
  });

  test('by its content if the stamp differs, and returns the new stamp', async () => {
    const { context, read } = createHostOf('photo', { stamp: 'touched' });
    const fingerprint = { path: PATH, sha256: SHA, bytes: 5, stamp: 'stamp' };
    expect(await verifyFingerprint(fingerprint, context)).toEqual({
      ...fingerprint,
      stamp: 'touched',
    });
    expect(read).toEqual([PATH]);
  });

  test('by its content if there is no stamp', async () => {
    const { context } = createHostOf('photo', { changed: NOW });
    const fingerprint = { path: PATH, sha256: SHA, bytes: 5 };
    expect(await verifyFingerprint(fingerprint, context)).toEqual(fingerprint);
  });
});

describe('verifyFingerprint rejects a file', () => {
  test('with other content', async () => {
    const { context } = createHostOf('other', { stamp: 'touched' });
    const fingerprint = { path: PATH, sha256: SHA, bytes: 5, stamp: 'stamp' };
    expect(await verifyFingerprint(fingerprint, context)).toBeUndefined();
  });

  test('that has grown, after reading one byte more than before', async () => {
    const { context } = createHostOf(`photo${'x'.repeat(1000)}`, { stamp: 'touched' });
    const asked: (number | undefined)[] = [];
    const host = observeHost(context.host, {
      methods: { readFile: (_, maxBytes) => void asked.push(maxBytes) },
    });
    const fingerprint = { path: PATH, sha256: SHA, bytes: 5, stamp: 'stamp' };
    expect(await verifyFingerprint(fingerprint, { ...context, host })).toBeUndefined();
    expect(asked).toEqual([6]);
  });

  test('that is missing or cannot be read', async () => {
    const { context } = createHostOf('photo');
    const gone = { path: '/desk/gone.jpg', sha256: SHA, bytes: 5 };
    expect(await verifyFingerprint(gone, context)).toBeUndefined();
    const readFile = async () => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    const locked = { ...context, host: { ...context.host, readFile } };
    expect(await verifyFingerprint({ path: PATH, sha256: SHA, bytes: 5 }, locked)).toBeUndefined();
  });
});
