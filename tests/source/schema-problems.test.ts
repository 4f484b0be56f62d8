import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { checkSchema } from '../../src/source/schema-problems.ts';

const schema = z.strictObject({
  number: z.int({ error: 'is no whole number' }).min(1).describe('Such as 19.'),
  language: z.enum(['en', 'ru']).default('en'),
  sections: z
    .array(
      z.strictObject({
        country: z.string().regex(/\S/, { error: 'is blank' }).describe('Two letters.'),
        topics: z.array(z.string()).min(1).optional().describe('One line each.'),
        photo: z
          .union([
            z.string().regex(/\S/, { error: 'is blank' }),
            z.strictObject({ file: z.string(), side: z.enum(['left', 'right']).optional() }),
          ])
          .optional(),
      }),
    )
    .min(1),
});

function check(text: string) {
  return checkSchema(schema, readYaml(text, '/project/issue.yaml').document);
}

/** Returns code, position and message of each problem. */
function problemsIn(text: string): string[] {
  return check(text).problems.map(
    ({ code, range, message }) => `${code} ${range?.start.line}:${range?.start.column} ${message}`,
  );
}

function hintsFor(text: string): readonly string[] {
  return check(text).problems.flatMap((problem) => problem.hints);
}

const SECTION = 'sections:\n  - country: KZ\n';

test('a valid document is returned with the defaults of the schema', () => {
  const { value, problems } = check(`number: 19\n${SECTION}`);
  expect(problems).toEqual([]);
  expect(value).toEqual({ number: 19, language: 'en', sections: [{ country: 'KZ' }] });
});

describe('an unknown key', () => {
  test('gets a suggestion, and the suggested key is not reported as missing', () => {
    expect(problemsIn(`number: 19\n${SECTION}    topcis: [a]\n`)).toEqual([
      'key-unknown 4:5 `topcis` is not a key of the format: did you mean `topics`?',
    ]);
    expect(problemsIn(`nubmer: 19\n${SECTION}`)).toEqual([
      'key-unknown 1:1 `nubmer` is not a key of the format: did you mean `number`?',
    ]);
  });

  test('gets a hint about Cyrillic letters that look like Latin ones', () => {
    const text = 'number: 19\nsections:\n  - \u0441ountry: KZ\n';
    expect(problemsIn(text)).toEqual([
      'key-unknown 3:5 `\u0441ountry` is not a key of the format: did you mean `country`?',
    ]);
    expect(hintsFor(text)).toEqual(['Replace the Cyrillic letter “\u0441” with the Latin one.']);
    const more = `number: 19\n${SECTION}    t\u043eри\u0441s: [a]\n`;
    expect(hintsFor(more)[0]).not.toMatch(/Cyrillic/);
  });

  test('gets the list of known keys if none is similar', () => {
    const text = `number: 19\neditor: me\n${SECTION}`;
    expect(problemsIn(text)).toEqual(['key-unknown 2:1 `editor` is not a key of the format here']);
    expect(hintsFor(text)).toEqual(['Use one of these keys: number, language, sections.']);
  });

  test('gets a hint where it belongs if it is on the wrong level', () => {
    const high = `number: 19\ntopics: [a]\n${SECTION}`;
    expect(problemsIn(high)).toEqual(['key-unknown 2:1 `topics` is not a key of the format here']);
    expect(hintsFor(high)[0]).toBe(
      'Check the indentation: `topics` belongs to an item of `sections`.',
    );
    const low = `number: 19\n${SECTION}    language: en\n`;
    expect(problemsIn(low)).toEqual(['key-unknown 4:5 `language` is not a key of the format here']);
    expect(hintsFor(low)[0]).toBe(
      'Check the indentation: `language` belongs to the top of the file.',
    );
  });

  test('gets a hint about commas if it is part of a text between brackets', () => {
    const text = `number: 19\n${SECTION}    photo: { file: a.jpg, a hall }\n`;
    expect(problemsIn(text)).toEqual(['key-unknown 4:27 `a hall` is not a key of the format here']);
    expect(hintsFor(text)[0]).toMatch(/comma/);
  });

  test('may be named like a property of every JavaScript object', () => {
    expect(hintsFor(`number: 19\n__proto__: 1\n${SECTION}`)).toEqual([
      'Use one of these keys: number, language, sections.',
    ]);
    expect(problemsIn(`number: 19\nconstructor: 1\n${SECTION}`)).toEqual([
      'key-unknown 2:1 `constructor` is not a key of the format here',
    ]);
  });
});

describe('a missing key', () => {
  test('is reported at its parent with its description', () => {
    const text = `number: 19\nsections:\n  - topics: [a]\n`;
    expect(problemsIn(text)).toEqual(['key-missing 3:5 section 1 has no `country`']);
    expect(hintsFor(text)).toEqual(['`country`: Two letters.']);
  });

  test('is reported at the top of the file if it belongs there', () => {
    expect(problemsIn(SECTION)).toEqual(['key-missing 1:1 the file has no `number`']);
  });

  test('is reported inside the object option of a union', () => {
    expect(problemsIn(`number: 19\n${SECTION}    photo: { side: left }\n`)).toEqual([
      'key-missing 4:12 `photo` has no `file`',
    ]);
  });
});

describe('a value of the wrong type', () => {
  test.each([
    ['text for a number', "number: '19'", 'number', '1:9 `number` cannot be text'],
    ['a fraction', 'number: 1.5', 'number', '1:9 `number` cannot be the number 1.5'],
    [
      'a boolean',
      'number: true',
      'number',
      '1:9 `number` cannot be true, which is not read as text',
    ],
    [
      'a list',
      'number: [1]',
      'number',
      '1:9 `number` cannot be a list (lines that start with a dash)',
    ],
    ['a mapping', 'number: { a: 1 }', 'number', '1:9 `number` cannot be a group of keys'],
  ])('is reported at the value: %s', (_, line, _key, problem) => {
    expect(problemsIn(`${line}\n${SECTION}`)).toEqual([`value-type ${problem}`]);
  });

  test('a number in quotes gets the hint to remove them', () => {
    expect(hintsFor(`number: '19'\n${SECTION}`)[0]).toBe('Write it without quotes: 19');
    expect(hintsFor(`number: nineteen\n${SECTION}`)).toEqual(['`number`: Such as 19.']);
  });

  test('a number instead of text gets the hint to add quotes', () => {
    const text = 'number: 19\nsections:\n  - country: 7\n';
    expect(problemsIn(text)).toEqual(['value-type 3:14 `country` cannot be the number 7']);
    expect(hintsFor(text)[0]).toBe("Put it in quotes if it is meant as text: '7'.");
  });

  test('a list item that contains a colon gets the hint to add quotes', () => {
    const text = `number: 19\n${SECTION}    topics:\n      - on drugs: lessons\n`;
    expect(problemsIn(text)).toEqual(['value-type 5:9 topic 1 cannot be a group of keys']);
    expect(hintsFor(text)[0]).toMatch(/single quotes/);
    expect(hintsFor(text)[1]).toBe('`topics`: One line each.');
  });

  test('a list without spaces after its dashes gets the hint to add them', () => {
    const text = `number: 19\n${SECTION}    topics:\n      -lessons\n      -lectures\n`;
    expect(problemsIn(text)).toEqual(['value-type 5:7 `topics` cannot be text']);
    expect(hintsFor(text)[0]).toMatch(/Put a space after each dash of a list/);
    expect(hintsFor(`number: 19\n${SECTION}    topics: lessons\n`)).toEqual([
      'Put a dash and a space before each item of a list: - lessons.',
      '`topics`: One line each.',
    ]);
  });

  test('is reported once for a union', () => {
    expect(problemsIn(`number: 19\n${SECTION}    photo: [a.jpg]\n`)).toEqual([
      'value-type 4:12 `photo` cannot be a list (lines that start with a dash)',
    ]);
  });

  test('a file that is a list or a sentence gets the hint which keys to start with', () => {
    expect(problemsIn('- KZ\n')).toEqual([
      'value-type 1:1 the file cannot be a list (lines that start with a dash)',
    ]);
    expect(hintsFor('hello\n')).toEqual([
      'Begin the file with its keys: number, language, sections.',
    ]);
  });
});

describe('an empty value', () => {
  test('gets the hint to indent the keys below it, which are not reported again', () => {
    const text = `number: 19\n${SECTION}    photo:\n    file: a.jpg\n    side: left\n`;
    expect(problemsIn(text)).toEqual(['value-empty 4:5 `photo` has no value']);
    expect(hintsFor(text)).toEqual(['Indent `file`, `side` deeper than `photo`: two more spaces.']);
  });

  test('is reported at its key', () => {
    expect(problemsIn(`number:\n${SECTION}`)).toEqual(['value-empty 1:1 `number` has no value']);
    expect(problemsIn(`number: 19\nlanguage:\n${SECTION}`)).toEqual([
      'value-empty 2:1 `language` has no value',
    ]);
    expect(problemsIn('number: 19\nsections:\n')).toEqual([
      'value-empty 2:1 `sections` has no value',
    ]);
  });

  test('is reported for a list item with nothing but its dash', () => {
    expect(problemsIn(`number: 19\n${SECTION}    topics:\n      - a\n      -\n`)).toEqual([
      'value-empty 6:8 topic 2 has no value',
    ]);
  });

  test('is reported for a text of spaces only', () => {
    expect(problemsIn("number: 19\nsections:\n  - country: ' '\n")).toEqual([
      'value-empty 3:14 `country` is blank',
    ]);
    expect(problemsIn(`number: 19\n${SECTION}    photo: ''\n`)).toEqual([
      'value-empty 4:12 `photo` is blank',
    ]);
  });

  test('is reported at the key of an empty list', () => {
    expect(problemsIn('number: 19\nsections: []\n')).toEqual([
      'value-empty 2:1 `sections` is empty: it needs at least 1',
    ]);
  });

  test('gets a hint if the text was read as a comment', () => {
    const text = 'number: 19\nsections:\n  - country: #1 of all\n';
    expect(problemsIn(text)).toEqual(['value-empty 3:5 `country` has no value']);
    expect(hintsFor(text)[0]).toMatch(/Put text that contains a # into quotes/);
  });

  test.each(['', '\n\n', '# a comment\n'])('an empty file is reported: %j', (text) => {
    expect(problemsIn(text)).toEqual(['value-empty 1:1 the file is empty']);
  });
});

describe('a value that the format does not allow', () => {
  test('gets a suggestion and the list of allowed values', () => {
    const text = `number: 19\n${SECTION}    photo: { file: a.jpg, side: rigth }\n`;
    expect(problemsIn(text)).toEqual([
      'value-invalid 4:33 `side` cannot be `rigth`: did you mean `right`?',
    ]);
    expect(hintsFor(text)).toEqual(['Use one of these: left, right.']);
    expect(problemsIn(`number: 19\nlanguage: french\n${SECTION}`)).toEqual([
      'value-invalid 2:11 `language` cannot be `french`',
    ]);
  });

  test('gets a hint about its Cyrillic letters', () => {
    const text = `number: 19\nlanguage: \u0435n\n${SECTION}`;
    expect(problemsIn(text)).toEqual([
      'value-invalid 2:11 `language` cannot be `\u0435n`: did you mean `en`?',
    ]);
    expect(hintsFor(text)[0]).toMatch(/Replace the Cyrillic letter “\u0435”/);
  });

  test('is reported with the minimum', () => {
    expect(problemsIn(`number: 0\n${SECTION}`)).toEqual([
      'value-invalid 1:9 `number` is 0, but must be at least 1',
    ]);
  });
});

test('all mistakes of a file are reported in one run', () => {
  const text =
    'number: 0\nlanguage: fr\nsections:\n  - countri: KZ\n    topics: []\n  - country:\n';
  expect(
    problemsIn(text)
      .map((line) => line.split(' ').slice(0, 2).join(' '))
      .sort(),
  ).toEqual([
    'key-unknown 4:5',
    'value-empty 5:5',
    'value-empty 6:5',
    'value-invalid 1:9',
    'value-invalid 2:11',
  ]);
});

test('every problem is an error and names its file', () => {
  expect(check('number: 0\n').problems).toMatchObject([
    { severity: 'error', file: '/project/issue.yaml' },
    { severity: 'error', file: '/project/issue.yaml' },
  ]);
});

describe('what follows from another problem is not reported', () => {
  const articles = z.strictObject({
    sections: z.array(
      z.strictObject({
        country: z.string(),
        topics: z.array(z.string()),
        articles: z.array(z.strictObject({ title: z.string(), body: z.string() })),
      }),
    ),
  });
  const placesIn = (text: string) => {
    const { problems } = checkSchema(articles, readYaml(text, '/project/issue.yaml').document);
    return problems.map(({ code, range, hints }) => [code, range?.start.line, hints[0]]);
  };
  const start = 'sections:\n  - country: KZ\n';

  test('a line that is missing above its items', () => {
    const items =
      '      - lessons\n      - title: A\n        body: B\n      - title: C\n        body: D\n';
    expect(placesIn(`${start}    topics:\n${items}`)).toEqual([
      ['key-missing', 5, 'Put the line `articles:` above this one.'],
    ]);
  });

  test('a group of other keys in a list is a problem of its own', () => {
    const items = '      - lessons\n      - name: A\n';
    expect(placesIn(`${start}    topics:\n${items}`).map(([code, line]) => [code, line])).toEqual([
      ['value-type', 5],
      ['key-missing', 2],
    ]);
  });

  test('a line that is missing above a list that YAML joins to a text', () => {
    const rest = '      - lessons\n    articles:\n      - { title: A, body: B }\n';
    expect(placesIn(start + rest)).toEqual([
      ['key-missing', 3, 'Put the line `topics:` above this one.'],
    ]);
  });

  test('a key in the wrong column is not missing above it; a key that is missing elsewhere is', () => {
    const text = `${start}    topics: [a]\n    articles:\n      - title: A\n      - title: B\n    body: C\n`;
    expect(placesIn(text).map(([code, line]) => [code, line])).toEqual([
      ['key-missing', 5],
      ['key-unknown', 7],
    ]);
  });
});

test.each([
  ['topics:\n      lessons', 'topics:\n      - lessons'],
  ['topics: lessons', 'topics:\n      - lessons'],
  ['topics:\n      -lessons', 'topics:\n      - lessons'],
  ['topics: • lessons', 'topics:\n      - lessons'],
])('a text in the place of a list becomes its item: %j', (wrong, right) => {
  const text = (topics: string) => `number: 19\n${SECTION}    ${topics}\n`;
  const [problem] = check(text(wrong)).problems;
  const [edit] = problem?.edits ?? [];
  expect(edit?.isSure).toBe(true);
  expect(applyChanges(text(wrong), edit?.changes ?? [])).toBe(text(right));
});

test('a text with a name in the place of a list has no edit', () => {
  expect(
    check(`number: 19\n${SECTION}    topics: &a lessons\n`).problems[0]?.edits,
  ).toBeUndefined();
});
