import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { main } from '../src/cli.ts';
import type { Host } from '../src/host/host.ts';
import { createMemoryHost } from './helpers/memory-host.ts';
import { root } from './helpers/project-root.ts';
import { makeRealFolder } from './helpers/real-folder.ts';
import { makePhoto } from './helpers/render-issue.ts';
import { sampleIssue } from './helpers/sample-issue.ts';

const GOOD = sampleIssue({ KZ: [{}] });

/** Runs a command line in memory and returns its exit code and output. */
async function run(
  words: readonly string[],
  changes: Partial<Host> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const files = {
    ...more,
    [`${root}/issues/2024-19/issue.yaml`]: GOOD,
    '/desk/bad/issue.yaml': 'number: none\n',
  };
  const host = createMemoryHost(files, changes);
  const code = await main(words, root, host);
  return { code, host, out: host.printed.join('\n'), err: host.warned.join('\n') };
}

describe('the exit code', () => {
  test('is 0 after a build', async () => {
    expect(await run(['build-issue', '2024-19', '--out', '/desk/pdfs'])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('is 1 when the issue has errors', async () => {
    expect(await run(['build-issue', 'bad'])).toMatchObject({ code: 1, out: '' });
  });

  test.each([
    [
      'an unknown issue',
      ['build-issue', '2024-18'],
      /There is no issue 2024-18: did you mean 2024-19\?\nTry --help\./,
    ],
    ['an unknown option', ['build-issue', '--ou', 'x'], /unknown option '--ou'/],
    ['an option without its value', ['build-issue', '--out'], /argument missing/],
    ['an unknown command', ['build-isue'], /unknown command 'build-isue'/],
    ['no command', [], /Usage:/],
    ['an invalid first day', ['new-issue', '--from', 'May'], /--from May is not a valid date/],
    ['both --all and a name', ['build-issue', '--all', '2024-19'], /not both/],
  ])('is 2 after %s', async (_, words, message) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('is 2 when the files cannot be written, with one message', async () => {
    const writeFile = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const { code, err } = await run(['build-issue', '2024-19', '--out', '/pdfs'], { writeFile });
    expect(code).toBe(2);
    expect(err).toBe('/pdfs could not be written: the disk is full; free some space and try again');
  });
});

test('without --out the files go to the project’s output folder', async () => {
  const { host } = await run(['build-issue']);
  expect(host.files.has(`${root}/output/information-release-2024-19.pdf`)).toBe(true);
});

describe('options that npm consumes', () => {
  const npmOptions = (options: Record<string, string>) => ({
    environment: { npm_lifecycle_event: 'build-issue', ...options },
  });

  test('--all is read from the environment', async () => {
    const secondIssue = {
      [`${root}/issues/2024-20/issue.yaml`]: sampleIssue({ KZ: [{}] }, { number: 20 }),
    };
    const { code, out } = await run(
      ['build-issue'],
      npmOptions({ npm_config_all: 'true' }),
      secondIssue,
    );
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(2);
  });

  test('--out with its value is read from the environment', async () => {
    const { host } = await run(['build-issue'], npmOptions({ npm_config_out: '/pdfs' }));
    expect(host.files.has('/pdfs/information-release-2024-19.pdf')).toBe(true);
  });

  test('--out that lost its value is an error that explains the two dashes', async () => {
    const { code, err } = await run(
      ['build-issue', '/pdfs'],
      npmOptions({ npm_config_out: 'true' }),
    );
    expect(code).toBe(2);
    expect(err).toMatch(
      /^npm took --out as its own option\. Put two dashes before the options: npm run build-issue -- --out <folder>/,
    );
  });

  test('the error explains quotes for PowerShell, where npm of Node.js 20 drops the two dashes', async () => {
    const { err } = await run(
      ['build-issue'],
      npmOptions({ npm_config_out: 'true', OS: 'Windows_NT' }),
    );
    expect(err).toMatch(/; in PowerShell, quote them: npm run build-issue '--' --out <folder>\n/);
  });

  test('an option after two dashes takes precedence', async () => {
    const words = ['build-issue', '--out', '/mine'];
    const { host } = await run(words, npmOptions({ npm_config_out: '/pdfs' }));
    expect(host.files.has('/mine/information-release-2024-19.pdf')).toBe(true);
  });

  test('options of another npm script are ignored', async () => {
    const environment = { npm_lifecycle_event: 'test', npm_config_out: 'true' };
    expect(await run(['build-issue'], { environment })).toMatchObject({ code: 0 });
  });
});

test('new-issue creates the folder of the next issue', async () => {
  const { code, host, out } = await run(['new-issue', '--countries', 'KZ,KG']);
  expect(code).toBe(0);
  expect(out).toContain('issues/2024-20/issue.yaml');
  expect(String(host.files.get(`${root}/issues/2024-20/issue.yaml`))).toContain(
    '  # - country: KG # Kyrgyzstan',
  );
});

test('write-schema writes the schema that is in templates', async () => {
  const { code, host } = await run(['write-schema']);
  expect(code).toBe(0);
  const path = `${root}/templates/information-release/issue.schema.json`;
  expect(String(host.files.get(path))).toBe(readFileSync(path, 'utf8'));
});

describe('the help', () => {
  test.each([[['build-issue', '--help']], [['build-issue', '-h']], [['help', 'build-issue']]])(
    'of %j explains issue names, options and exit codes',
    async (words) => {
      const { code, out } = await run(words);
      expect(code).toBe(0);
      for (const piece of ['[issue...]', '--all', '--out <folder>', '2024-19', 'issue.yaml']) {
        expect(out).toContain(piece);
      }
      expect(out).toMatch(/0 {2}built\n.*1 {2}an issue has errors\n.*2 {2}wrong usage/s);
    },
  );

  test('of new-issue explains its options and their defaults', async () => {
    const { code, out } = await run(['new-issue', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--number .*--from .*--to .*--countries .*KZ,KG/s);
  });

  test('of the program lists the commands', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('build-issue');
  });
});

test('a missing validator is not reported as wrong usage', async () => {
  const { code, err } = await run(['validate-pdf', 'some.pdf']);
  expect(code).toBe(2);
  expect(err).toContain('https://verapdf.org');
  expect(err).not.toContain('--help');
});

test('a bug is not reported as the user’s mistake', async () => {
  const readFile = async () => {
    throw new TypeError('a bug');
  };
  const kindOf = async (): Promise<'file'> => 'file';
  const list = () => {
    throw new TypeError('a bug');
  };
  await expect(run(['build-issue'], { readFile, kindOf, list })).rejects.toThrow('a bug');
});

describe('the launched program', () => {
  const home = makeRealFolder();
  const launch = (...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'src', 'program', 'launch.cjs'), ...words], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home },
    });

  test('builds an issue outside the project', async () => {
    mkdirSync(join(home, 'draft', 'photos'), { recursive: true });
    writeFileSync(join(home, 'draft', 'photos', 'hall.jpg'), await makePhoto());
    const yaml = sampleIssue({ KZ: [{ photo: 'photos/hall.jpg' }] });
    writeFileSync(join(home, 'draft', 'issue.yaml'), yaml);
    const { status, stdout, stderr } = launch('build-issue', 'draft', '--out', 'pdfs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^pdfs\/information-release-2024-19\.pdf {2}4 pages, \d+ kB, 1 event, [\d.]+ s\n$/,
    );
    expect(status).toBe(0);
    expect(readdirSync(join(home, 'pdfs')).sort()).toEqual([
      'information-release-2024-19.json',
      'information-release-2024-19.pdf',
    ]);
    expect(
      readFileSync(join(home, 'pdfs', 'information-release-2024-19.pdf')).toString('latin1', 0, 5),
    ).toBe('%PDF-');
  });

  test('returns its exit code to the shell', () => {
    expect(launch('build-issue', 'nowhere')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'There is no issue nowhere.\nTry --help.\n',
    });
  });
});
