import { afterEach, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { readEdition } from '../../src/pipeline/read-edition.ts';
import { openSession, type Session } from '../../src/preview/session.ts';
import { showOutcome } from '../../src/preview/show-outcome.ts';
import { ENGLISH, FOLDER, RUSSIAN } from '../helpers/edition-texts.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const FILE = '/desk/2024-19/issue.yaml';
/** Long delays, so that changes are checked only when a test asks for it. */
const delays = { debounce: 1_000_000, poll: 1_000_000 };
let session: Session | undefined;
afterEach(() => session?.close());

/** Opens a session on a file of one line, with a pipeline that prints that line. */
async function open(text = 'first') {
  const memory = createMemoryHost({ [FILE]: text, '/templates/theme.yaml': 'plain' });
  const builds: string[] = [];
  let pipelines = 0;
  const openPipeline = (host: Host): Pick<Pipeline, 'renderIssue'> => {
    pipelines++;
    const theme = host.readFile('/templates/theme.yaml');
    return { renderIssue: (file) => render(file, host, String(pipelines), theme) };
  };
  const render = async (file: string, host: Host, pipeline: string, theme: Promise<Buffer>) => {
    await theme;
    const line = String(await host.readFile(file).catch(() => ''));
    await host.kindOf('/desk/2024-19/photo.jpg');
    builds.push(line);
    if (line === 'bug') throw new TypeError('a bug');
    return { ...EMPTY_OUTCOME, ...(line === 'mistake' ? MISTAKE : outcomeOf(line + pipeline)) };
  };
  const opened = openSession(FILE, {
    host: memory,
    openPipeline,
    isTemplate: (path) => path.startsWith('/templates'),
    ignores: () => false,
    displayPath: (path) => path.replace('/desk/', ''),
    delays,
  });
  session = opened;
  await opened.checkForChanges();
  const save = async (next: string, path = FILE) => {
    memory.files.set(path, Buffer.from(next));
    await opened.checkForChanges();
  };
  return { session: opened, memory, builds, save, pipelines: () => pipelines };
}

type Outcome = Awaited<ReturnType<Pipeline['renderIssue']>>;

const EMPTY_OUTCOME: Outcome = {
  document: undefined,
  issue: undefined,
  problems: [],
  sources: new Map([[FILE, 'mistake']]),
};

const MISTAKE: Partial<Outcome> = {
  problems: [
    {
      code: 'key-unknown',
      severity: 'error',
      file: FILE,
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 8 } },
      message: 'no such key',
      hints: ['Another?'],
    },
  ],
};

/** A rendered issue whose only line is the text. */
function outcomeOf(text: string): Partial<Outcome> {
  const bytes = Buffer.from(text);
  const rendered = { bytes, lines: [], pictures: [], pageHashes: [text] };
  const report = { sha256: `hash of ${text}`, summary: '1 event' };
  return { issue: { rendered, report } } as unknown as Partial<Outcome>;
}

test('builds the issue when it is opened', async () => {
  const { session } = await open();
  expect(session.state).toMatchObject({ phase: 'ready', problems: [], notice: undefined });
  expect(session.state.document).toMatchObject({ hash: 'hash of first1', summary: '1 event' });
  expect(String(session.pdf('hash of first1'))).toBe('first1');
});

test('a check without a change builds nothing', async () => {
  const { session, builds } = await open();
  await session.checkForChanges();
  expect(builds).toEqual(['first']);
});

test('a change is built and reported', async () => {
  const { session, save } = await open();
  const phases: string[] = [];
  session.onChange(() => phases.push(session.state.phase));
  await save('second');
  expect(phases).toEqual(['building', 'ready']);
  expect(session.state.document?.hash).toBe('hash of second1');
});

test('the previous PDF is kept, an older one is not', async () => {
  const { session, save } = await open();
  await save('second');
  expect(session.pdf('hash of first1')).toBeDefined();
  await save('third');
  expect(session.pdf('hash of first1')).toBeUndefined();
  expect(session.pdf('hash of second1')).toBeDefined();
});

test('the last valid pages stay while the issue has errors', async () => {
  const { session, save } = await open();
  await save('mistake');
  expect(session.state.phase).toBe('invalid');
  expect(session.state.document?.hash).toBe('hash of first1');
  expect(session.state.problems).toEqual([
    {
      severity: 'error',
      code: 'key-unknown',
      message: 'no such key',
      hints: ['Another?'],
      place: '2024-19/issue.yaml:1',
      frame: ['> 1 │ mistake', '    │ ^^^^^^^'],
      link: `vscode://file${FILE}:1:1`,
      edits: [],
      entry: 0,
    },
  ]);
  await save('fixed');
  expect(session.state).toMatchObject({ phase: 'ready', problems: [] });
});

test('a problem about another file, too, links to both places', async () => {
  const range = { start: { line: 12, column: 3 }, end: { line: 12, column: 8 } };
  const related = { label: 'first edition', file: '/desk/2024-19/issue.yaml', range };
  const [problem] = MISTAKE.problems ?? [];
  const outcome = { ...EMPTY_OUTCOME, problems: problem ? [{ ...problem, related }] : [] };
  const { problems } = showOutcome(outcome, 0, (path) => path.replace('/desk/', ''));
  expect(problems[0]?.related).toEqual({
    label: 'first edition',
    place: '2024-19/issue.yaml:12',
    link: 'vscode://file/desk/2024-19/issue.yaml:12:3',
  });
});

test('a further edition is built again when its first edition is saved', async () => {
  const files = { [`${FOLDER}/issue.yaml`]: ENGLISH, [`${FOLDER}/issue.ru.yaml`]: RUSSIAN };
  const memory = createMemoryHost(files);
  let builds = 0;
  const opened = openSession(`${FOLDER}/issue.ru.yaml`, {
    host: memory,
    openPipeline: (host) => ({
      renderIssue: async (file, options = { editorial: false }) => {
        builds++;
        const read = await readEdition(file, options, { issuesFolder: '/issues', host });
        return { ...EMPTY_OUTCOME, problems: read.problems };
      },
    }),
    isTemplate: () => false,
    ignores: () => false,
    displayPath: (path) => path,
    delays,
  });
  session = opened;
  await opened.checkForChanges();
  const codes = () => opened.state.problems.map(({ code }) => code);
  const before = codes();
  expect(before).not.toContain('edition-article-missing');
  const added = ENGLISH.replace('      - title: Pupils', `${EXTRA}      - title: Pupils`);
  memory.files.set(`${FOLDER}/issue.yaml`, Buffer.from(added));
  await opened.checkForChanges();
  expect(codes()).toContain('edition-article-missing');
  memory.files.set(`${FOLDER}/issue.yaml`, Buffer.from(ENGLISH));
  await opened.checkForChanges();
  expect([codes(), builds]).toEqual([before, 3]);
});

/** An article that only the first edition has. */
const EXTRA = `      - title: One more
        source: https://polisia.kz/ru/9
        body: |
          One more event.
`;

test('changes during a build lead to one more build, of the newest text', async () => {
  const { session, memory, builds } = await open();
  memory.files.set(FILE, Buffer.from('second'));
  const first = session.checkForChanges();
  const stop = session.onChange(() => {
    if (builds.length !== 2) return;
    stop();
    for (const text of ['third', 'fourth', 'fifth']) {
      memory.files.set(FILE, Buffer.from(text));
      void session.checkForChanges();
    }
  });
  await first;
  expect(builds).toEqual(['first', 'second', 'fifth']);
  expect(session.state.document?.hash).toBe('hash of fifth1');
});

test('a photo that appears after the issue has named it is a change', async () => {
  const { save, builds } = await open();
  await save('a photo', '/desk/2024-19/photo.jpg');
  expect(builds).toHaveLength(2);
  await save('a note', '/desk/2024-19/notes.txt');
  expect(builds).toHaveLength(2);
});

test('templates are read again only when one has changed', async () => {
  const { session, save, pipelines } = await open();
  await save('second');
  expect(pipelines()).toBe(1);
  await save('coloured', '/templates/theme.yaml');
  expect(pipelines()).toBe(2);
  expect(session.state.document?.hash).toBe('hash of second2');
});

test('a removed file is reported, and built when it is back', async () => {
  const { session, memory, save } = await open();
  memory.files.delete(FILE);
  await session.checkForChanges();
  expect(session.state.phase).toBe('missing');
  expect(session.state.notice).toMatch(/^2024-19\/issue\.yaml no longer exists\. If its folder/);
  expect(session.state.document?.hash).toBe('hash of first1');
  await save('first');
  expect(session.state).toMatchObject({ phase: 'ready', notice: undefined });
});

test('an exception is reported, and the next change is built', async () => {
  const { session, save } = await open();
  await save('bug');
  expect(session.state.phase).toBe('failed');
  expect(session.state.notice).toMatch(/^The program failed .* a bug\./);
  await save('second');
  expect(session.state.phase).toBe('ready');
});

test('closing a session waits for its build, and starts no other', async () => {
  const { session, memory, builds } = await open();
  memory.files.set(FILE, Buffer.from('second'));
  void session.checkForChanges();
  await session.close();
  const { length } = builds;
  memory.files.set(FILE, Buffer.from('third'));
  await session.checkForChanges();
  expect(builds).toHaveLength(length);
});
