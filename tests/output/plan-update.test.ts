import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { planUpdate } from '../../src/output/plan-update.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

test('pages are removed before the files that they need', async () => {
  const names = ['assets/flag.svg', 'countries/tj.html', 'issues/1.html', 'issues/1/photo.webp'];
  const host = createMemoryHost(Object.fromEntries(names.map((name) => [`/site/${name}`, name])));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const own = new Map(names.map((name) => [name, [hash(name)]]));
  const { stale } = await planUpdate('/site', { own, digests: new Map() }, host);
  expect(stale).toEqual([
    'countries/tj.html',
    'issues/1.html',
    'assets/flag.svg',
    'issues/1/photo.webp',
  ]);
});
