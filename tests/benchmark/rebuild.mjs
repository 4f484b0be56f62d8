import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the benchmark that rebuilds an issue in one process. @returns the bundle's path */
export async function bundleRebuild(root) {
  const folder = join(root, 'node_modules', '.cache', 'bulletin', 'benchmark');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'rebuild.cjs');
  await build({
    entryPoints: [join(root, 'tests', 'benchmark', 'rebuild-process.ts')],
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
