import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the script of the search page; `root` is the project's folder. */
export async function bundleSearchScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', 'site', 'page', 'search.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
