import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { composeIssue } from '../../../src/publications/information-release/compose-issue.ts';
import { countryOf } from '../../../src/publications/information-release/countries.ts';
import { buildDefinition } from '../../../src/publications/information-release/layout/build-definition.ts';
import { issueSchema } from '../../../src/publications/information-release/schema.ts';
import { themeSchema } from '../../../src/publications/information-release/theme.ts';
import { wordsSchema } from '../../../src/publications/information-release/words.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { createPhraseRenderer } from '../../../src/templates/phrases.ts';
import { parseRichText } from '../../../src/text/parse-rich-text.ts';
import { createTypesetter, typesetBlocks } from '../../../src/text/typography.ts';
import { root } from '../../helpers/project-root.ts';

const template = (name: string) => {
  const file = join(root, 'templates', 'information-release', name);
  return readYaml(readFileSync(file, 'utf8'), file).document.value;
};

const issue = issueSchema.parse({
  number: 3,
  period: { from: '2025-02-01', to: '2025-02-15' },
  sections: [
    {
      country: 'KZ',
      topics: ['a lesson'],
      articles: [
        {
          title: 'A lesson',
          source: 'https://example.org/1',
          photo: { file: 'photos/hall.jpg', caption: 'The hall' },
          lead: 'It took place.',
          body: 'One *word*.\n\n- Speech.\n\n* item',
        },
      ],
    },
  ],
});

test('the definition of a small issue matches its snapshot', () => {
  const typeset = createTypesetter('en', { quotes: true, dashes: true, spaces: true });
  const composed = composeIssue(
    issue,
    {
      words: wordsSchema.parse(template('words.en.yaml')),
      phrases: createPhraseRenderer('en'),
      countryOf,
      typeset,
      typesetBody: (body) => typesetBlocks(parseRichText(body).blocks, typeset),
    },
    {
      photoAt: () => ({
        image: 'photos/hall.jpg',
        size: { width: 198.4251968503937, height: 132.28346456692913 },
      }),
    },
  );
  const sections = composed.sections.map((section) => ({ ...section, flag: '<flag of KZ>' }));
  const definition = buildDefinition(
    { ...composed, sections },
    {
      theme: themeSchema.parse(template('theme.yaml')),
      drawings: new Map(
        ['cover.svg', 'back-cover.svg', 'emblem.svg'].map((name) => [name, `<${name}>`]),
      ),
    },
  );
  // The styles come from the theme; this snapshot covers the structure of the content.
  const { styles: _, defaultStyle: __, ...rest } = definition;
  expect(rest).toMatchSnapshot();
});
