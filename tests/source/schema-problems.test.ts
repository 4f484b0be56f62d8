import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
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
  return checkSchema(schema, readYaml(text, '/desk/issue.yaml').document);
}

/** Code, place and message of each problem. */
function told(text: string): string[] {
  return check(text).problems.map(
    ({ code, range, message }) => `${code} ${range?.start.line}:${range?.start.column} ${message}`,
  );
}

function hints(text: string): readonly string[] {
  return check(text).problems.flatMap((problem) => problem.hints);
}

const SECTION = 'sections:\n  - country: KZ\n';

test('a document of the right shape is given back with what the schema fills in', () => {
  const { value, problems } = check(`number: 19\n${SECTION}`);
  expect(problems).toEqual([]);
  expect(value).toEqual({ number: 19, language: 'en', sections: [{ country: 'KZ' }] });
});

describe('a key that the format does not know', () => {
  test('is told with the key that was meant, and that key is not missed too', () => {
    expect(told(`number: 19\n${SECTION}    topcis: [a]\n`)).toEqual([
      'key-unknown 4:5 `topcis` is not a key of the format: did you mean `topics`?',
    ]);
    expect(told(`nubmer: 19\n${SECTION}`)).toEqual([
      'key-unknown 1:1 `nubmer` is not a key of the format: did you mean `number`?',
    ]);
  });

  test('is told with its Cyrillic letters when it only looks like one of the format', () => {
    const text = 'number: 19\nsections:\n  - \u0441ountry: KZ\n';
    expect(told(text)).toEqual([
      'key-unknown 3:5 `\u0441ountry` is not a key of the format: did you mean `country`?',
    ]);
    expect(hints(text)).toEqual(['Replace the Cyrillic letter “\u0441” with the Latin one.']);
    const more = `number: 19\n${SECTION}    t\u043eри\u0441s: [a]\n`;
    expect(hints(more)[0]).not.toMatch(/Cyrillic/);
  });

  test('is told with the keys that are known when none is near', () => {
    const text = `number: 19\neditor: me\n${SECTION}`;
    expect(told(text)).toEqual(['key-unknown 2:1 `editor` is not a key of the format here']);
    expect(hints(text)).toEqual(['Use one of these keys: number, language, sections.']);
  });

  test('is told with its home when it stands a level too high or too low', () => {
    const high = `number: 19\ntopics: [a]\n${SECTION}`;
    expect(told(high)).toEqual(['key-unknown 2:1 `topics` is not a key of the format here']);
    expect(hints(high)[0]).toBe(
      'Check the indentation: `topics` belongs to an item of `sections`.',
    );
    const low = `number: 19\n${SECTION}    language: en\n`;
    expect(told(low)).toEqual(['key-unknown 4:5 `language` is not a key of the format here']);
    expect(hints(low)[0]).toBe('Check the indentation: `language` belongs to the top of the file.');
  });

  test('is told with a word about commas when it is the rest of a text between brackets', () => {
    const text = `number: 19\n${SECTION}    photo: { file: a.jpg, a hall }\n`;
    expect(told(text)).toEqual(['key-unknown 4:27 `a hall` is not a key of the format here']);
    expect(hints(text)[0]).toMatch(/comma/);
  });

  test('is no key that every object of the program has', () => {
    expect(hints(`number: 19\n__proto__: 1\n${SECTION}`)).toEqual([
      'Use one of these keys: number, language, sections.',
    ]);
    expect(told(`number: 19\nconstructor: 1\n${SECTION}`)).toEqual([
      'key-unknown 2:1 `constructor` is not a key of the format here',
    ]);
  });
});

describe('a key that is missing', () => {
  test('is told at its parent, with what it is for', () => {
    const text = `number: 19\nsections:\n  - topics: [a]\n`;
    expect(told(text)).toEqual(['key-missing 3:5 section 1 has no `country`']);
    expect(hints(text)).toEqual(['`country`: Two letters.']);
  });

  test('is told at the top of the file when it belongs there', () => {
    expect(told(SECTION)).toEqual(['key-missing 1:1 the file has no `number`']);
  });

  test('is told inside a longer form', () => {
    expect(told(`number: 19\n${SECTION}    photo: { side: left }\n`)).toEqual([
      'key-missing 4:12 `photo` has no `file`',
    ]);
  });
});

describe('a value of the wrong kind', () => {
  test.each([
    ['text for a number', "number: '19'", 'number', '1:9 `number` cannot be text'],
    ['a broken number', 'number: 1.5', 'number', '1:9 `number` cannot be the number 1.5'],
    [
      'yes or no',
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
    ['keys', 'number: { a: 1 }', 'number', '1:9 `number` cannot be a group of keys'],
  ])('is told at the value: %s', (_, line, _key, problem) => {
    expect(told(`${line}\n${SECTION}`)).toEqual([`value-type ${problem}`]);
  });

  test('a number in quotes is told to lose them', () => {
    expect(hints(`number: '19'\n${SECTION}`)[0]).toBe('Write it without quotes: 19');
    expect(hints(`number: nineteen\n${SECTION}`)).toEqual(['`number`: Such as 19.']);
  });

  test('a number in place of text is told to take quotes', () => {
    const text = 'number: 19\nsections:\n  - country: 7\n';
    expect(told(text)).toEqual(['value-type 3:14 `country` cannot be the number 7']);
    expect(hints(text)[0]).toBe("Put it in quotes if it is meant as text: '7'.");
  });

  test('a line of a list that has a colon in it is told to take quotes', () => {
    const text = `number: 19\n${SECTION}    topics:\n      - on drugs: lessons\n`;
    expect(told(text)).toEqual(['value-type 5:9 topic 1 cannot be a group of keys']);
    expect(hints(text)[0]).toMatch(/single quotes/);
    expect(hints(text)[1]).toBe('`topics`: One line each.');
  });

  test('a list without spaces after its dashes is told to take them', () => {
    const text = `number: 19\n${SECTION}    topics:\n      -lessons\n      -lectures\n`;
    expect(told(text)).toEqual(['value-type 5:7 `topics` cannot be text']);
    expect(hints(text)[0]).toMatch(/Put a space after each dash of a list/);
    expect(hints(`number: 19\n${SECTION}    topics: lessons\n`)).toEqual([
      '`topics`: One line each.',
    ]);
  });

  test('is told once where several forms are allowed', () => {
    expect(told(`number: 19\n${SECTION}    photo: [a.jpg]\n`)).toEqual([
      'value-type 4:12 `photo` cannot be a list (lines that start with a dash)',
    ]);
  });

  test('a file that is a list or a sentence is told what it begins with', () => {
    expect(told('- KZ\n')).toEqual([
      'value-type 1:1 the file cannot be a list (lines that start with a dash)',
    ]);
    expect(hints('hello\n')).toEqual(['Begin the file with its keys: number, language, sections.']);
  });
});

describe('a value that is empty', () => {
  test('is told with the keys below it that are not indented, and these are not told again', () => {
    const text = `number: 19\n${SECTION}    photo:\n    file: a.jpg\n    side: left\n`;
    expect(told(text)).toEqual(['value-empty 4:5 `photo` has no value']);
    expect(hints(text)).toEqual(['Indent `file`, `side` deeper than `photo`: two more spaces.']);
  });

  test('is told at its key', () => {
    expect(told(`number:\n${SECTION}`)).toEqual(['value-empty 1:1 `number` has no value']);
    expect(told(`number: 19\nlanguage:\n${SECTION}`)).toEqual([
      'value-empty 2:1 `language` has no value',
    ]);
    expect(told('number: 19\nsections:\n')).toEqual(['value-empty 2:1 `sections` has no value']);
  });

  test('is told where a line of a list has nothing but its dash', () => {
    expect(told(`number: 19\n${SECTION}    topics:\n      - a\n      -\n`)).toEqual([
      'value-empty 6:8 topic 2 has no value',
    ]);
  });

  test('is told when a text has only blanks', () => {
    expect(told("number: 19\nsections:\n  - country: ' '\n")).toEqual([
      'value-empty 3:14 `country` is blank',
    ]);
    expect(told(`number: 19\n${SECTION}    photo: ''\n`)).toEqual([
      'value-empty 4:12 `photo` is blank',
    ]);
  });

  test('is told at its key when a list has no lines', () => {
    expect(told('number: 19\nsections: []\n')).toEqual([
      'value-empty 2:1 `sections` is empty: it needs at least 1',
    ]);
  });

  test('is explained when a # made a remark of the text', () => {
    const text = 'number: 19\nsections:\n  - country: #1 of all\n';
    expect(told(text)).toEqual(['value-empty 3:5 `country` has no value']);
    expect(hints(text)[0]).toMatch(/Put text that contains a # into quotes/);
  });

  test.each(['', '\n\n', '# a remark\n'])('an empty file is told as one: %j', (text) => {
    expect(told(text)).toEqual(['value-empty 1:1 the file is empty']);
  });
});

describe('a value that the format does not allow', () => {
  test('is told with the one that was meant and the ones there are', () => {
    const text = `number: 19\n${SECTION}    photo: { file: a.jpg, side: rigth }\n`;
    expect(told(text)).toEqual([
      'value-invalid 4:33 `side` cannot be `rigth`: did you mean `right`?',
    ]);
    expect(hints(text)).toEqual(['Use one of these: left, right.']);
    expect(told(`number: 19\nlanguage: french\n${SECTION}`)).toEqual([
      'value-invalid 2:11 `language` cannot be `french`',
    ]);
  });

  test('is told with its Cyrillic letters', () => {
    const text = `number: 19\nlanguage: \u0435n\n${SECTION}`;
    expect(told(text)).toEqual([
      'value-invalid 2:11 `language` cannot be `\u0435n`: did you mean `en`?',
    ]);
    expect(hints(text)[0]).toMatch(/Replace the Cyrillic letter “\u0435”/);
  });

  test('is told with the least there can be', () => {
    expect(told(`number: 0\n${SECTION}`)).toEqual([
      'value-invalid 1:9 `number` is 0, but must be at least 1',
    ]);
  });
});

test('all mistakes of a file are told in one run', () => {
  const text =
    'number: 0\nlanguage: fr\nsections:\n  - countri: KZ\n    topics: []\n  - country:\n';
  expect(
    told(text)
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

test('every problem is an error of the file it was found in', () => {
  expect(check('number: 0\n').problems).toMatchObject([
    { severity: 'error', file: '/desk/issue.yaml' },
    { severity: 'error', file: '/desk/issue.yaml' },
  ]);
});
