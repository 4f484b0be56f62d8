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
/** Paths of the files that were read. */
let read: string[];
let living: Pipeline;

beforeAll(() => {
  const files = photos.map((name): [string, Buffer] => [
    `${FOLDER}/photos/${name}`,
    readFileSync(join(SOURCE, 'photos', name)),
  ]);
  host = createMemoryHost({ ...Object.fromEntries(files), [ISSUE]: yaml });
  read = [];
  living = pipelineIn(observeHost(host, { methods: { readFile: (path) => void read.push(path) } }));
});

function pipelineIn(host: Host): Pipeline {
  return createPipeline({ host, root, output: '/desk/output' });
}

async function render(pipeline: Pipeline): Promise<Buffer> {
  const { issue, problems } = await pipeline.renderIssue(ISSUE);
  if (!issue) throw new Error(problems.map(({ message }) => message).join('\n'));
  return issue.rendered.bytes;
}

/** Words of a body's first paragraph. */
const sentence = /^ {10}(\p{Lu}\p{Ll}+ .*)$/mu.exec(yaml)?.[1] ?? '';

describe('a living process renders what a new one would', () => {
  const edits: [string, (text: string) => string][] = [
    ['as it is', (text) => text],
    ['again, as it was', (text) => text],
    ['a word more', (text) => text.replace(sentence, `${sentence} Once more.`)],
    ['new letters at the beginning', (text) => text.replace(sentence, `Ωμέγα щука: ${sentence}`)],
    [
      'a longer paragraph, which moves all that follows',
      (text) => text.replace(sentence, `${sentence} ${'Many words are added to it. '.repeat(40)}`),
    ],
    ['a paragraph less', (text) => text.replace(`${sentence}\n`, 'Gone.\n')],
    ['emphasis', (text) => text.replace(sentence, `**Bold** and *slanted*: ${sentence}`)],
    ['another number', (text) => text.replace(/^number: 1$/m, 'number: 7')],
    [
      'a mark that stands alone, and Cyrillic',
      (text) => text.replace(sentence, `дом \u0301\n\n          \u0301дом`),
    ],
    [
      'the same, a line further down',
      (text) => text.replace(sentence, `дом \u0301\n\n          Once.\n\n          \u0301дом`),
    ],
    ['as it was at first', (text) => text],
  ];
  test.each(edits)('%s', async (_, edit) => {
    const text = edit(yaml);
    host.files.set(ISSUE, Buffer.from(text));
    const bytes = await render(living);
    expect(bytes.equals(await render(pipelineIn(host)))).toBe(true);
  });

  test('another photo', async () => {
    const path = `${FOLDER}/photos/${photos[0]}`;
    const before = await render(living);
    host.files.set(path, await makePhoto(800, 700));
    const after = await render(living);
    expect(after.equals(before)).toBe(false);
    expect(after.equals(await render(pipelineIn(host)))).toBe(true);
  });
});

test('fonts, templates and photos are read once', () => {
  const counts = new Map<string, number>();
  for (const path of read) counts.set(path, (counts.get(path) ?? 0) + 1);
  counts.delete(ISSUE);
  // The photo that was exchanged is another file.
  counts.delete(`${FOLDER}/photos/${photos[0]}`);
  const photosRead = [...counts.keys()].filter((path) => path.startsWith(FOLDER));
  expect(photosRead.length).toBeGreaterThan(3);
  expect([...counts].filter(([path, times]) => times > 1 && !path.includes('.cache'))).toEqual([]);
  expect([...counts.keys()].filter((path) => path.endsWith('.ttf'))).toHaveLength(4);
});
