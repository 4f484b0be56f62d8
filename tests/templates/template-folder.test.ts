import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Host } from '../../src/host/host.ts';
import { openTemplateFolder } from '../../src/templates/template-folder.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { summariesOf } from '../helpers/read-issue.ts';
import { buildInMemory } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const FOLDER = '/project/templates/newsletter';
const folderWith = (files: Record<string, string>) =>
  openTemplateFolder(
    '/project',
    'newsletter',
    createMemoryHost(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
    ),
  );
const schema = z.strictObject({ title: z.string() });

test('reads and checks a file of the publication', async () => {
  const { value, problems } = await folderWith({ 'words.yaml': 'title: News\n' }).readYaml(
    'words.yaml',
    schema,
  );
  expect(problems).toEqual([]);
  expect(value).toEqual({ title: 'News' });
});

test('problems have the file and line of the template', async () => {
  const folder = folderWith({ 'a.yaml': 'title: a: b\n', 'b.yaml': 'title: a\ntitel: b\n' });
  const a = await folder.readYaml('a.yaml', schema);
  expect(a.value).toBeUndefined();
  expect(a.problems).toMatchObject([{ code: 'yaml-syntax', file: `${FOLDER}/a.yaml` }]);
  const b = await folder.readYaml('b.yaml', schema);
  expect(b.value).toBeUndefined();
  expect(summariesOf(b.problems)).toEqual([
    'key-unknown 2:1 `titel` is not a key of the format: did you mean `title`?',
  ]);
});

test('a missing file is reported as a problem of the template', async () => {
  const { value, problems } = await folderWith({}).readYaml('words.ru.yaml', schema);
  expect(value).toBeUndefined();
  expect(problems).toMatchObject([
    { code: 'template-missing', severity: 'error', file: `${FOLDER}/words.ru.yaml` },
  ]);
});

test('a warning does not prevent reading the value', async () => {
  const { value, problems } = await folderWith({
    'a.yaml': 'title: News # of 3 # and more\n',
  }).readYaml('a.yaml', schema);
  expect(value).toEqual({ title: 'News' });
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('reads drawings as text and package files as bytes', async () => {
  const host = createMemoryHost({
    [`${FOLDER}/emblem.svg`]: '<svg/>',
    '/project/node_modules/font/font.ttf': 'font',
  });
  const folder = openTemplateFolder('/project', 'newsletter', host);
  expect(await folder.readDrawing('emblem.svg')).toBe('<svg/>');
  expect(await folder.readPackageFile('font/font.ttf')).toEqual(Buffer.from('font'));
});

test('CRLF in templates changes neither text nor PDF bytes', async () => {
  const folder = folderWith({ 'a.hbs': 'a\r\n{{b}}\r\n', 'emblem.svg': '<svg>\r\n</svg>' });
  expect(await folder.readText('a.hbs')).toBe('a\n{{b}}\n');
  expect(await folder.readDrawing('emblem.svg')).toBe('<svg>\n</svg>');
  expect(await folder.fillText('a.hbs', { b: 'c' })).toBe('a\nc\n');

  const yaml = sampleIssue({ KZ: [{ body: 'A body.' }] });
  const plain = await buildInMemory(yaml);
  const { readFile } = createMemoryHost();
  const withCrLf: Host['readFile'] = async (path, most) => {
    const bytes = await readFile(path, most);
    const isText = /templates.*\.(yaml|svg|hbs)$/.test(path);
    return isText ? Buffer.from(String(bytes).replaceAll('\n', '\r\n')) : bytes;
  };
  const templates: string[] = [];
  const { file, host } = await buildInMemory(
    yaml,
    {},
    {
      readFile: async (path, most) => {
        if (!path.includes('templates')) return plain.host.readFile(path, most);
        templates.push(path);
        return withCrLf(path, most);
      },
    },
  );
  expect(templates.length).toBeGreaterThan(3);
  expect(host.files.get(file ?? '')).toEqual(plain.host.files.get(plain.file ?? ''));
});
