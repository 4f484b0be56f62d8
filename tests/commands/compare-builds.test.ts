import { expect, test } from '@jest/globals';
import { compareMachines } from '../../src/commands/compare-builds.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';

const report = (pages: number, sha256: string) =>
  JSON.stringify({ publication: 'p', pages, bytes: 3, sha256 });
const SAME = { 'a.pdf': 'pdf', 'a.json': report(3, 'x') };

/** Compares the files of machines. @returns the exit code or error message, and the printed lines */
async function compare(machines: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const files = Object.entries(machines).flatMap(([machine, built]) =>
    Object.entries(built).map(([name, text]) => [`/desk/machines/${machine}/${name}`, text]),
  );
  const host = createMemoryHost(Object.fromEntries(files));
  const result = await compareMachines(['machines'], root, host).catch(
    (error: Error) => error.message,
  );
  return { result, printed: host.printed };
}

test('identical builds are reported with their hashes', async () => {
  const { result, printed } = await compare({ linux: SAME, macos: SAME, windows: SAME });
  expect(result).toBe(0);
  expect(printed).toEqual([
    expect.stringMatching(/^a\.json {2}[0-9a-f]{64}$/),
    expect.stringMatching(/^a\.pdf {2}[0-9a-f]{64}$/),
    'All files are byte-identical on 3 machines.',
  ]);
});

test('a PDF with other bytes is reported with its machines and whether its pages differ', async () => {
  const other = { ...SAME, 'a.pdf': 'PDF', 'a.json': report(3, 'y') };
  const { result } = await compare({ linux: SAME, macos: other, windows: SAME });
  expect(String(result).split('\n')).toEqual([
    'The machines built different files.',
    'a.json differs:',
    expect.stringMatching(/^ {2}[0-9a-f]{64}: linux, windows$/),
    expect.stringMatching(/^ {2}[0-9a-f]{64}: macos$/),
    'a.pdf differs, though the reports have the same contents and pages:',
    expect.stringMatching(/^ {2}[0-9a-f]{64}: linux, windows$/),
    expect.stringMatching(/^ {2}[0-9a-f]{64}: macos$/),
  ]);
  const more = { ...SAME, 'a.pdf': 'PDF', 'a.json': report(4, 'y') };
  expect((await compare({ linux: SAME, macos: more })).result).toContain('\na.pdf differs:\n');
});

test('a missing file is a difference', async () => {
  const { result } = await compare({ linux: SAME, macos: { 'a.json': SAME['a.json'] } });
  expect(result).toMatch(/a\.pdf differs:\n {2}[0-9a-f]{64}: linux\n {2}missing: macos$/);
});

test('fewer than two machines are an error', async () => {
  const message =
    'machines must have builds from at least two machines, each in its own subfolder.';
  expect((await compare({ linux: SAME })).result).toBe(message);
  expect((await compare({})).result).toBe(message);
});
