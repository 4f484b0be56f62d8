import { describe, expect, test } from '@jest/globals';
import { checkPhrases } from '../../src/templates/check-phrases.ts';

const messages = (phrase: string, language = 'ru') =>
  checkPhrases({ words: { phrase } }, language).map(({ code, message }) => `${code}: ${message}`);

describe('a plural', () => {
  const all = 'one="a" few="b" many="c" other="d"';
  test.each([
    ['ru', `{{plural count ${all}}}`],
    ['en', '{{plural count one="a" other="b"}}'],
    ['ru', `{{#each list}}x {{plural this ${all}}}{{/each}}`],
  ])('with all forms of %s is right', (language, phrase) => {
    expect(messages(phrase, language)).toEqual([]);
  });

  test.each([
    ['ru', '{{plural n one="a" other="d"}}', '`plural n` has no `few` and has no `many`'],
    ['en', '{{plural n other="d"}}', '`plural n` has no `one`'],
    [
      'en',
      `{{plural n ${all}}}`,
      '`plural n` has `few`, which no number of this language takes and has `many`, which no number of this language takes',
    ],
    [
      'ru',
      '{{#each list}}{{plural n few="a"}}{{/each}}',
      '`plural n` has no `one` and has no `many` and has no `other`',
    ],
    [
      'ru',
      '{{select (plural n other="a") x="b" other="c"}}',
      '`plural n` has no `one` and has no `few` and has no `many`',
    ],
  ])('of %s is refused: %s', (language, phrase, message) => {
    expect(messages(phrase, language)).toEqual([`forms-missing: ${message}`]);
  });
});

test('a select needs its other form', () => {
  expect(messages('{{select (date from "d") 2="со" other="с"}}')).toEqual([]);
  expect(messages('{{select n 2="со"}}')).toEqual(['forms-missing: `select n` has no `other`']);
});

test('what Handlebars cannot read is refused, and so is a helper that does not exist', () => {
  expect(messages('from {{from')).toEqual([
    expect.stringMatching(/^phrase-invalid: .* cannot be read/),
  ]);
  expect(messages('{{#each list}}a')).toEqual([expect.stringMatching(/^phrase-invalid/)]);
  expect(messages('{{plurals n one="a"}}')).toEqual([
    'phrase-invalid: there is no helper `plurals`',
  ]);
  expect(messages('{{name}} {{list.0.name}} {{#if @last}}a{{/if}}')).toEqual([]);
});

test('a finding is where the call stands in its text', () => {
  const phrase = 'one {{name}}\nand {{select n a="b"}} two';
  const [finding] = checkPhrases({ list: ['', phrase] }, 'ru');
  expect(finding?.path).toEqual(['list', 1]);
  expect(phrase.slice(finding?.piece?.from, finding?.piece?.to)).toBe('{{select n a="b"}}');
});
