// Measures what the preview does after a save: one process and one pipeline render the issue again.
import { join } from 'node:path';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';

/** Rebuilds before the measurement, until V8 has compiled the hot functions. */
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
  /** Renders the issue from a source text. @returns the time in ms */
  const render = async (source: string) => {
    text = source;
    const started = performance.now();
    const { issue } = await pipeline.renderIssue(file);
    if (!issue) throw new Error('The issue has errors');
    return performance.now() - started;
  };
  // Adds words at the end of a paragraph in the middle of the issue.
  const half = original.indexOf('.\n\n', original.length / 2);
  const changedText = (round: number) =>
    `${original.slice(0, half)} ${'again '.repeat(round + 1).trim()}${original.slice(half)}`;
  const first = await render(original);
  for (let round = 0; round < WARM_UP; round += 1) await render(changedText(round % 5));
  const unchanged: number[] = [];
  const changed: number[] = [];
  for (let round = 0; round < Number(runs); round += 1) {
    changed.push(await render(changedText(round)));
    unchanged.push(await render(changedText(round)));
  }
  process.stdout.write(JSON.stringify({ first, unchanged, changed }));
}

void measure();
