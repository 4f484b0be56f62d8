import { describe, expect, jest, test } from '@jest/globals';
import {
  type CommandOutput,
  createProject,
  loadProgram,
  runEveryCommand,
  sampleProject,
} from '../helpers/every-command.ts';
import { LINUX, usePathsOfWindows, WINDOWS } from '../helpers/other-systems.ts';

// Commands import modules when they run, so all Linux runs come before node:path is replaced.
const files = await sampleProject();
const linux = await runEveryCommand(await createProject(await loadProgram(), LINUX, files));
jest.resetModules();
usePathsOfWindows();
const program = await loadProgram();
const windows = await runEveryCommand(await createProject(program, WINDOWS, files));

describe('Windows writes the files that Linux writes', () => {
  test.each(['built', 'archived', 'site', 'next'] as const)('%s', (what) => {
    expect(windows[what]).toEqual(linux[what]);
    expect(Object.keys(linux[what]).length).toBeGreaterThan(0);
  });
});

describe('Windows reports what Linux reports', () => {
  test.each(['json', 'sarif', 'github'] as const)(
    'to other programs, byte for byte: %s',
    (format) => {
      expect(windows.printed[format]).toEqual(linux.printed[format]);
      expect(linux.printed[format].out).toContain('issues/2025-03/issue.yaml');
    },
  );

  test('to people, with Windows paths', () => {
    const withoutFormats = ({ json, sarif, github, ...texts }: typeof windows.printed) => texts;
    const texts = withoutFormats(windows.printed);
    const withSlashes = Object.entries(texts).map(([command, { code, out, err }]) => [
      command,
      { code, out: out.replaceAll('\\', '/'), err: err.replaceAll('\\', '/') },
    ]);
    expect(Object.fromEntries(withSlashes)).toEqual(withoutFormats(linux.printed));
    expect(texts.check.out).toContain('issues\\2025-03\\issue.yaml:10:24: error: ');
    expect(texts.next.out).toContain('issues\\2025-03\\photos');
  });
});

test('the help on Windows shows Windows paths', async () => {
  const { run } = await createProject(program, WINDOWS, files);
  for (const command of ['build-issue', 'archive', 'site']) {
    expect((await run(command, '--help')).out).toMatch(/\(default:\s+output(?:\\\w+)?\)/);
  }
});

describe('file names are case-sensitive on Windows too', () => {
  const check = async (changed: Readonly<Record<string, string | Buffer>>) => {
    const { run } = await createProject(program, WINDOWS, changed);
    const { code, out } = await run('check', '--format', 'json');
    return [code, ...JSON.parse(out).problems.map(describeProblem)];
  };
  const describeProblem = ({ code, message, hints }: Record<string, unknown>) =>
    [code, message, hints].flat().join(' ');
  const yaml = String(files['issues/2025-02/issue.yaml']);
  const photo = files['issues/2025-01/photos/hall.jpg'] ?? '';
  const checkWith = (name: string, there = 'photos/Hall.jpg') =>
    check({
      'issues/2025-02/issue.yaml': yaml.replace(/file: .*?,/, `file: ${name},`),
      [`issues/2025-02/${there}`]: photo,
    });

  test('a photo', async () => {
    const [, ...clean] = await checkWith('photos/Hall.jpg');
    expect(clean).toEqual([expect.stringMatching(/^word-twice/)]);
    for (const name of ['photos/hall.jpg', 'PHOTOS/Hall.jpg']) {
      expect(await checkWith(name)).toEqual([
        1,
        `photo-missing the photo \`${name}\` was not found: did you mean \`photos/Hall.jpg\`?`,
        expect.anything(),
      ]);
    }
  });

  test('a photo with backslashes in its path', async () => {
    expect((await checkWith('photos\\Hall.jpg'))[1]).toBe(
      'photo-missing the photo `photos\\Hall.jpg` was not found: did you mean `photos/Hall.jpg`? Write the path with /, not with \\.',
    );
  });

  test.each([['photos/Hall.jpg.'], ['photos/aux.jpg'], ['"photos/Hall.jpg::$DATA"']])(
    'a name with a special meaning on Windows: %s',
    async (name) => {
      expect((await checkWith(name))[1]).toMatch(/^photo-name /);
    },
  );

  test('an issue.yaml', async () => {
    expect(await check({ 'issues/2025-02/Issue.YAML': yaml })).toEqual([
      1,
      'file-unreadable there is no `issue.yaml` in this folder Rename `Issue.YAML` to `issue.yaml`.',
    ]);
  });
});

test('a folder path on the command line may have another case', async () => {
  const { run } = await createProject(program, WINDOWS, files);
  const named = await run('check', '2025-01');
  expect(await run('check', 'c:\\PROJECT\\Issues\\2025-01')).toEqual(named);
  expect(await run('check', 'ISSUES/2025-01/')).toEqual(named);
});

describe('a PDF that is open in a viewer', () => {
  const pdf = 'output/information-release-2025-01.pdf';

  test('is reported, and PDF and report are left unchanged', async () => {
    const { host, path, run, hashes } = await createProject(program, WINDOWS, files);
    expect(await run('build-issue', '2025-01')).toMatchObject({ code: 0 });
    const before = hashes('output');
    const text = String(host.files.get(path('issues/2025-01/issue.yaml')));
    host.files.set(path('issues/2025-01/issue.yaml'), Buffer.from(text.replace('The the', 'The')));
    host.open.add(path(pdf));
    expect(await run('build-issue', '2025-01')).toMatchObject({
      code: 2,
      out: '',
      err: `${path(pdf)} could not be written: the file is open in another program, or protected; close it there and try again`,
    });
    expect(hashes('output')).toEqual(before);
    host.open.clear();
    expect(await run('build-issue', '2025-01')).toMatchObject({ code: 0 });
    expect(Object.keys(hashes('output'))).toEqual(Object.keys(before));
    expect(hashes('output')).not.toEqual(before);
  });

  test('does not stop the archive from building the others', async () => {
    const { host, path, archive } = await createProject(program, WINDOWS, files);
    await archive();
    for (const name of ['2025-01', '2025-02']) {
      const file = path(`issues/${name}/issue.yaml`);
      host.files.set(file, Buffer.from(`${host.files.get(file)}# changed\n`));
    }
    host.open.add(path('output/archive/information-release-2025-01.pdf'));
    const stopped: CommandOutput = await archive().catch((error: Error) => ({
      code: 2,
      out: '',
      err: error.message,
    }));
    expect(stopped.err).toContain('open in another program');
    host.open.clear();
    expect((await archive()).out).toContain('unchanged');
    expect((await archive()).out).toContain('0 built, 2 unchanged');
  });
});

test('Windows line endings change no byte and no message', async () => {
  const withCrLf = Object.entries(files).map(([name, text]) => [
    name,
    typeof text === 'string' ? text.replaceAll('\n', '\r\n') : text,
  ]);
  const project = await createProject(program, WINDOWS, Object.fromEntries(withCrLf));
  const { built, printed } = await runEveryCommand(project);
  expect(built).toEqual(windows.built);
  const { build, check, json, sarif, github, typeset } = printed;
  expect({ build, check, json, sarif, github, typeset }).toEqual({
    build: windows.printed.build,
    check: windows.printed.check,
    json: windows.printed.json,
    sarif: windows.printed.sarif,
    github: windows.printed.github,
    typeset: windows.printed.typeset,
  });
});
