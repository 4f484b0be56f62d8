import { expect, test } from '@jest/globals';
import { bundleScripts } from '../../src/site/bundle-script.ts';
import { LANGUAGE_CODES, requireLanguage } from '../../src/text/languages/index.ts';
import { root } from '../helpers/project-root.ts';

test('the search script has the stemmers of the languages of the site only', async () => {
  const [english, russian, both] = await Promise.all(
    [['en'], ['ru'], ['en', 'ru']].map(async (codes) => (await bundleScripts(root, codes)).search),
  );
  // An ending that only the Russian stemmer knows, and one that only the English stemmer knows.
  const endings = (script = '') => [/ейш/.test(script), /ousness/.test(script)];
  expect([english, russian, both].map(endings)).toEqual([
    [false, true],
    [true, false],
    [true, true],
  ]);
});

test('the same languages give the same scripts', async () => {
  expect(await bundleScripts(root, ['ru'])).toEqual(await bundleScripts(root, ['ru']));
});

test.each(LANGUAGE_CODES)(
  'the module of the stemmer of %s is the one that is loaded',
  async (code) => {
    const { stemmer } = requireLanguage(code);
    const module = await import(stemmer?.module ?? '');
    expect((await stemmer?.load())?.stemmer).toBe(module.stemmer);
  },
);
