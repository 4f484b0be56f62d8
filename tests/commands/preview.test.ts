import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli.ts';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { ENGLISH, RUSSIAN } from '../helpers/edition-texts.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

/** Runs the command on a host whose user opens the page once and stops the preview. */
async function run(
  words: readonly string[],
  changes: Partial<Host> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const opened: string[] = [];
  const { readFile } = createNodeHost();
  const memory = createMemoryHost({
    [`${root}/issues/2024-19/issue.yaml`]: sampleIssue({ KZ: [{}] }),
    [`${root}/issues/2025-01/issue.yaml`]: sampleIssue({ KZ: [{}] }),
    ...files,
  });
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const host: Host = {
    ...memory,
    // The files of the page are in src/.
    readFile: (...given) => (given[0].includes('/src/') ? readFile : memory.readFile)(...given),
    untilStopped: () => stopped,
    openAddress: async (address) => {
      opened.push(address);
      return true;
    },
    print: (text) => {
      memory.print(text);
      const address = /http:\S+/.exec(text)?.[0];
      if (address) void look(address).then(stop);
    },
    ...changes,
  };
  const code = await main(['preview', ...words], root, host);
  return { code, opened, out: memory.printed, err: memory.warned.join('\n'), seen };
}

let seen = '';

/** The first message to the page. */
async function look(address: string): Promise<void> {
  const events = await fetch(`${address}events`);
  const { value } =
    (await events.body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
  seen = value ?? '';
  const rest = await fetch(`${address}`);
  await rest.text();
}

describe('the preview', () => {
  test('prints its address, opens the browser, and stops on Ctrl+C', async () => {
    const { code, opened, out, err } = await run(['--port', '0']);
    expect([code, err]).toEqual([0, '']);
    expect(out[0]).toMatch(/^Preview: http:\/\/127\.0\.0\.1:\d+\/ \(stop with Ctrl\+C\)$/);
    expect(out[0]).toContain(opened[0] ?? 'no browser was opened');
    expect(out[1]).toBe('The preview has stopped.');
  });

  test('does not open the browser with --no-open', async () => {
    expect((await run(['--port', '0', '--no-open'])).opened).toEqual([]);
  });

  test('continues if no browser can be opened', async () => {
    const { code, err } = await run(['--port', '0'], { openAddress: async () => false });
    expect(code).toBe(0);
    expect(err).toBe('The browser could not be opened. Open the address in a browser.');
  });

  test.each([
    ['', ['--port', 'http'], /http is not a port\. Use a number from 1 to 65535\.\nTry --help\./],
    ['', ['--port', '65536'], /65536 is not a port/],
    ['', ['2024-18'], /There is no issue 2024-18: did you mean 2024-19\?/],
    ['', ['2024-19', '--all'], /not both/],
  ])('exits with 2 after%s %j', async (_, words, message) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('exits with 2 if the requested port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, err } = await run(['--port', port]);
    other.close();
    expect([code, err]).toEqual([
      2,
      `Port ${port} is in use, perhaps by another preview. Choose another with --port, or omit --port.\nTry --help.`,
    ]);
  });

  test.each([
    [[], ['2025-01']],
    [['2024-19'], ['2024-19']],
    [['--all'], ['2025-01', '2024-19']],
    [
      ['2024-19', '2025-01'],
      ['2024-19', '2025-01'],
    ],
  ])('of %j shows %j', async (words, names) => {
    const { seen } = await run(['--port', '0', ...words]);
    const message = JSON.parse(/^data: (.*)$/m.exec(seen)?.[1] ?? '{}');
    expect(message.issues.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(message.issue.name).toBe(names[0]);
  });

  test.each([
    [[], ['2025-01'], '2025-01'],
    [['--all'], ['2025-01', '2024-19'], '2025-01'],
    [['--language', 'ru'], ['2025-01'], '2025-01.ru'],
    [['issues/2025-01/issue.ru.yaml'], ['2025-01'], '2025-01.ru'],
  ])('of %j shows the issues %j, and first the edition %s', async (words, names, edition) => {
    const folder = `${root}/issues/2025-01`;
    const files = {
      [`${folder}/issue.yaml`]: ENGLISH,
      [`${folder}/issue.ru.yaml`]: RUSSIAN,
    };
    const { seen } = await run(['--port', '0', ...words], { folder: root }, files);
    const message = JSON.parse(/^data: (.*)$/m.exec(seen)?.[1] ?? '{}');
    expect(message.issues.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(message.editions).toMatchObject([
      { name: '2025-01', label: 'English' },
      { name: '2025-01.ru', label: 'Русский' },
    ]);
    expect(message.edition.name).toBe(edition);
  });
});
