import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import picocolors from 'picocolors';
import { main } from '../../src/cli.ts';
import { terminalColors } from '../../src/commands/terminal.ts';
import { frameLines, printProblem } from '../../src/diagnostics/print-text.ts';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { areTestsRun } from '../helpers/required-tests.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const ESC = '\u001b';
const WARNING = sampleIssue({ KZ: [{ body: 'It it was.' }] });
const ERROR = WARNING.replace('number:', 'nubmer:');

describe('colours are on', () => {
  type Environment = Host['environment'];
  test.each<[expected: boolean, isTerminal: boolean, environment: Environment]>([
    [true, true, {}],
    [true, true, { TERM: 'xterm-256color' }],
    [false, true, { TERM: 'dumb' }],
    [false, true, { NO_COLOR: '1' }],
    [true, true, { NO_COLOR: '' }],
    [false, true, { NO_COLOR: '1', FORCE_COLOR: '1', CI: 'true' }],
    [false, false, {}],
    [false, false, { TERM: 'xterm-256color', OS: 'Windows_NT' }],
    [true, false, { FORCE_COLOR: '1' }],
    [false, false, { FORCE_COLOR: '', CI: '' }],
    [false, false, { CI: 'true' }],
    [false, true, { FORCE_COLOR: '0' }],
    [true, true, { FORCE_COLOR: '1', TERM: 'dumb' }],
  ])('%s with terminal: %s and the environment %j', (expected, isTerminal, environment) => {
    const host = { environment, isTerminal: () => isTerminal };
    expect(terminalColors('stdout', host).isColorSupported).toBe(expected);
  });

  test('per stream', () => {
    const host = { environment: {}, isTerminal: (stream: string) => stream === 'stderr' };
    expect(terminalColors('stdout', host).isColorSupported).toBe(false);
    expect(terminalColors('stderr', host).isColorSupported).toBe(true);
  });
});

describe('a problem', () => {
  const file = '/desk/issue.yaml';
  const range = { start: { line: 2, column: 1 }, end: { line: 2, column: 7 } };
  const problem = {
    code: 'key-unknown',
    severity: 'error',
    file,
    range,
    message: '`x` is not a key',
    hints: ['Remove it.'],
  } as const;
  const source = 'number: 19\neditor: me\n\n';
  const context = { sources: new Map([[file, source]]), displayPath: () => 'issue.yaml' };

  test('has a bold red or yellow severity, a dim position and margin, and a cyan marker', () => {
    const { bold, red, yellow, dim, cyan } = picocolors.createColors(true);
    const lines = (severity: string) => [
      `issue.yaml${dim(':2:1')}: ${severity}: \`x\` is not a key ${dim('[key-unknown]')}`,
      `${dim('  1 │')} number: 19`,
      `${dim('> 2 │')} editor: me`,
      `${dim('    │')} ${cyan('^^^^^^')}`,
      dim('  3 │'),
      '  → Remove it.',
    ];
    const colors = picocolors.createColors(true);
    expect(printProblem(problem, context, colors).split('\n')).toEqual(lines(bold(red('error'))));
    const warning = { ...problem, severity: 'warning' } as const;
    expect(printProblem(warning, context, colors).split('\n')).toEqual(
      lines(bold(yellow('warning'))),
    );
  });

  test('has the same text with and without colours', () => {
    const colored = printProblem(problem, context, picocolors.createColors(true));
    expect(stripVTControlCharacters(colored)).toBe(printProblem(problem, context));
    expect(printProblem(problem, context)).not.toContain(ESC);
    expect(frameLines(source.split('\n'), range).join('')).not.toContain(ESC);
  });

  test('with an escape code in its text shows the code', () => {
    const hostile = {
      ...problem,
      message: `${ESC}[31mred`,
      hints: [`${ESC}[0m`],
    };
    const hostileContext = {
      sources: new Map([[file, `number: 19\neditor: ${ESC}[31m\n`]]),
      displayPath: () => `${ESC}[2J.yaml`,
    };
    const colors = picocolors.createColors(true);
    const harmless = printProblem(problem, context, colors);
    const colored = printProblem(hostile, hostileContext, colors);
    expect(colored.match(new RegExp(`${ESC}\\[31m`, 'g'))).toHaveLength(1);
    expect(colored).toContain('␛[2J.yaml');
    expect(colored.split(ESC)).toHaveLength(harmless.split(ESC).length);
  });
});

describe('with colours on for both streams', () => {
  const run = async (words: readonly string[], environment: Host['environment'] = {}) => {
    const host = createMemoryHost(
      { [`${root}/issues/2024-19/issue.yaml`]: WARNING },
      { folder: root, isTerminal: () => true, environment },
    );
    await main(words, root, host);
    return { out: host.printed.join('\n'), err: host.warned.join('\n'), files: host.files };
  };

  test('build-issue colours problems and the file, and writes files without escape codes', async () => {
    const { out, err, files } = await run(['build-issue']);
    const { bold, yellow, green } = picocolors.createColors(true);
    expect(err).toBe('');
    expect(out).toContain(green('output/information-release-2024-19.pdf'));
    const report = files.get(`${root}/output/information-release-2024-19.json`);
    expect(String(report)).not.toContain(ESC);
    expect((await run(['check'])).out).toContain(bold(yellow('warning')));
  });

  test.each(['json', 'sarif', 'github'])(
    'check --format %s has no escape codes',
    async (format) => {
      const { out } = await run(['check', '--format', format], { FORCE_COLOR: '1', CI: 'true' });
      expect(out).toContain('word-twice');
      expect(out).not.toContain(ESC);
    },
  );

  test('check has no escape codes in annotations', async () => {
    const { out } = await run(['check'], { GITHUB_ACTIONS: 'true', CI: 'true' });
    const annotations = out.split('\n').filter((line) => line.startsWith('::'));
    expect(annotations).toHaveLength(1);
    expect(annotations.join()).not.toContain(ESC);
    expect(out).toContain(ESC);
  });

  test('--help has bold headings', async () => {
    const { out } = await run(['check', '--help']);
    const { bold } = picocolors.createColors(true);
    for (const heading of ['Usage:', 'Options:', 'Exit codes:', 'Examples:']) {
      expect(out).toContain(bold(heading));
    }
    expect((await run(['check', '--help'], { NO_COLOR: '1' })).out).not.toContain(ESC);
  });
});

test('captured programs run with NO_COLOR', async () => {
  const { FORCE_COLOR } = process.env;
  process.env.FORCE_COLOR = '1';
  const script = 'console.log(process.env.NO_COLOR, process.env.FORCE_COLOR)';
  const result = await createNodeHost().run(process.execPath, ['-e', script]);
  if (FORCE_COLOR === undefined) delete process.env.FORCE_COLOR;
  else process.env.FORCE_COLOR = FORCE_COLOR;
  expect(result?.printed).toBe('1 undefined\n');
});

describe('the program', () => {
  const folder = makeRealFolder();
  beforeAll(() => {
    copyProject(folder);
    mkdirSync(join(folder, 'issues', '2024-19'), { recursive: true });
    writeFileSync(join(folder, 'issues', '2024-19', 'issue.yaml'), ERROR);
  });

  test.each(['check', 'build-issue'])('%s prints no escape codes into pipes', async (command) => {
    const { code, out, err } = await runProgram([command], { project: folder });
    expect(code).toBe(1);
    expect(out + err).toContain('[key-unknown]');
    expect(out + err).not.toContain(ESC);
  });

  const { stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  const hasScript = String(stdout).includes('util-linux');
  const onTerminal = areTestsRun('script of util-linux', hasScript) ? describe : describe.skip;

  onTerminal('on a pseudo-terminal', () => {
    /** Runs a command line of the shell on a pseudo-terminal. @returns what the terminal got */
    const runOnTerminal = (line: string, environment: Readonly<Record<string, string>> = {}) => {
      const { PATH = '' } = process.env;
      const env = { PATH, HOME: folder, INIT_CWD: folder, TERM: 'xterm', ...environment };
      const launch = `"${process.execPath}" src/program/launch.cjs`;
      return spawnSync('script', ['-qec', `${launch} ${line}`, '/dev/null'], {
        cwd: folder,
        env,
        encoding: 'utf8',
        input: '',
      }).stdout;
    };
    const { bold, red } = picocolors.createColors(true);

    test('problems have colours', () => {
      expect(runOnTerminal('check')).toContain(`: ${bold(red('error'))}: `);
    });

    test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('but not with %j', (environment) => {
      const printed = runOnTerminal('check', environment);
      expect(printed).toContain(': error: ');
      expect(printed).not.toContain(`${ESC}[31m`);
      expect(printed).not.toContain(`${ESC}[1m`);
    });

    test('a redirected stream has no colours', () => {
      const printed = runOnTerminal('build-issue 2> problems.txt');
      expect(printed).not.toContain(bold(red('error')));
      const problems = readFileSync(join(folder, 'problems.txt'), 'utf8');
      expect(problems).toContain(': error: ');
      expect(problems).not.toContain(ESC);
    });
  });
});
