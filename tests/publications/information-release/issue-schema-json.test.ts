import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { printJsonSchema } from '../../../src/commands/write-json-schema.ts';
import { editionSchema } from '../../../src/publications/information-release/editions/edition-schema.ts';
import { issueSchema } from '../../../src/publications/information-release/schema.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { referenceIssue, root } from '../../helpers/project-root.ts';
import { templateText } from '../../helpers/read-template.ts';

const text = templateText('issue.schema.json');
const schema = JSON.parse(text);
// `format` is left to the pattern beside it; descriptions for editors are no part of the standard.
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test('issue.schema.json is what the format says; if not: npm run write-schema', () => {
  expect(text).toBe(printJsonSchema(issueSchema));
});

test('edition.schema.json is what the format of editions says; if not: npm run write-schema', () => {
  expect(templateText('edition.schema.json')).toBe(printJsonSchema(editionSchema));
});

type Node = { description?: string; properties?: Record<string, Node>; items?: Node } & {
  anyOf?: Node[];
};

/** Every field of the schema with its path. */
function listFields(node: Node, path: string): [string, Node][] {
  const below = [
    ...Object.entries(node.properties ?? {}).map(([key, value]) => [`${path}.${key}`, value]),
    ...(node.items ? [[`${path}[]`, node.items]] : []),
  ] as [string, Node][];
  const branches = (node.anyOf ?? []).flatMap((branch) => listFields(branch, path));
  return [...below, ...below.flatMap(([name, value]) => listFields(value, name)), ...branches];
}

test('every field of an edition has a description', () => {
  const fields = listFields(JSON.parse(templateText('edition.schema.json')), 'edition');
  expect(fields.map(([name]) => name)).toContain('edition.sections[].articles[].of');
  expect(fields.filter(([, field]) => !field.description).map(([name]) => name)).toEqual([]);
});

test('every field has a description', () => {
  const fields = listFields(schema, 'issue');
  expect(fields.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'issue.sections[].articles[].photo.alt',
      'issue.sections[].topics[]',
      'issue.period.from',
    ]),
  );
  expect(fields.filter(([, field]) => !field.description).map(([name]) => name)).toEqual([]);
});

describe('whatever the format accepts is accepted', () => {
  const issues = ['2024-19', '2025-01'].map((name) => join(root, 'issues', name));
  test.each([...issues, ...(referenceIssue ? [referenceIssue] : [])])('%s', (folder) => {
    const { document } = readYaml(readFileSync(join(folder, 'issue.yaml'), 'utf8'), folder);
    expect(issueSchema.safeParse(document.value).success).toBe(true);
    expect(accepts(document.value)).toBe(true);
  });

  const issueWith = (article: object, top: object = {}) => ({
    number: 1,
    period: { from: '2024-02-29', to: '2024-03-15' },
    sections: [
      {
        country: 'KZ',
        topics: ['lessons'],
        articles: [{ title: 'T', source: 'https://example.org/', body: 'B', ...article }],
      },
    ],
    ...top,
  });

  test.each<[string, object]>([
    ['the smallest issue', issueWith({})],
    ['a photo as a path', issueWith({ photo: 'a.jpg' })],
    ['a photo with its file', issueWith({ photo: { file: 'a.jpg' } })],
    [
      'a photo with all its keys',
      issueWith({ photo: { file: 'a', alt: 'b', caption: 'c', credit: 'd', side: 'full' } }),
    ],
    ['a lead of several lines', issueWith({ lead: 'a\nb\n' })],
    ['a language', issueWith({}, { language: 'en' })],
    ['an address in capitals', issueWith({ source: 'HTTPS://EXAMPLE.ORG/A' })],
    ['an address in Cyrillic letters', issueWith({ source: 'https://пример.рф/новости?a=1#b' })],
    ['an address with blanks around it', issueWith({ source: ' http://example.org\n' })],
    ['text in any script', issueWith({ title: 'Қазақстан 🕊', body: '\u00a0x' })],
    ['a high number', issueWith({}, { number: 1000 })],
  ])('%s', (_, issue) => {
    expect(issueSchema.safeParse(issue).success).toBe(true);
    expect(accepts(issue)).toBe(true);
  });

  test.each<[string, object]>([
    ['an unknown key', issueWith({ leed: 'x' })],
    ['an unknown key of a photo', issueWith({ photo: { file: 'a', alr: 'b' } })],
    ['a blank title', issueWith({ title: ' \n' })],
    ['a title that is a number', issueWith({ title: 2024 })],
    ['no web address', issueWith({ source: 'example.org' })],
    ['a side that is none', issueWith({ photo: { file: 'a', side: 'middle' } })],
    ['no day', issueWith({}, { period: { from: '2023-02-29', to: '2023-03-01' } })],
    ['half a number', issueWith({}, { number: 1.5 })],
    ['no section', issueWith({}, { sections: [] })],
    ['another language', issueWith({}, { language: 'fr' })],
  ])('and it refuses, as the format does, %s', (_, issue) => {
    expect(issueSchema.safeParse(issue).success).toBe(false);
    expect(accepts(issue)).toBe(false);
  });
});
