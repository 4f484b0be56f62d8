import { describe, expect, test } from '@jest/globals';
import { compareEditions } from '../../../../src/publications/information-release/editions/compare-editions.ts';
import {
  type Edition,
  editionSchema,
} from '../../../../src/publications/information-release/editions/edition-schema.ts';
import { mergeEdition } from '../../../../src/publications/information-release/editions/merge-edition.ts';
import { updateEdition } from '../../../../src/publications/information-release/editions/update-edition.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';
import { checkSchema } from '../../../../src/source/schema-problems.ts';
import { readIssue } from '../../../helpers/read-issue.ts';

// Several and named sources, several photos, sections with headings and other countries in two editions.

const FIRST = `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - heading: International organisations
    topics: [a conference]
    articles:
      - title: A conference was held
        source: none
        also: [KZ]
        body: It was held in Vienna.
  - country: KZ
    topics: [lessons]
    articles:
      - title: Lessons were held
        source:
          - { name: Kazinform, address: https://kazinform.kz/1 }
          - https://polisia.kz/1
        photo:
          - { file: hall.jpg, alt: A hall, side: right }
          - { file: yard.jpg, alt: A yard, caption: The yard }
          - gate.jpg
        body: They were held in Almaty.
  - heading: Science
    topics: [a study]
    articles:
      - title: A study was published
        source: https://science.org/1
        body: It was published.
`;

const EDITION = `translates: en
sections:
  - heading: Международные организации
    topics: [о конференции]
    articles:
      - article: 1
        title: Прошла конференция
        body: Она прошла в Вене.
  - country: KZ
    topics: [об уроках]
    articles:
      - source:
          - https://polisia.kz/1
          - { name: Казинформ, address: https://kazinform.kz/1 }
        title: Прошли уроки
        alt: Зал
        photo:
          - { file: yard.jpg, alt: Двор, caption: Двор школы }
        body: Они прошли в Алматы.
  - heading: Наука
    topics: [об исследовании]
    articles:
      - source: https://science.org/1
        title: Опубликовано исследование
        body: Оно опубликовано.
`;

function parseEdition(text: string): Edition {
  const { value, problems } = checkSchema(editionSchema, readYaml(text, 'issue.ru.yaml').document);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

function merge(edition: string, first = FIRST) {
  return mergeEdition(readIssue(first), parseEdition(edition), 'ru');
}

/** Codes, messages and paths of what a comparison finds, without missing marks. */
function findingsOf(edition: string, first = FIRST): string[] {
  const issue = readIssue(first);
  const value = parseEdition(edition);
  const merged = mergeEdition(issue, value, 'ru');
  const { document } = readYaml(edition, 'issue.ru.yaml');
  const compared = compareEditions({
    first: { issue, document: readYaml(first, 'issue.yaml').document },
    edition: { value, document },
    merged,
  });
  return [...merged.findings, ...compared]
    .filter(({ code }) => code !== 'edition-no-marks' && code !== 'edition-untranslated')
    .map(({ code, message, path }) => `${code} ${path.join('.')} ${message}`);
}

const replaced = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`There is no ${from}`);
  return text.replace(from, to);
};

test('facts come from the first edition, words from the further one', () => {
  const { issue, findings } = merge(EDITION);
  expect(findings).toEqual([]);
  expect(issue.sections.map(({ country, heading }) => country ?? heading)).toEqual([
    'Международные организации',
    'KZ',
    'Наука',
  ]);
  const [conference, lessons] = issue.sections.map(({ articles }) => articles[0]);
  expect(conference).toMatchObject({ title: 'Прошла конференция', source: 'none', also: ['KZ'] });
  expect(lessons).toMatchObject({
    source: [{ name: 'Казинформ', address: 'https://kazinform.kz/1' }, 'https://polisia.kz/1'],
    photo: [
      { file: 'hall.jpg', alt: 'Зал', side: 'right' },
      { file: 'yard.jpg', alt: 'Двор', caption: 'Двор школы' },
      { file: 'gate.jpg', alt: undefined },
    ],
  });
});

test('words are located in the further edition, facts are not', () => {
  const { placeOf } = merge(EDITION);
  const article = ['sections', 1, 'articles', 0];
  expect(placeOf(['sections', 0, 'heading'])).toEqual(['sections', 0, 'heading']);
  expect(placeOf([...article, 'source', 0, 'name'])).toEqual([...article, 'source', 1, 'name']);
  expect(placeOf([...article, 'source', 0, 'address'])).toBeUndefined();
  expect(placeOf([...article, 'source', 1])).toBeUndefined();
  expect(placeOf([...article, 'photo', 0, 'alt'])).toEqual([...article, 'alt']);
  expect(placeOf([...article, 'photo', 1, 'caption'])).toEqual([...article, 'photo', 0, 'caption']);
  expect(placeOf([...article, 'photo', 1, 'file'])).toBeUndefined();
  expect(placeOf([...article, 'also'])).toBeUndefined();
});

describe('a difference is found where it is', () => {
  const article = 'sections.1.articles.0';
  test.each<[string, string, readonly string[]]>([
    ['none', EDITION, []],
    [
      'a name that is missing',
      replaced(EDITION, '          - { name: Казинформ, address: https://kazinform.kz/1 }\n', ''),
      [
        `edition-text-missing ${article}.source the name of the source (“Kazinform”) of the first edition is missing here`,
      ],
    ],
    [
      'a name of a source without one',
      replaced(
        EDITION,
        '- https://polisia.kz/1',
        '- { name: Полиция, address: https://polisia.kz/1 }',
      ),
      [`edition-text-missing ${article}.source.0.name \`name\` is only in this edition`],
    ],
    [
      'an unknown source beside a known one',
      replaced(EDITION, 'https://polisia.kz/1', 'https://polisia.kz/2'),
      [
        `edition-article-unknown ${article}.source.0 the article has no source \`https://polisia.kz/2\` in the first edition`,
      ],
    ],
    [
      'words of a further photo that are missing',
      replaced(EDITION, ', caption: Двор школы', ''),
      [
        `edition-text-missing ${article} \`caption\` of photo 2 of the first edition is missing here`,
      ],
    ],
    [
      'words of an unknown photo',
      replaced(EDITION, 'file: yard.jpg', 'file: door.jpg'),
      [
        `edition-photo ${article}.photo.0.file the article has no photo \`door.jpg\` in the first edition`,
        `edition-text-missing ${article} \`alt\` of photo 2 of the first edition is missing here`,
        `edition-text-missing ${article} \`caption\` of photo 2 of the first edition is missing here`,
      ],
    ],
    [
      'words of the first photo in two places',
      replaced(
        EDITION,
        '{ file: yard.jpg',
        '{ file: hall.jpg, alt: Зал }\n          - { file: yard.jpg',
      ),
      [
        `edition-photo ${article}.photo.0.alt \`alt\` of the first photo also stands beside the title`,
      ],
    ],
    [
      'a heading too many',
      `${EDITION}  - heading: Право\n    topics: [о праве]\n    articles:\n      - { article: 1, title: Право, body: Право. }\n`,
      ['edition-section sections.3.heading the first edition has no section “Право”'],
    ],
    [
      'a heading that is missing',
      EDITION.slice(0, EDITION.indexOf('  - heading: Наука')),
      ['edition-section sections the section “Science” of the first edition is missing'],
    ],
  ])('%s', (_, edition, expected) => {
    expect(findingsOf(edition)).toEqual(expected);
  });
});

test('an article is tied by any source that the editions share', () => {
  const first = replaced(FIRST, '- https://polisia.kz/1', '- https://polisia.kz/ru/1');
  const edition = replaced(EDITION, '          - https://polisia.kz/1\n', '');
  expect(merge(edition, first).findings).toEqual([]);
});

describe('translate', () => {
  const update = (text: string | undefined, first = FIRST) =>
    updateEdition({
      first: { issue: readIssue(first), language: 'en' },
      file: 'issue.ru.yaml',
      text,
    });

  test('writes places for names, photos and headings, and changes nothing the second time', () => {
    const { text } = update(undefined);
    expect(text).toContain('  # heading: International organisations\n  - heading:\n');
    expect(text).toContain('      - article: 1\n        of: ');
    expect(text).toContain(`      - source:
          - address: https://kazinform.kz/1
            # name: Kazinform
            name:
        of: `);
    expect(text).toContain(`        photo:
          - file: yard.jpg
            # alt: A yard
            alt:
            # caption: The yard
            caption:
`);
    expect(text).not.toContain('gate.jpg');
    expect(update(text).text).toBe(text);
  });

  test('its file is complete when every place is filled in', () => {
    const filled = update(undefined).text.replace(
      /^( *(?:- )?)(title|heading|alt|caption|name):$/gm,
      '$1$2: Слово',
    );
    const { text } = update(
      filled.replace(/^( *)-$/gm, '$1- слово').replace(/body: \|/g, 'body: Слово.'),
    );
    expect(merge(text.replace(/\n *#.*body: Слово\./g, '')).findings).toEqual([]);
  });

  test('adds the marks and the words of a photo that the first edition has got', () => {
    const more = replaced(FIRST, '- gate.jpg', '- { file: gate.jpg, alt: A gate }');
    const { text } = update(EDITION, more);
    expect(text).toContain(
      '          - file: gate.jpg\n            # alt: A gate\n            alt:\n          - { file: yard.jpg',
    );
    expect(text.match(/^ *of: /gm)).toHaveLength(3);
    expect(update(text, more).text).toBe(text);
  });

  test('keeps marks as they are when a photo without words is added', () => {
    const marks = (first: string) => update(undefined, first).text.match(/of: .*/g);
    const fewer = replaced(FIRST, '          - gate.jpg\n', '');
    expect(marks(fewer)).toEqual(marks(FIRST));
  });
});
