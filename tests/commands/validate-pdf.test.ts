import { expect, test } from '@jest/globals';
import { validatePdfs } from '../../src/commands/validate-pdf.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const FILE = '/project/output/information-release-2024-19.pdf';

/** A host with a veraPDF that gives every file the same verdict. */
function createHostWith(verdict: string) {
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

test('validates the files in output against both standards', async () => {
  const { host, calls } = createHostWith('PASS');
  expect(await validatePdfs([], '/project', host)).toBe(0);
  expect(calls).toEqual([
    ['verapdf', '--flavour', 'ua1', '--format', 'text', FILE],
    ['verapdf', '--flavour', '2a', '--format', 'text', FILE],
  ]);
  expect(host.printed).toHaveLength(2);
});

test('exits with 1 if a file does not conform', async () => {
  const { host } = createHostWith('FAIL');
  expect(await validatePdfs([FILE], '/project', host)).toBe(1);
  expect(host.warned.join()).toContain('PDF/UA-1: FAIL');
});

test('says where to get veraPDF if it is not installed', async () => {
  const host = createMemoryHost({ [FILE]: '' });
  await expect(validatePdfs([], '/project', host)).rejects.toThrow('https://verapdf.org');
});

test('does not accept missing verdicts as a pass', async () => {
  const host = createMemoryHost(
    { [FILE]: '' },
    { run: async () => ({ code: 3, output: '', printed: 'no Java' }) },
  );
  await expect(validatePdfs([], '/project', host)).rejects.toThrow('no Java');
});

test('runs a command line from the environment and uses its exit code', async () => {
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
