// What the preview does at every save: one process, one pipeline, the issue set again.
import { join } from 'node:path';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';

/** Rebuilds before counting: V8 has compiled by then what is run often. */
const WARM_UP = 15;

const [root = '', folder = '', runs = '5'] = process.argv.slice(2);
const file = join(folder, 'issue.yaml');
const real = createNodeHost();
let text = '';
const host = {
  ...real,
  readFile: async (path: string, most?: number) =>
    path === file ? Buffer.from(text) : real.readFile(path, most),
};

async function measure(): Promise<void> {
  const original = (await real.readFile(file)).toString();
  const pipeline = createPipeline({ host, root, output: folder });
  /** Sets the issue of this text. @returns the time in ms */
  const set = async (source: string) => {
    text = source;
    const started = performance.now();
    const { issue } = await pipeline.renderIssue(file);
    if (!issue) throw new Error('The issue has errors');
    return performance.now() - started;
  };
  // A word more at the end of the first paragraph of the last article in the first half.
  const half = original.indexOf('.\n\n', original.length / 2);
  const changedText = (round: number) =>
    `${original.slice(0, half)} ${'again '.repeat(round + 1).trim()}${original.slice(half)}`;
  const first = await set(original);
  for (let round = 0; round < WARM_UP; round += 1) await set(changedText(round % 5));
  const unchanged: number[] = [];
  const changed: number[] = [];
  for (let round = 0; round < Number(runs); round += 1) {
    changed.push(await set(changedText(round)));
    unchanged.push(await set(changedText(round)));
  }
  process.stdout.write(JSON.stringify({ first, unchanged, changed }));
}

void measure();
