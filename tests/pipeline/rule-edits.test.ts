// The edits of the rules: an issue before and after, byte for byte the same elsewhere.
import { describe, expect, test } from '@jest/globals';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import type { Edit, Problem } from '../../src/diagnostics/problem.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { CODES } from '../../src/publications/index.ts';
import { sampleRelease } from '../helpers/check-release.ts';
import { ENGLISH, FOLDER, RUSSIAN } from '../helpers/edition-texts.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';

const FILE = `${root}/issues/2024-19/issue.yaml`;

/** An issue with every kind of value: comments, quotes of both kinds, an anchor, a block, brackets. */
const ISSUE = `# The issue of November
number: 19
period: { from: 2024-11-16, to: 2024-11-30 }   # two weeks
sections:
  - country: KZ
    topics:
      - &topic lessons held by police
    articles:
      - title: 'Rally in Almaty' # ok
        source: "https://gazeta.news/1"
        photo: { file: photos/hall.jpg, alt: A hall full of students }
        lead: A standfirst of one line
        body: |
          A short body.

          Another paragraph, with “quotes”.
      - title: Second
        source: https://gazeta.news/2
        place: *topic
        body: |
          The police held lessons.
`;

const photo = await makePhoto(900, 700);
const PHOTO = { [`${root}/issues/2024-19/photos/hall.jpg`]: photo };
/** Checks texts of the issue with the templates that it has read before. */
const pipeline = createPipeline({
  host: createMemoryHost({ [FILE]: ISSUE, ...PHOTO }),
  root,
  output: '/out',
});

async function check(text: string, file = FILE, others?: Record<string, string>) {
  if (!others) return (await pipeline.checkIssue(file, new Map([[file, text]]))).problems;
  const host = createMemoryHost({ [FILE]: text, ...others, ...PHOTO });
  return (await createPipeline({ host, root, output: '/out' }).checkIssue(file)).problems;
}

/** Returns the best edit of the first problem with a code, and the text after it. */
async function editOf(code: string, text: string) {
  const problems = await check(text);
  const found = problems.filter((problem) => problem.code === code);
  expect(found).not.toEqual([]);
  const [edit] = found[0]?.edits ?? [];
  return { edit, after: edit && applyChanges(text, edit.changes), problems };
}

const isFixing = ({ isSuppression }: Edit) => isSuppression !== true;
const codesOf = (problems: readonly Problem[]) => problems.map(({ code }) => code).sort();

test('the issue that the mistakes are made in has no problems', async () => {
  expect(await check(ISSUE)).toEqual([]);
});

/** Mistakes: what stands in the issue, what an editor wrote in its place, what the edit writes. */
type Mistake = readonly [code: string, right: string, wrong: string, fixed?: string];

const SURE: readonly Mistake[] = [
  ['quote-mixed', 'with “quotes”', 'with “quotes"'],
  ['quote-foreign', 'with “quotes”', 'with «quotes»'],
  ['dash-double', 'A short body', 'A short -- body', 'A short – body'],
  ['apostrophe-sign', 'A short body', 'A city`s body', 'A city’s body'],
  ['number-sign', 'A short body', 'A body of school №27', 'A body of school No. 27'],
  ['unit-space', 'A short body', 'A body of 260kg', 'A body of 260 kg'],
  ['encoding-broken', 'A short body', 'A cityâ€™s body', 'A city’s body'],
  ['address-tracking', 'https://gazeta.news/2', 'https://gazeta.news/2?utm_source=x'],
  ['address-end', 'https://gazeta.news/2', 'https://gazeta.news/2.'],
  ['source-http', 'source: https://gazeta.news/2', 'source: http://gazeta.news/2'],
  ['key-unknown', 'number:', 'nubmer:'],
  ['key-unknown', 'period:', 'Period:'],
  ['key-unknown', 'lead:', 'leаd:'],
  ['key-unknown', 'alt:', 'Alt:'],
  ['key-unknown', '- title: Second', '- "titel": Second', '- title: Second'],
  ['value-invalid', 'from: 2024-11-16', 'from: 16.11.2024'],
  ['value-invalid', 'from: 2024-11-16', "from: '16/11/2024'", "from: '2024-11-16'"],
  ['value-invalid', 'to: 2024-11-30', 'to: "2024.11.30"', 'to: "2024-11-30"'],
  ['value-invalid', '2024-11-16', '2024/11/16'],
  ['value-type', 'number: 19', "number: '19'"],
  ['value-type', '- title: Second', '- title: 1991', "- title: '1991'"],
  ['value-type', '- title: Second', '- title: 007', "- title: '007'"],
  ['value-type', '- &topic lessons', '- &topic lessons: those', "- &topic 'lessons: those"],
  ['country-unknown', 'country: KZ', 'country: kz'],
  ['country-unknown', 'country: KZ', "country: 'КZ'", "country: 'KZ'"],
  ['country-unknown', 'country: KZ', 'country: Kazakhstan'],
  ['letters-mixed', 'short', 'shоrt'],
  ['letters-mixed', "'Rally in Almaty'", "'Rally in Аlmaty'"],
  ['title-stop', "Almaty'", "Almaty.'"],
  ['article-form', 'A short body', 'An short body'],
  ['title-site', "Almaty'", "Almaty | Polisia.kz'"],
  ['topic-start', 'lessons held', 'information on lessons held'],
  ['topic-capital', 'lessons held', 'Lessons held'],
  ['topic-end', 'by police', 'by police.'],
  ['date-slashes', 'A short body', 'On 20/11/2024 a body', 'On 20 November 2024 a body'],
  ['decimal-mark', 'A short body', 'A rise of 8,5 times', 'A rise of 8.5 times'],
  ['yaml-syntax', 'title: Second', 'title: Second: a story', "title: 'Second: a story'"],
  ['yaml-syntax', 'alt: A hall', 'alt: A hall: all', "alt: 'A hall: all"],
  ['yaml-syntax', 'title: Second', "title: It's: a story", "title: 'It''s: a story'"],
  ['yaml-syntax', 'title: Second', 'title: “Second”: a story', "title: '“Second”: a story'"],
  ['yaml-syntax', 'title: Second', 'title: "Second" story', `title: '"Second" story'`],
  ['yaml-syntax', 'title: Second', "title: 'It's second'", "title: 'It''s second'"],
  ['yaml-syntax', 'title: Second', 'title: *Second* story', "title: '*Second* story'"],
  ['yaml-syntax', 'title: Second', 'title: *Second', "title: '*Second'"],
  ['yaml-syntax', 'title: Second', 'title: @second', "title: '@second'"],
  ['yaml-syntax', 'title: Second', 'title: [Second] story', "title: '[Second] story'"],
  ['yaml-syntax', '  - country: KZ', '  -country: KZ'],
  ['yaml-syntax', '        lead:', '\u00a0       lead:'],
  ['yaml-syntax', '    articles:', '  \u00a0\u00a0articles:'],
  ['yaml-syntax', 'lead: A', 'lead:\u00a0A'],
  ['yaml-syntax', 'file: photos/hall.jpg', 'file: "photos\\hall.jpg"', 'file: "photos/hall.jpg"'],
  ['photo-missing', 'photos/hall.jpg', 'photos\\hall.jpg'],
  ['photo-missing', 'photos/hall.jpg', 'Photos/Hall.JPG'],
  ['photo-missing', 'photos/hall.jpg', "'photos\\Hall.jpg'", "'photos/hall.jpg'"],
  ['lines-joined', 'body.\n\n          Another', 'body.\n          Another'],
  ['pasted-list', 'A short body.', '•\tA short body.', '* A short body.'],
  [
    'pasted-table',
    'A short body.',
    'A "a"\tShort\n          body\t|',
    '| A "a" | Short |\n          | --- | --- |\n          | body | \\| |',
  ],
  ['pasted-heading', 'A short body.', '## A short body', '### A short body'],
  ['pasted-invisible', 'A short body.', '\u200bA sh\u00adort bo\u00addy\ufeff.'],
  ['pasted-letters', 'short', '𝘀𝗵𝗼𝗿𝘁'],
  ['pasted-markup', 'A short body', 'A <b>body</b>', 'A **body**'],
  ['pasted-markup', 'A short body', 'A<br>body', 'A\\\n          body'],
  ['pasted-markup', "'Rally in Almaty'", "'Rally of Almaty&#39;s'", "'Rally of Almaty''s'"],
  ['pasted-markup', 'alt: A hall full of students', 'alt: A hall&#44; full', "alt: 'A hall, full'"],
  ['space-twice', 'short body', 'short \u00a0body', 'short\u00a0body'],
  ['space-before', 'A short body.', 'A short body .'],
  ['space-after', 'A short body.', 'A short body,too.', 'A short body, too.'],
  ['mark-twice', 'A short body.', 'A short body..'],
  [
    'glyph-missing',
    'A short body.',
    'A\u2028short\u2028body.',
    'A\\\n          short\\\n          body.',
  ],
  ['glyph-missing', 'A short body.', 'A \u0096 body.', 'A – body.'],
  ['glyph-missing', 'https://gazeta.news/2', 'https://gazeta.news\u200b/2'],
  ['suppression-unknown', '# ok', '# ok: word-twise', '# ok: word-twice'],
];

describe('a sure edit', () => {
  test.each(SURE)('%s: %s ← %s', async (code, right, wrong, fixed = right) => {
    const { edit, after, problems } = await editOf(code, ISSUE.replace(right, wrong));
    expect(edit?.isSure).toBe(true);
    let expected = ISSUE.replace(right, fixed);
    // The quotation mark at the end of a text stands behind what the mistake has changed.
    if (fixed.endsWith('hall: all')) expected = expected.replace('students }', "students' }");
    if (fixed.endsWith('lessons: those')) expected = expected.replace('police', "police'");
    expect(after).toBe(expected);
    // It removes its problem and adds none.
    const left = codesOf(await check(after ?? ''));
    const others = codesOf(problems.filter((problem) => problem.code !== code));
    expect(left.filter((one) => !others.includes(one) && one !== 'suppression-unused')).toEqual([]);
  });
});

describe('an edit that is not sure', () => {
  test.each<readonly [string, string, string, string]>([
    ['value-invalid', 'from: 2024-11-16', 'from: 6/11/2024', 'from: 2024-11-06'],
    ['country-unknown', 'country: KZ', 'country: Kazahstan', 'country: KZ'],
    ['country-unknown', 'country: KZ', 'country: UK', 'country: GB'],
    ['photo-missing', 'photos/hall.jpg', 'photos/hal.jpg', 'photos/hall.jpg'],
    ['date-outside', 'lead:', 'date: 2025-11-20\n        lead:', 'date: 2024-11-20\n        lead:'],
    ['word-twice', 'A short body', 'A short short body', 'A short body'],
    ['text-cut', 'title: Second', 'title: Second #1 of two', "title: 'Second #1 of two'"],
    ['title-stop', 'title: Second', 'title: Second etc.', 'title: Second etc'],
    ['letters-mixed', 'title: Second', 'title: Second ХВA', 'title: Second XBA'],
    ['yaml-syntax', 'title: Second', 'title: "A "B" C"', `title: 'A "B" C'`],
  ])('%s: %s ← %s', async (code, right, wrong, fixed) => {
    const { edit, after } = await editOf(code, ISSUE.replace(right, wrong));
    expect(edit?.isSure).toBe(false);
    expect(after).toBe(ISSUE.replace(right, fixed));
  });
});

describe('there is no edit', () => {
  test.each([
    [
      'a value that is written with escapes',
      'title-stop',
      "'Rally in Almaty'",
      '"Rally in \\"Almaty\\"."',
    ],
    ['a key that is there already', 'key-unknown', 'number: 19', 'number: 19\nnubmer: 20'],
    ['a comment that may belong to the text', 'yaml-syntax', 'title: Second', 'title: A: b # c'],
    ['an alias', 'value-type', '- &topic lessons held by police', '- &topic 5\n      - *topic'],
    ['text between brackets', 'value-type', 'title: Second', 'title: { a: Second }'],
    ['a word that can be no other', 'letters-mixed', 'title: Second', 'title: Second SMSки'],
  ])('for %s', async (_, code, right, wrong) => {
    const problems = await check(ISSUE.replace(right, wrong));
    const found = problems.filter((problem) => problem.code === code).at(-1);
    expect(found).toBeDefined();
    expect((found?.edits ?? []).filter(isFixing)).toEqual([]);
  });
});

describe('a vertical bar', () => {
  const BLOCK = ISSUE.slice(ISSUE.indexOf('body: |'), ISSUE.indexOf('      - title: Second'));
  const joined = (body: string) => ISSUE.replace(BLOCK, body);
  const literal = 'body: |\n          First line\n          of it.\n\n          Second.\n';
  test.each([
    ['on the line of the key', 'body: First line\n          of it.\n\n          Second.\n'],
    ['below the key', 'body:\n          First line\n          of it.\n\n          Second.\n'],
    ['with another indentation', 'body: First line\n          of it.\n\n             Second.\n'],
    [
      'with an angle bracket',
      'body: >\n          First line\n          of it.\n\n          Second.\n',
    ],
    [
      'with a space behind the key',
      'body: \n          First line\n          of it.\n\n          Second.\n',
    ],
  ])('is put before a text %s', async (_, body) => {
    const { edit, after } = await editOf('text-joined', joined(body));
    expect(edit?.isSure).toBe(true);
    expect(after).toBe(joined(literal));
    expect(await check(after ?? '')).toEqual([]);
  });

  test('is put before a text with a colon', async () => {
    const body = 'body: He said: no.\n\n          Then: yes.\n';
    const { edit, after } = await editOf('yaml-syntax', joined(body));
    expect(edit?.isSure).toBe(true);
    expect(after).toBe(joined('body: |\n          He said: no.\n\n          Then: yes.\n'));
    expect(await check(after ?? '')).toEqual([]);
  });

  test('replaces the double quotes of a text of several lines', async () => {
    const quoted = joined('body: "First, “quoted”.\n\n          Second."\n');
    const { edit, after } = await editOf('text-joined', quoted);
    expect(edit?.isSure).toBe(true);
    expect(after).toBe(joined('body: |\n          First, “quoted”.\n\n          Second.\n'));
  });

  test.each([
    ['single quotes', "'First.\n\n          Second.'"],
    ['a backslash between double quotes', '"First.\\t\n\n          Second."'],
  ])('is not put before a text in %s', async (_, text) => {
    const { edit } = await editOf('text-joined', joined(`body: ${text}\n`));
    expect(edit?.isSuppression).toBe(true);
  });
});

describe('a comment that suppresses a warning', () => {
  async function suppress(right: string, wrong: string, code: string): Promise<string> {
    const text = ISSUE.replace(right, wrong);
    const problem = (await check(text)).find((one) => one.code === code);
    const edit = problem?.edits?.at(-1);
    expect(edit?.isSuppression).toBe(true);
    expect(edit?.isSure).toBe(false);
    const after = applyChanges(text, edit?.changes ?? []) ?? '';
    expect(codesOf(await check(after))).not.toContain(code);
    return after;
  }

  test('stands behind the bar of a body', async () => {
    const after = await suppress('short body', 'short short body', 'word-twice');
    expect(after).toContain('        body: | # ok: word-twice\n          A short short');
  });

  test('stands behind a value of one line', async () => {
    const after = await suppress('title: Second', 'title: Second second', 'word-twice');
    expect(after).toContain('title: Second second # ok: word-twice\n');
  });

  test('joins another code', async () => {
    const wrong = 'title: Second second one. # ok: title-stop (so printed)';
    const after = await suppress('title: Second', wrong, 'word-twice');
    expect(after).toContain('one. # ok: title-stop, word-twice (so printed)\n');
  });

  test('stands above a line with another comment', async () => {
    const after = await suppress("'Rally in Almaty'", "'Rally rally'", 'word-twice');
    expect(after).toContain("      # ok: word-twice\n      - title: 'Rally rally' # ok\n");
  });

  test('stands above a text of several lines', async () => {
    const wrong = 'lead: A standfirst\n          of of one line';
    const after = await suppress('lead: A standfirst of one line', wrong, 'word-twice');
    expect(after).toContain(`        # ok: word-twice\n        ${wrong}\n`);
  });
});

describe('a further edition', () => {
  const first = `${FOLDER}/issue.yaml`;
  const further = `${FOLDER}/issue.ru.yaml`;
  async function editsOf(code: string, english: string, russian: string) {
    const files = { [first]: english, [further]: russian };
    const pipeline = createPipeline({ host: createMemoryHost(files), root, output: '/out' });
    const { problems } = await pipeline.checkIssue(further);
    const found = problems.filter((problem) => problem.code === code);
    return found.map(({ edits = [] }) => {
      const [edit] = edits;
      return { edit, after: applyChanges(russian, edit?.changes ?? []) ?? '' };
    });
  }
  const without = RUSSIAN.replace(/^ *of: .*\n/gm, '');

  test('gets the marks of all articles by one edit', async () => {
    const marked = await editsOf('edition-no-marks', ENGLISH, without);
    expect(marked).toHaveLength(1);
    const [{ edit, after = '' } = {}] = marked;
    expect(edit?.isSure).toBe(false);
    expect(after.match(/^ *of: [0-9a-f-]+$/gm)?.length).toBe(ENGLISH.match(/- title:/g)?.length);
    expect(after.replace(/^ *of: .*\n/gm, '')).toBe(without);
    expect(await editsOf('edition-no-marks', ENGLISH, after)).toEqual([]);
    expect(await editsOf('edition-outdated', ENGLISH, after)).toEqual([]);
  });

  test('gets new marks when its translation is right', async () => {
    const [{ after: marked = '' } = {}] = await editsOf('edition-no-marks', ENGLISH, without);
    const changed = ENGLISH.replace(/(- title: .*)/, '$1 today');
    const [{ edit, after = '' } = {}, ...others] = await editsOf(
      'edition-outdated',
      changed,
      marked,
    );
    expect(others).toEqual([]);
    expect(edit?.isSure).toBe(false);
    expect(await editsOf('edition-outdated', changed, after)).toEqual([]);
    expect(after.split('\n').filter((line, i) => line !== marked.split('\n')[i])).toHaveLength(1);
  });

  test('gets the corrected source of the first edition', async () => {
    const [{ after: marked = '' } = {}] = await editsOf('edition-no-marks', ENGLISH, without);
    const [source = ''] = /(?<=source: )\S+/.exec(marked) ?? [];
    const wrong = marked.replace(source, `${source}-old`);
    const [{ edit, after } = {}] = await editsOf('edition-article-unknown', ENGLISH, wrong);
    expect(edit?.isSure).toBe(true);
    expect(after).toBe(marked);
  });

  test('gets the edits of rules about its own words, at their places in its file', async () => {
    for (const [right, wrong] of [
      ['Полиция изъяла', 'Полиция изъялa'],
      ['Зал, полный', 'Зaл, полный'],
      ['о работе', 'о рaботе'],
    ] as const) {
      const [{ edit, after } = {}] = await editsOf(
        'letters-mixed',
        ENGLISH,
        RUSSIAN.replace(right, wrong),
      );
      expect(edit?.isSure).toBe(true);
      expect(after).toBe(RUSSIAN);
    }
  });

  test('gets the language of the first edition', async () => {
    const wrong = RUSSIAN.replace('translates: en', 'translates: ru');
    const [{ edit, after } = {}] = await editsOf('edition-language', ENGLISH, wrong);
    expect(edit?.isSure).toBe(true);
    expect(after).toBe(RUSSIAN);
  });
});

describe('a press release', () => {
  test.each<readonly [string, Record<string, string>, string, boolean]>([
    ['programme-unknown', { programme: 'cadp-7' }, 'programme: cadap-7', true],
    ['programme-unknown', { programme: 'CADAP-7' }, 'programme: cadap-7', true],
    ['programme-unknown', { programme: 'cadap-8' }, 'programme: cadap-6', false],
    ['delegation-unknown', { delegation: 'kyrgystan' }, 'delegation: kyrgyzstan', true],
    ['programme-name', { body: 'The team of CADPA 7 came.' }, 'team of CADAP 7 came', false],
  ])('%s: %j', async (code, changes, fixed, isSure) => {
    const file = `${root}/issues/press-release-2025-03-06-topic/issue.yaml`;
    const text = sampleRelease(changes);
    const { problems } = await createPipeline({
      host: createMemoryHost({ [file]: text }),
      root,
      output: '/out',
    }).checkIssue(file);
    const [edit] = problems.find((problem) => problem.code === code)?.edits ?? [];
    expect(edit?.isSure).toBe(isSure);
    expect(applyChanges(text, edit?.changes ?? [])).toContain(fixed);
  });
});

test('every code that these tests fix automatically says so in the table of rules', () => {
  const fixed = new Set(SURE.map(([code]) => code));
  const more = [
    'text-joined',
    'edition-article-unknown',
    'edition-language',
    'programme-unknown',
    'delegation-unknown',
    // It needs many curly apostrophes.
    'straight-mark',
  ];
  const automatic = Object.entries(CODES).filter(([, { fix }]) => fix === 'automatic');
  expect(automatic.map(([code]) => code).sort()).toEqual([...fixed, ...more].sort());
});
