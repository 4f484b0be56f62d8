import * as promises from 'node:fs/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { usePathsOfWindows } from '../helpers/other-systems.ts';

// Pretends that this machine runs Windows, to test code that it would not run.
const { platform } = process;
Object.defineProperty(process, 'platform', { value: 'win32' });
usePathsOfWindows();
const mkdir = jest.fn(async (path: string) => {
  throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT', path });
});
jest.unstable_mockModule('node:fs/promises', () => ({ ...promises, mkdir }));
const { createNodeHost } = await import('../../src/host/node-host.ts');
Object.defineProperty(process, 'platform', { value: platform });

afterEach(() => {
  jest.restoreAllMocks();
});

test('creating a folder on a missing drive fails', async () => {
  const host = createNodeHost();
  await expect(host.makeFolder('Q:\\pdf\\2025')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(mkdir.mock.calls.map(([path]) => path)).toEqual(['Q:\\pdf\\2025', 'Q:\\pdf', 'Q:\\']);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends the program with the exit code that shells use for it', (signal, code) => {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  jest.spyOn(process, 'kill').mockImplementation((_, sent) => {
    if (sent === signal) throw new Error(`Windows does not know ${signal}`);
    return true;
  });
  createNodeHost();
  process.emit(signal, signal);
  expect(exit).toHaveBeenCalledWith(code);
});
