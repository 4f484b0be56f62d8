import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { listCountries } from '../../src/publications/information-release/countries.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

// A language is a file in src/text/languages with its entry in the list, a words file and the names of
// countries. Turkish, added that way, is translated into, checked and printed.

const project = join(makeRealFolder(), 'project');
const ISSUE = join(project, 'issues', '2025-01');
const EDITION = join(ISSUE, 'issue.tr.yaml');
const TEMPLATE = join(project, 'templates', 'information-release');
const FIRST = `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
      - title: Lessons were held
        source: https://polisia.kz/ru/1
        body: |
          Lessons were held in 12 schools.
`;

const run = (...words: string[]) => runProgram(words, { project });

beforeAll(() => {
  mkdirSync(project);
  copyProject(project);
  cpSync(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  const languages = join(project, 'src', 'text', 'languages');
  cpSync(join(root, 'tests', 'third-language', 'tr.ts'), join(languages, 'tr.ts'));
  const list = join(languages, 'index.ts');
  writeFileSync(
    list,
    readFileSync(list, 'utf8')
      .replace('ru: russian }', 'ru: russian, tr: turkish }')
      .replace("import { russian } from './ru.ts';", "$&\nimport { turkish } from './tr.ts';"),
  );
  const words = readFileSync(join(TEMPLATE, 'words.en.yaml'), 'utf8');
  writeFileSync(
    join(TEMPLATE, 'words.tr.yaml'),
    words.replace('heading: CONTENTS', 'heading: İÇİNDEKİLER'),
  );
  const names = listCountries().map(({ code }) =>
    code === 'KZ'
      ? 'KZ: { short: Kazakistan, official: Kazakistan Cumhuriyeti }'
      : `${code}: { short: '${code}', official: '${code}' }`,
  );
  writeFileSync(join(TEMPLATE, 'countries.tr.yaml'), `${names.join('\n')}\n`);
  mkdirSync(ISSUE, { recursive: true });
  writeFileSync(join(ISSUE, 'issue.yaml'), FIRST);
});

test('an edition in it is begun, checked and printed', async () => {
  const begun = await run('translate', '2025-01', 'tr');
  expect([begun.code, begun.err]).toEqual([0, '']);
  const text = readFileSync(EDITION, 'utf8')
    .replace('      -\n', '      - dersler hakkında\n')
    .replace('        title:\n', '        title: Dersler yapıldı\n')
    .replace('        body: |\n', '        body: |\n          Dersler 12 okulda yapıldı.\n');
  writeFileSync(EDITION, text);

  const checked = await run('check', '2025-01');
  expect([checked.code, checked.err]).toEqual([0, '']);
  expect(checked.out).toContain('2 editions of 1 issue checked: 0 errors, 0 warnings');
  writeFileSync(EDITION, text.replace('12 okulda', '13 okulda'));
  expect((await run('check', '2025-01')).out).toContain('[edition-figures]');
  writeFileSync(EDITION, text);

  const built = await run('build-issue', '2025-01', '--language', 'tr');
  expect([built.code, built.err]).toEqual([0, '']);
  const pdf = await readPdf(
    readFileSync(join(project, 'output', 'information-release-2025-01.tr.pdf')),
  );
  expect(pdf.info.Language).toBe('tr');
  const lines = pdf.pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n');
  for (const part of [
    'İÇİNDEKİLER',
    'KAZAKİSTAN CUMHURİYETİ',
    'DERSLER YAPILDI',
    'dersler hakkında',
  ]) {
    expect(lines).toContain(part);
  }
}, 180_000);
