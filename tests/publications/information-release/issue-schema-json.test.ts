import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { printJsonSchema } from '../../../src/commands/write-json-schema.ts';
import { issueSchema } from '../../../src/publications/information-release/schema.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { referenceIssue, root } from '../../helpers/project-root.ts';
import { templateText } from '../../helpers/read-template.ts';

const text = templateText('issue.schema.json');
const schema = JSON.parse(text);
// The pattern beside `format` checks the value, and keys for editors are not part of the standard.
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test('issue.schema.json is up to date (to update it: npm run write-schema)', () => {
  expect(text).toBe(printJsonSchema(issueSchema));
});

type Node = { description?: string; properties?: Record<string, Node>; items?: Node } & {
  anyOf?: Node[];
};

/** All fields of the schema with their paths. */
function listFields(node: Node, path: string): [string, Node][] {
  const below = [
    ...Object.entries(node.properties ?? {}).map(([key, value]) => [`${path}.${key}`, value]),
    ...(node.items ? [[`${path}[]`, node.items]] : []),
  ] as [string, Node][];
  const branches = (node.anyOf ?? []).flatMap((branch) => listFields(branch, path));
  return [...below, ...below.flatMap(([name, value]) => listFields(value, name)), ...branches];
}

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

describe('the JSON Schema accepts what the format accepts', () => {
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
    ['a minimal issue', issueWith({})],
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
    ['an address with white space around it', issueWith({ source: ' http://example.org\n' })],
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
    ['a source that is not a web address', issueWith({ source: 'example.org' })],
    ['an unknown side', issueWith({ photo: { file: 'a', side: 'middle' } })],
    ['no day', issueWith({}, { period: { from: '2023-02-29', to: '2023-03-01' } })],
    ['half a number', issueWith({}, { number: 1.5 })],
    ['no section', issueWith({}, { sections: [] })],
    ['another language', issueWith({}, { language: 'fr' })],
  ])('the JSON Schema rejects, as the format does, %s', (_, issue) => {
    expect(issueSchema.safeParse(issue).success).toBe(false);
    expect(accepts(issue)).toBe(false);
  });
});
