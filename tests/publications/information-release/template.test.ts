import { describe, expect, test } from '@jest/globals';
import { createBuildCache } from '../../../src/cache/build-cache.ts';
import { createPersistentCache } from '../../../src/cache/persistent-cache.ts';
import { informationRelease } from '../../../src/publications/information-release/information-release.ts';
import { themeSchema } from '../../../src/publications/information-release/theme.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { checkSchema } from '../../../src/source/schema-problems.ts';
import { openTemplateFolder } from '../../../src/templates/template-folder.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';
import { root } from '../../helpers/project-root.ts';
import { summariesOf } from '../../helpers/read-issue.ts';
import { templateText, theme } from '../../helpers/read-template.ts';

function checkTheme(piece: string | RegExp, replacement: string): string[] {
  const text = templateText('theme.yaml');
  const changed = text.replace(piece, replacement);
  if (changed === text) throw new Error(`The theme has no ${piece}`);
  const { problems } = checkSchema(themeSchema, readYaml(changed, 'theme.yaml').document);
  return summariesOf(problems).map((summary) => summary.replace(/ \d+:\d+ /, ' '));
}

test('the template has a theme, words, drawings and four fonts', async () => {
  const folder = openTemplateFolder(root, 'information-release', createMemoryHost());
  const buildCache = createBuildCache();
  const { template, fonts, problems } = await informationRelease.loadTemplate(folder, 'en', {
    buildCache,
    persistentCache: createPersistentCache(buildCache),
    findMissingIn: async () => () => [],
    measureLines: async (_, lines) => lines.map(() => 100),
  });
  expect(problems).toEqual([]);
  expect([...(template?.drawings.keys() ?? [])].sort()).toEqual([
    'back-cover.svg',
    'cover.svg',
    'emblem.svg',
  ]);
  for (const family of Object.values(fonts)) {
    expect(Object.keys(family).sort()).toEqual(['bold', 'bolditalics', 'italics', 'normal']);
  }
});

test('the page is A4 with the margins of the published releases', () => {
  const mm = (length: number) => Math.round((length / 72) * 25.4);
  const { width, height, margins } = theme.page;
  expect([mm(width), mm(height)]).toEqual([210, 297]);
  expect([margins.top, margins.right, margins.bottom, margins.left].map(mm)).toEqual([
    20, 15, 20, 25,
  ]);
});

describe('a mistake in the theme is reported like one in an issue', () => {
  test('a length without a unit', () => {
    expect(checkTheme('gutter: 10pt', 'gutter: 10')).toEqual([
      expect.stringMatching(/^value-\w+ `gutter` /),
    ]);
    expect(checkTheme('gutter: 10pt', 'gutter: 10px')).toEqual([
      'value-invalid `gutter` is not a length; write a number with its unit, such as 14pt, 25mm or 7cm',
    ]);
  });

  test('a colour that is not in the palette', () => {
    expect(checkTheme(/link: \{ color: link \}/, 'link: { color: purple }')).toEqual([
      expect.stringMatching(/^value-invalid `color` is not one of the theme’s colours: ink, /),
    ]);
  });

  test('an invalid colour', () => {
    expect(checkTheme(/ink: "#\w+"/, 'ink: black')).toEqual([
      'value-invalid `ink` is not a colour; write it as #0f2f57',
    ]);
  });

  test('a style that is missing', () => {
    expect(checkTheme(/ {2}folio: .*\n/, '')).toEqual(['key-missing `styles` has no `folio`']);
  });
});
