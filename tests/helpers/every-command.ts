// Runs all commands that write or print something on a machine in memory.
import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import { createMemoryHost, type Machine, type MemoryHost } from './memory-host.ts';
import { makePhoto } from './render-issue.ts';
import { sampleIssue } from './sample-issue.ts';

/** Name of a photo with a space and with letters that have two normalization forms. */
const PHOTO = 'Йод қаласы №1.png'.normalize('NFC');

/** Imports the modules of the program that the commands below need. */
export async function loadProgram() {
  // esbuild would need the sources at the project's path on the machine.
  jest.unstable_mockModule('../../src/site/bundle-script.ts', () => ({
    bundleScripts: async () => ({ search: 'search', switchLanguage: 'switch' }),
  }));
  // One after the other, because Jest loses modules that are imported concurrently.
  const { main } = await import('../../src/cli.ts');
  const { buildArchive } = await import('../../src/commands/archive.ts');
  const { createArchiveBuilder } = await import('../../src/publishing/archive/archive-builder.ts');
  const { createPipeline } = await import('../../src/pipeline/pipeline.ts');
  const { informationRelease } = await import(
    '../../src/publications/information-release/information-release.ts'
  );
  return { main, buildArchive, createArchiveBuilder, createPipeline, informationRelease };
}

export type LoadedProgram = Awaited<ReturnType<typeof loadProgram>>;

/** A project on a machine, and its commands. */
export interface ProjectOnMachine {
  readonly host: MemoryHost;
  /** Returns the machine's path of a file or folder of the project. @param name its path with slashes */
  path(name: string): string;
  /** Runs a command line. @returns its exit code and what it printed */
  run(...words: string[]): Promise<CommandOutput>;
  /** Builds the archive in this thread. */
  archive(): Promise<CommandOutput>;
  /** SHA-256 of every file below a folder of the project, by path with slashes. */
  hashes(folder: string): Record<string, string>;
}

/** Exit code and output of a command. */
export interface CommandOutput {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Two valid issues and one with errors, with their photos, by path relative to the project. */
export async function sampleProject(): Promise<Readonly<Record<string, string | Buffer>>> {
  const first = sampleIssue(
    { KZ: [{ ...FIXED, photo: 'photos/hall.jpg' }], KG: [{ ...FIXED, title: 'Another' }] },
    { number: 1, from: '2025-01-01', to: '2025-01-15' },
  );
  const second = sampleIssue(
    { UZ: [{ ...FIXED, photo: `"photos/${PHOTO}"`, source: 'https://gazeta.news/2' }] },
    { number: 2, from: '2025-01-16', to: '2025-01-31' },
  );
  const wrong = sampleIssue(
    { QQ: [{ ...FIXED, photo: 'photos/hal.jpg', source: 'https://gazeta.news/3' }] },
    { number: 3, from: '2025-02-01', to: '2025-02-15' },
  );
  return {
    'issues/2025-01/issue.yaml': first,
    'issues/2025-01/photos/hall.jpg': await makePhoto(),
    'issues/2025-02/issue.yaml': second,
    [`issues/2025-02/photos/${PHOTO}`]: await makePhoto(1300, 900, 'png'),
    'issues/2025-03/issue.yaml': wrong,
    'issues/2025-03/photos/hall.jpg': await makePhoto(),
  };
}

const FIXED = { title: 'An event', source: 'https://gazeta.news/1', body: 'The the body.' };

/** Creates a project on a machine. */
export async function createProject(
  program: LoadedProgram,
  machine: Machine,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<ProjectOnMachine> {
  const { join, relative, sep } = machine.disk.path;
  const { root } = machine;
  const path = (name: string) => join(root, ...name.split('/'));
  const lying = Object.entries(files).map(([name, bytes]) => [path(name), bytes]);
  const cover = { width: 1190, height: 1684, channels: 3, background: 'navy' } as const;
  const drawing = await sharp({ create: cover }).png().toBuffer();
  const host: MemoryHost = createMemoryHost(
    Object.fromEntries(lying),
    {
      program: 'program',
      run: async (_, [, , folder = '']) => {
        host.files.set(join(folder, '1.png'), drawing);
        return { code: 0, printed: '', output: '' };
      },
    },
    machine,
  );
  const collect = async (command: () => Promise<number>): Promise<CommandOutput> => {
    host.printed.length = 0;
    host.warned.length = 0;
    const code = await command();
    // Durations differ from run to run.
    const [out = '', err = ''] = [host.printed, host.warned].map((texts) =>
      texts.join('\n').replaceAll(/\d+(?:\.\d+)? s\b/g, '0 s'),
    );
    return { code, out, err };
  };
  const { main, buildArchive, createArchiveBuilder, createPipeline } = program;
  return {
    host,
    path,
    run: (...words) => collect(() => main(words, root, host)),
    archive: () =>
      collect(() => {
        const startWorkers = async (place: Parameters<typeof createArchiveBuilder>[0]) => {
          const buildOne = createArchiveBuilder(place, host, (recordingHost) =>
            createPipeline({ host: recordingHost, root, output: place.output }),
          );
          // A worker builds one issue after the other.
          let last: Promise<unknown> = Promise.resolve();
          const build = (editions: readonly string[]) => {
            const result = last.then(() => buildOne(editions));
            last = result.catch(() => {});
            return result;
          };
          return { build, stop: async () => {} };
        };
        const tools = { program: 'program', startWorkers };
        return buildArchive({ out: path('output/archive'), jobs: 1 }, tools, root, host);
      }),
    hashes: (folder) => {
      const below = [...host.files].filter(([file]) => file.startsWith(path(folder) + sep));
      const hashed = below.map(([file, bytes]) => [
        relative(path(folder), file).split(sep).join('/'),
        createHash('sha256').update(bytes).digest('hex'),
      ]);
      return Object.fromEntries(hashed.sort());
    },
  };
}

/** Runs all commands. Returns what they print and write, to compare machines. The last ones remove issues. */
export async function runEveryCommand(project: ProjectOnMachine) {
  const { run, archive, hashes, path, host } = project;
  const out = path('output/built');
  const printed = {
    build: await run('build-issue', '--all', '--out', out),
    again: await run('build-issue', '2025-01', '--out', out),
    check: await run('check'),
    json: await run('check', '--format', 'json'),
    sarif: await run('check', '--format', 'sarif'),
    github: await run('check', '--format', 'github'),
    typeset: await run('typeset-report', '2025-01'),
    archive: await archive(),
    unchanged: await archive(),
  };
  for (const name of [...host.files.keys()]) {
    if (name.startsWith(path('issues/2025-03'))) host.files.delete(name);
  }
  const site = await run(
    'site',
    '--base-url',
    'https://example.org/',
    '--out',
    path('output/site'),
  );
  const next = await run('new-issue');
  return {
    printed: { ...printed, site, next },
    built: hashes('output/built'),
    archived: withoutRecords(hashes('output/archive')),
    site: hashes('output/site'),
    next: hashes('issues/2025-03'),
  };
}

/** Leaves out manifests, which contain paths of the machine. */
function withoutRecords(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('.records')));
}
