import { type ExecFileException, execFile } from 'node:child_process';
import { afterEach, describe, expect, jest, test } from '@jest/globals';

type Callback = (error: ExecFileException | null, stdout: string, stderr: string) => void;
const called = jest.fn<(file: string, args: string[], options: object, end: Callback) => void>();
jest.unstable_mockModule('node:child_process', () => ({ execFile: called }));
const { runProgram } = await import('../../src/host/node-host.ts');

const { npm_execpath } = process.env;
afterEach(() => {
  process.env.npm_execpath = npm_execpath;
  called.mockReset();
});

test('Node.js has the mocked function', () => {
  expect(execFile).toEqual(expect.any(Function));
});

describe('npm is run by Node.js, because its .cmd file on Windows needs a shell', () => {
  const run = async (script: string) => {
    process.env.npm_execpath = script;
    called.mockImplementation((_file, _args, _options, end) => end(null, 'out', 'err'));
    expect(await runProgram('npm', ['sbom'])).toEqual({
      code: 0,
      output: 'out',
      printed: 'outerr',
    });
    return called.mock.calls.map(([file, args]) => [file, ...args]);
  };

  test('if npm has started this program', async () => {
    const script = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
    expect(await run(script)).toEqual([[process.execPath, script, 'sbom']]);
  });

  test('but not if another package manager has', async () => {
    expect(await run('/usr/lib/pnpm/pnpm.cjs')).toEqual([['npm', 'sbom']]);
  });
});

describe('runProgram', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code });

  test('returns undefined for a missing program', async () => {
    called.mockImplementation((_file, _args, _options, end) => end(failure('ENOENT'), '', ''));
    expect(await runProgram('verapdf', [])).toBeUndefined();
  });

  test('returns undefined for a program that needs a shell on Windows', async () => {
    called.mockImplementation(() => {
      throw failure('EINVAL');
    });
    expect(await runProgram('verapdf.bat', [])).toBeUndefined();
  });

  test('throws other errors', async () => {
    called.mockImplementation(() => {
      throw failure('EAGAIN');
    });
    await expect(runProgram('verapdf', [])).rejects.toMatchObject({ code: 'EAGAIN' });
  });
});
