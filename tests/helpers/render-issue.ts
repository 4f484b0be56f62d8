import sharp from 'sharp';
import type { Host } from '../../src/host/host.ts';
import type { BuildOutcome } from '../../src/pipeline/pipeline.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost, type MemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

/** An issue built in memory, with its PDF read back. */
export interface BuiltIssue extends BuildOutcome {
  readonly host: MemoryHost;
  readonly bytes: Buffer | undefined;
  readonly pdf: ReadPdf;
}

const FOLDER = '/desk/2024-19';

/** Builds an issue from its YAML in memory. @param photos photos in its folder, by name */
export async function buildInMemory(
  yaml: string | Buffer,
  photos: Readonly<Record<string, Buffer>> = {},
  changes: Partial<Host> = {},
): Promise<BuildOutcome & { host: MemoryHost }> {
  const files = Object.fromEntries(
    Object.entries(photos).map(([name, bytes]) => [`${FOLDER}/${name}`, bytes]),
  );
  const host = createMemoryHost({ ...files, [`${FOLDER}/issue.yaml`]: yaml }, changes);
  const pipeline = createPipeline({ host, root, output: '/desk/output' });
  return { ...(await pipeline.buildIssue(`${FOLDER}/issue.yaml`)), host };
}

/** Creates a pipeline that takes texts of issues. @param photos photos in the issue's folder, by name */
export function createTextPipeline(photos: Readonly<Record<string, Buffer>> = {}) {
  const file = `${FOLDER}/issue.yaml`;
  const lying = Object.fromEntries(
    Object.entries(photos).map(([name, bytes]) => [`${FOLDER}/${name}`, bytes]),
  );
  const take = (yaml: string | Buffer) => {
    const host = createMemoryHost(lying);
    host.files.set(file, Buffer.from(yaml));
    return host;
  };
  let host = createMemoryHost(lying);
  const current: Host = { ...host, readFile: (path, most) => host.readFile(path, most) };
  const pipeline = createPipeline({
    host: current,
    root,
    output: '/desk/output',
  });
  return {
    /** Returns all problems of an issue, including editorial ones. */
    check: (yaml: string | Buffer) => {
      host = take(yaml);
      return pipeline.checkIssue(file);
    },
    /** Renders an issue without writing it. */
    render: (yaml: string | Buffer) => {
      host = take(yaml);
      return pipeline.renderIssue(file);
    },
  };
}

/** Builds a valid issue and reads its PDF back. */
export async function renderIssue(
  yaml: string,
  photos: Readonly<Record<string, Buffer>> = {},
): Promise<BuiltIssue> {
  const outcome = await buildInMemory(yaml, photos);
  const bytes = outcome.file === undefined ? undefined : outcome.host.files.get(outcome.file);
  if (!bytes) throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
  return { ...outcome, bytes, pdf: await readPdf(bytes) };
}

/** Creates a plain photo. Its size is in pixels. */
export async function makePhoto(
  width = 900,
  height = 600,
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' = 'jpeg',
): Promise<Buffer> {
  const background = { r: 90, g: 140, b: 190 };
  return sharp({ create: { width, height, channels: 3, background } })
    [format]()
    .toBuffer();
}

/** Generates a text of random words, always the same for the same seed. */
export function makeText(words: number, seed = 1): string {
  const syllables = ['ka', 're', 'mi', 'to', 'lu', 'sen', 'dar', 'pol', 'vi', 'an', 'os', 'tem'];
  let state = seed;
  const next = (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  const word = () =>
    Array.from({ length: 1 + next(4) }, () => syllables[next(syllables.length)]).join('');
  return `${Array.from({ length: words }, word).join(' ')}.`;
}
