import { expect, test } from '@jest/globals';
import { fillText } from '../../src/templates/fill-text.ts';

test('values are put in letter by letter', () => {
  const text = '# *{{name}}*\n{{#each list}}\n- {{this}}\n{{/each}}\n';
  expect(fillText(text, { name: 'a & "b"', list: ['<c>', '_d_'] })).toBe(
    '# *a & "b"*\n- <c>\n- _d_\n',
  );
});

test('a value that the template names and no one gives is a bug', () => {
  expect(() => fillText('{{nothing}}', {})).toThrow(/nothing/);
});
