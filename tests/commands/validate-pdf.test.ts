import { expect, test } from '@jest/globals';
import { validatePdfs } from '../../src/commands/validate-pdf.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const FILE = '/project/output/information-release-2024-19.pdf';

/** A world with a veraPDF that says the same of every file. */
function worldWith(verdict: string) {
  const calls: string[][] = [];
  const host = createMemoryHost(
    { [FILE]: '%PDF', '/project/output/.half.pdf': '' },
    {
      run: async (program, words) => {
        calls.push([program, ...words]);
        const output = `${verdict} ${FILE} ${words[1]}\n`;
        return { code: verdict === 'PASS' ? 0 : 1, output, printed: output };
      },
    },
  );
  return { host, calls };
}

test('asks veraPDF for both standards, of the files in output', async () => {
  const { host, calls } = worldWith('PASS');
  expect(await validatePdfs([], '/project', host)).toBe(0);
  expect(calls).toEqual([
    ['verapdf', '--flavour', 'ua1', '--format', 'text', FILE],
    ['verapdf', '--flavour', '2a', '--format', 'text', FILE],
  ]);
  expect(host.printed).toHaveLength(2);
});

test('fails when a file does', async () => {
  const { host } = worldWith('FAIL');
  expect(await validatePdfs([FILE], '/project', host)).toBe(1);
  expect(host.warned.join()).toContain('PDF/UA-1: FAIL');
});

test('says where to get veraPDF when it is not there', async () => {
  const host = createMemoryHost({ [FILE]: '' });
  await expect(validatePdfs([], '/project', host)).rejects.toThrow('https://verapdf.org');
});

test('does not take silence for a pass', async () => {
  const host = createMemoryHost(
    { [FILE]: '' },
    { run: async () => ({ code: 3, output: '', printed: 'no Java' }) },
  );
  await expect(validatePdfs([], '/project', host)).rejects.toThrow('no Java');
});

test('takes a whole command line from the environment, and its exit code for an answer', async () => {
  const calls: string[][] = [];
  const answer = (code: number) =>
    createMemoryHost(
      { [FILE]: '' },
      {
        environment: { VERAPDF: 'check --as {flavour}' },
        run: async (program, words) => {
          calls.push([program, ...words]);
          return { code, output: 'clause 7.1\n', printed: 'clause 7.1\n' };
        },
      },
    );
  expect(await validatePdfs([], '/project', answer(0))).toBe(0);
  expect(calls).toEqual([
    ['check', '--as', 'ua1', FILE],
    ['check', '--as', '2a', FILE],
  ]);
  const failing = answer(1);
  expect(await validatePdfs([], '/project', failing)).toBe(1);
  expect(failing.warned).toContain('PDF/UA-1: clause 7.1');
  await expect(validatePdfs([], '/project', answer(3))).rejects.toThrow('could not check');
});
