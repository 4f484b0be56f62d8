import { type ExecFileException, execFile } from 'node:child_process';
import { afterEach, describe, expect, jest, test } from '@jest/globals';

type Called = (error: ExecFileException | null, stdout: string, stderr: string) => void;
const called = jest.fn<(file: string, words: string[], options: object, end: Called) => void>();
jest.unstable_mockModule('node:child_process', () => ({ execFile: called }));
const { runProgram } = await import('../../src/host/node-host.ts');

const { npm_execpath } = process.env;
afterEach(() => {
  process.env.npm_execpath = npm_execpath;
  called.mockReset();
});

test('what the mocked program is called like is what Node.js has', () => {
  expect(execFile).toEqual(expect.any(Function));
});

describe('npm is run by Node.js, as Windows starts its .cmd file by a shell only', () => {
  const run = async (script: string) => {
    process.env.npm_execpath = script;
    called.mockImplementation((_file, _words, _options, end) => end(null, 'out', 'err'));
    expect(await runProgram('npm', ['sbom'])).toEqual({
      code: 0,
      output: 'out',
      printed: 'outerr',
    });
    return called.mock.calls.map(([file, words]) => [file, ...words]);
  };

  test('where npm has started this program', async () => {
    const script = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
    expect(await run(script)).toEqual([[process.execPath, script, 'sbom']]);
  });

  test('but not where another package manager has', async () => {
    expect(await run('/usr/lib/pnpm/pnpm.cjs')).toEqual([['npm', 'sbom']]);
  });
});

describe('a program that cannot be started', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code });

  test('is none when it is not there', async () => {
    called.mockImplementation((_file, _words, _options, end) => end(failure('ENOENT'), '', ''));
    expect(await runProgram('verapdf', [])).toBeUndefined();
  });

  test('is none when Windows starts it by a shell only', async () => {
    called.mockImplementation(() => {
      throw failure('EINVAL');
    });
    expect(await runProgram('verapdf.bat', [])).toBeUndefined();
  });

  test('is a failure of the machine otherwise', async () => {
    called.mockImplementation(() => {
      throw failure('EAGAIN');
    });
    await expect(runProgram('verapdf', [])).rejects.toMatchObject({ code: 'EAGAIN' });
  });
});
