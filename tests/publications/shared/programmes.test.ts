import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { entryAt, readProgrammes } from '../../../src/publications/shared/programmes.ts';
import { openTemplateFolder } from '../../../src/templates/template-folder.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';
import { root } from '../../helpers/project-root.ts';

const FOLDER = 'templates/press-release/programmes';
const text = readFileSync(join(root, FOLDER, 'cadap-7.yaml'), 'utf8');

async function read(files: Readonly<Record<string, string>>, language = 'en') {
  const paths = Object.entries(files).map(([name, file]) => [`/p/${FOLDER}/${name}`, file]);
  const host = createMemoryHost(Object.fromEntries(paths));
  // The folder of another publication, which shares the programmes.
  const folder = openTemplateFolder('/p', 'newsletter', host).openOther('press-release');
  const { byName, files: all } = await readProgrammes(folder, language);
  const problems = all.flatMap((file) => file.problems);
  return { names: [...byName.keys()], problems, programme: byName.get('cadap-7') };
}

describe('entries by date', () => {
  const entries = [{ since: '2020-02-01' }, { since: '2013-07-01' }];

  test.each([
    ['2013-06-30', undefined],
    ['2013-07-01', '2013-07-01'],
    ['2020-01-31', '2013-07-01'],
    ['2020-02-01', '2020-02-01'],
    ['2031-01-01', '2020-02-01'],
  ])('%s has that of %s, in any order of the entries', (date, since) => {
    expect(entryAt(entries, date)?.since).toBe(since);
    expect(entryAt([...entries].reverse(), date)?.since).toBe(since);
  });
});

describe('the programme files of the project', () => {
  const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.yaml'));

  test.each(['en', 'ru'])('have no problems, in %s', async (language) => {
    const files = names.map((name) => [name, readFileSync(join(root, FOLDER, name), 'utf8')]);
    const { problems, names: read_ } = await read(Object.fromEntries(files), language);
    expect(problems).toEqual([]);
    expect(read_).toEqual(['cadap-6', 'cadap-7']);
  });

  test('know the member states and years of every date since July 2013', async () => {
    const { programme } = await read({ 'cadap-7.yaml': text });
    const at = (date: string) => {
      const { memberStates, years } = entryAt(programme?.europeanUnion.figures ?? [], date) ?? {};
      return [memberStates, years];
    };
    expect(at('2019-04-25')).toEqual([28, 50]);
    expect(at('2020-01-31')).toEqual([28, 50]);
    expect(at('2020-02-01')).toEqual([27, 60]);
  });
});

describe('a programme file', () => {
  test('is read in the language of its name', async () => {
    const files = {
      'cadap-7.yaml': text,
      'cadap-7.ru.yaml': text,
      'README.md': 'x',
      'a b.yaml': '',
    };
    expect((await read(files)).names).toEqual(['cadap-7']);
    expect((await read(files, 'ru')).names).toEqual(['cadap-7']);
    expect((await read({ 'cadap-7.yaml': text }, 'ru')).names).toEqual([]);
  });

  test.each([
    ['name: CADAP 7\n', '', 'has no `name`'],
    ['phase: 7', 'phase: seven', '`phase` cannot be text'],
    ['website: https://eu', 'website: https:// https://eu', 'has a second https://'],
    ['since: 2020-02-01\n', 'since: 1.2.2020\n', 'did you mean 2020-02-01?'],
    ['email: delegation-kyrgyzstan@', 'email: delegation-kyrgyzstan.', 'is not an e-mail address'],
    ['{{memberStates}}', '{{#if memberStates}}', ''],
    ['vision:', 'wision:', '`wision` is not a key'],
  ])('with %j as %j has a problem with its line', async (right, wrong, message) => {
    const changed = text.replace(right, wrong);
    expect(changed).not.toBe(text);
    const { problems } = await read({ 'cadap-7.yaml': changed });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.range?.start.line).toBeGreaterThan(0);
  });
});
