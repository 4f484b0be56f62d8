import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { languageOf } from '../text/languages/index.ts';
import type { SiteScripts } from './site-pages.ts';

const PAGE = './src/site/page';

/**
 * Bundles the scripts of a site.
 * @param root the project's folder
 * @param languages of the site; the search has a stemmer for each
 */
export async function bundleScripts(
  root: string,
  languages: readonly string[],
): Promise<SiteScripts> {
  const stemmers = languages.flatMap((code) => {
    const module = languageOf(code)?.stemmer?.module;
    return module === undefined ? [] : [{ code, module }];
  });
  const search = [
    ...stemmers.map(({ module }, index) => `import { stemmer as stem${index} } from '${module}';`),
    `import { startSearch } from '${PAGE}/search.ts';`,
    `startSearch({ ${stemmers.map(({ code }, index) => `${code}: stem${index}`).join(', ')} });`,
  ];
  return {
    search: await bundle(root, { stdin: { contents: search.join('\n'), resolveDir: root } }),
    switchLanguage: await bundle(root, { entryPoints: [join(root, PAGE, 'switch-language.ts')] }),
  };
}

async function bundle(root: string, entry: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    // Browsers decode module scripts as UTF-8.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
