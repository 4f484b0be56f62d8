import { describe, expect, test } from '@jest/globals';
import {
  createProject,
  loadProgram,
  runEveryCommand,
  sampleProject,
} from '../helpers/every-command.ts';
import { LINUX, MACOS } from '../helpers/other-systems.ts';

// Programs on macOS write file names decomposed: й as и with a combining breve.
const files = await sampleProject();
const decomposed = Object.fromEntries(
  Object.entries(files).map(([name, bytes]) => [name.normalize('NFD'), bytes]),
);

const program = await loadProgram();
const linux = await runEveryCommand(await createProject(program, LINUX, files));
const macos = await runEveryCommand(await createProject(program, MACOS, decomposed));

test('the names of the photos differ', () => {
  expect(Object.keys(decomposed)).not.toEqual(Object.keys(files));
});

describe('macOS writes the files that Linux writes', () => {
  test.each(['built', 'archived', 'site', 'next'] as const)('%s', (what) => {
    expect(macos[what]).toEqual(linux[what]);
    expect(Object.keys(linux[what]).length).toBeGreaterThan(0);
  });
});

test('macOS reports what Linux reports', () => {
  expect(macos.printed).toEqual(linux.printed);
});

test('file names are case-sensitive on macOS too', async () => {
  const { run } = await createProject(program, MACOS, {
    'issues/2025-01/issue.yaml': files['issues/2025-01/issue.yaml'] ?? '',
    'issues/2025-01/Photos/hall.jpg': files['issues/2025-01/photos/hall.jpg'] ?? '',
  });
  const { code, err } = await run('build-issue', '2025-01');
  expect(code).toBe(1);
  expect(err).toContain(
    'the photo `photos/hall.jpg` was not found: did you mean `Photos/hall.jpg`? [photo-missing]',
  );
});
