import { join } from 'node:path';
import sharp from 'sharp';
import { main } from '../../src/cli.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost, type MemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

let drawing: Promise<Buffer> | undefined;

function drawPage(): Promise<Buffer> {
  const page = { width: 1190, height: 1684, channels: 3, background: 'navy' } as const;
  drawing ??= sharp({ create: page }).png().toBuffer();
  return drawing;
}

/**
 * Runs `site --out /desk/site` in memory. Instead of the program that draws covers, a picture is ready.
 * @param files of the project, by absolute path
 * @param changes of the host
 */
export async function runSite(
  files: Readonly<Record<string, string | Buffer>>,
  words: readonly string[] = [],
  changes: Partial<Host> | ((original: MemoryHost) => Partial<Host>) = {},
) {
  const page = await drawPage();
  const host: MemoryHost = createMemoryHost(files, {
    run: async (_, [, pdf = '', folder = '']) => {
      if (!host.files.get(pdf)?.subarray(0, 5).equals(Buffer.from('%PDF-'))) return undefined;
      host.files.set(join(folder, '1.png'), page);
      return { code: 0, printed: '', output: '' };
    },
  });
  Object.assign(host, typeof changes === 'function' ? changes({ ...host }) : changes);
  const code = await main(['site', '--out', '/desk/site', ...words], root, host);
  const names = [...host.files.keys()].filter((path) => path.startsWith('/desk/'));
  return { code, host, names, out: host.printed.join('\n'), err: host.warned.join('\n') };
}
