import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { createPipeline, type Pipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';

const FOLDER = '/desk/draft';
const ISSUE = `${FOLDER}/issue.yaml`;
const SOURCE = join(root, 'issues', '2025-01');

const yaml = readFileSync(join(SOURCE, 'issue.yaml'), 'utf8');
const photos = readdirSync(join(SOURCE, 'photos')).sort();

let host: MemoryHost;
/** Paths of the files that the running process has read. */
let read: string[];
let running: Pipeline;

beforeAll(() => {
  const files = photos.map((name): [string, Buffer] => [
    `${FOLDER}/photos/${name}`,
    readFileSync(join(SOURCE, 'photos', name)),
  ]);
  host = createMemoryHost({ ...Object.fromEntries(files), [ISSUE]: yaml });
  read = [];
  running = pipelineIn(
    observeHost(host, { methods: { readFile: (path) => void read.push(path) } }),
  );
});

function pipelineIn(host: Host): Pipeline {
  return createPipeline({ host, root, output: '/desk/output' });
}

async function render(pipeline: Pipeline): Promise<Buffer> {
  const { issue, problems } = await pipeline.renderIssue(ISSUE);
  if (!issue) throw new Error(problems.map(({ message }) => message).join('\n'));
  return issue.rendered.bytes;
}

/** First paragraph of a body. */
const sentence = /^ {10}(\p{Lu}\p{Ll}+ .*)$/mu.exec(yaml)?.[1] ?? '';

describe('a running process renders the same PDF as a new one after', () => {
  const edits: [string, (text: string) => string][] = [
    ['the first build', (text) => text],
    ['no change', (text) => text],
    ['added words', (text) => text.replace(sentence, `${sentence} Once more.`)],
    [
      'new letters at the beginning of a paragraph',
      (text) => text.replace(sentence, `Ωμέγα щука: ${sentence}`),
    ],
    [
      'a longer paragraph, which moves the following ones',
      (text) => text.replace(sentence, `${sentence} ${'Many words are added to it. '.repeat(40)}`),
    ],
    ['a replaced paragraph', (text) => text.replace(`${sentence}\n`, 'Gone.\n')],
    ['emphasis', (text) => text.replace(sentence, `**Bold** and *slanted*: ${sentence}`)],
    ['another issue number', (text) => text.replace(/^number: 1$/m, 'number: 7')],
    [
      'a lone combining mark and Cyrillic text',
      (text) => text.replace(sentence, `дом \u0301\n\n          \u0301дом`),
    ],
    [
      'the same, one paragraph further down',
      (text) => text.replace(sentence, `дом \u0301\n\n          Once.\n\n          \u0301дом`),
    ],
    ['a return to the first text', (text) => text],
  ];
  test.each(edits)('%s', async (_, edit) => {
    const text = edit(yaml);
    host.files.set(ISSUE, Buffer.from(text));
    const bytes = await render(running);
    expect(bytes.equals(await render(pipelineIn(host)))).toBe(true);
  });

  test('another photo', async () => {
    const path = `${FOLDER}/photos/${photos[0]}`;
    const before = await render(running);
    host.files.set(path, await makePhoto(800, 700));
    const after = await render(running);
    expect(after.equals(before)).toBe(false);
    expect(after.equals(await render(pipelineIn(host)))).toBe(true);
  });
});

test('fonts, templates and photos are read once', () => {
  const counts = new Map<string, number>();
  for (const path of read) counts.set(path, (counts.get(path) ?? 0) + 1);
  counts.delete(ISSUE);
  // The replaced photo is read again.
  counts.delete(`${FOLDER}/photos/${photos[0]}`);
  const photosRead = [...counts.keys()].filter((path) => path.startsWith(FOLDER));
  expect(photosRead.length).toBeGreaterThan(3);
  expect([...counts].filter(([path, times]) => times > 1 && !path.includes('.cache'))).toEqual([]);
  expect([...counts.keys()].filter((path) => path.endsWith('.ttf'))).toHaveLength(4);
});
