import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { recoverOutput } from '../../src/output/write-together.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const report = (pdf: string) =>
  JSON.stringify({ sha256: createHash('sha256').update(pdf).digest('hex') });
const LEFT = '/out/.a.json.77.unfinished';

describe('an unfinished report of a killed build', () => {
  test('is renamed if it is the report of the PDF', async () => {
    const host = createMemoryHost({
      '/out/a.pdf': 'new',
      '/out/a.json': report('old'),
      [LEFT]: report('new'),
    });
    await recoverOutput('/out', host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
    expect(String(host.files.get('/out/a.json'))).toBe(report('new'));
  });

  test.each([
    ['is of another PDF', report('new')],
    ['is cut off', report('old').slice(0, 20)],
    ['is empty', ''],
    ['is not a report', 'null'],
  ])('is removed if it %s', async (_, text) => {
    const host = createMemoryHost({
      '/out/a.pdf': 'old',
      '/out/a.json': report('old'),
      [LEFT]: text,
    });
    await recoverOutput('/out', host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
    expect(String(host.files.get('/out/a.json'))).toBe(report('old'));
  });

  test('stays while its build is running', async () => {
    const host = createMemoryHost(
      { '/out/a.pdf': 'new', [LEFT]: report('new') },
      { isRunning: (number) => number === 77 },
    );
    await recoverOutput('/out', host);
    expect(host.files.has(LEFT)).toBe(true);
  });
});

test('unfinished files of other issues are removed; other files stay', async () => {
  const host = createMemoryHost({
    '/out/.b.pdf.77.unfinished': 'half',
    '/out/b.pdf': 'whole',
    '/out/.hidden': 'mine',
  });
  await recoverOutput('/out', host);
  expect(namesIn(host, '/out').sort()).toEqual(['.hidden', 'b.pdf']);
});

test('a folder that cannot be changed is no error', async () => {
  const host = createMemoryHost({ '/out/.b.pdf.77.unfinished': 'half' });
  const remove = () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }));
  await expect(recoverOutput('/out', { ...host, remove })).resolves.toBeUndefined();
});
