import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { parsePartially } from '../../src/source/parse-partially.ts';

const schema = z.strictObject({
  number: z.int(),
  language: z.enum(['en', 'ru']).default('en'),
  items: z.array(
    z.strictObject({
      title: z.string().min(1),
      photo: z
        .union([z.string(), z.strictObject({ file: z.string(), alt: z.string().optional() })])
        .optional(),
    }),
  ),
});

test('keeps valid parts and replaces invalid ones by empty values of their type', () => {
  const { value } = parsePartially(
    schema,
    {
      number: 'nineteen',
      language: 'de',
      items: [{ title: 'One', photo: { file: 'a.jpg', alt: 7, extra: true } }, 'two', { title: 3 }],
    },
    [],
  );
  expect(value).toEqual({
    number: 0,
    language: 'en',
    items: [
      { title: 'One', photo: { file: 'a.jpg', alt: undefined } },
      { title: '', photo: undefined },
      { title: '', photo: undefined },
    ],
  });
});

test('replaces null by an empty value of the schema', () => {
  expect(parsePartially(schema, null, []).value).toEqual({ number: 0, language: 'en', items: [] });
});

test('a value is valid unless it or a value around it is invalid', () => {
  const { isValidAt } = parsePartially(schema, {}, [
    ['number'],
    ['items', 1],
    ['items', 2, 'title'],
  ]);
  expect(isValidAt(['number'])).toBe(false);
  expect(isValidAt(['items', 1, 'title'])).toBe(false);
  expect(isValidAt(['items', 2])).toBe(true);
  expect(isValidAt(['items', 2, 'photo'])).toBe(true);
});

test('does not read inherited properties such as constructor', () => {
  const odd = z.strictObject({ constructor: z.string() });
  expect(parsePartially(odd, {}, []).value).toEqual({ constructor: '' });
});

test('parses the parts of a lazy schema', () => {
  const { value } = parsePartially(
    z.lazy(() => schema),
    { number: 7, items: 'none' },
    [],
  );
  expect(value).toEqual({ number: 7, language: 'en', items: [] });
});
