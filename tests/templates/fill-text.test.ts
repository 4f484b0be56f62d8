import { expect, test } from '@jest/globals';
import { fillText, listExamples } from '../../src/templates/fill-pages.ts';

test('inserts values without escaping', () => {
  const text = '# *{{name}}*\n{{#each list}}\n- {{this}}\n{{/each}}\n';
  expect(fillText(text, { name: 'a & "b"', list: ['<c>', '_d_'] })).toBe(
    '# *a & "b"*\n- <c>\n- _d_\n',
  );
});

test('throws for a missing value', () => {
  expect(() => fillText('{{nothing}}', {})).toThrow(/nothing/);
});

test('examples are inserted unchanged, and each is listed once', () => {
  const text =
    '{{#each list}}\n# - {{this}}: {{#example}}Write *this* again{{/example}}\n{{/each}}\n{{#example}}Other{{/example}}, {{#example}}Other{{/example}}\n';
  expect(fillText(text, { list: ['a', 'b'] })).toBe(
    '# - a: Write *this* again\n# - b: Write *this* again\nOther, Other\n',
  );
  expect(listExamples(text)).toEqual(['Write *this* again', 'Other']);
});
