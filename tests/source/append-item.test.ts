import { expect, test } from '@jest/globals';
import { readYaml } from '../../src/source/read-yaml.ts';

/** Appends a text to the list `words` of a file; undefined if no edit can be made. */
function append(text: string, value: string): string | undefined {
  const { document } = readYaml(text, '/desk/issue.yaml');
  const changes = [{ kind: 'append' as const, path: ['words'], value }];
  const [edit] = document.locateEdits([{ title: 'Add', isSure: false, changes }]);
  if (!edit) return undefined;
  const [change] = edit.changes;
  const lines = text.split('\n');
  const { line, column } = change?.range.start ?? { line: 1, column: 1 };
  const offset = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  return text.slice(0, offset) + change?.newText + text.slice(offset);
}

test.each([
  [
    'a new list before the first key of several lines',
    'number: 1\n# The parts\nsections:\n  - a: 1\n',
    'number: 1\n# The parts\nwords: [qobyz]\nsections:\n  - a: 1\n',
  ],
  [
    'a new list before a block of text',
    'place: A\nbody: |\n  Text.\n',
    'place: A\nwords: [qobyz]\nbody: |\n  Text.\n',
  ],
  ['a new list at the end', 'place: A', 'place: A\nwords: [qobyz]\n'],
  ['a list between brackets', 'words: [akyn, "b"] # mine\n', 'words: [akyn, "b", qobyz] # mine\n'],
  [
    'a list with dashes',
    'words:\n  - akyn # a singer\n\nplace: A\n',
    'words:\n  - akyn # a singer\n  - qobyz\n\nplace: A\n',
  ],
  ['a list with dashes that are not indented', 'words:\n- akyn\n', 'words:\n- akyn\n- qobyz\n'],
])('appends to %s', (_, before, after) => {
  expect(append(before, 'qobyz')).toBe(after);
});

test('quotes what YAML would read otherwise', () => {
  expect(append('words: [akyn]\n', 'yes: no')).toBe("words: [akyn, 'yes: no']\n");
});

test.each(['{ place: A }\n', 'words: akyn\n', 'words: []\n', '- akyn\n'])(
  'makes no edit in %j',
  (text) => {
    expect(append(text, 'qobyz')).toBeUndefined();
  },
);
