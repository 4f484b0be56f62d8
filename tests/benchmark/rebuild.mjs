import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the program that builds again and again in one process. @returns its path */
export async function bundleRebuild(root) {
  const folder = join(root, 'node_modules', '.cache', 'bulletin', 'benchmark');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'rebuild.cjs');
  await build({
    entryPoints: [join(root, 'tests', 'benchmark', 'living-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['sharp', 'esbuild'],
    define: { __dirname: JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')) },
    logLevel: 'error',
  });
  return outfile;
}
