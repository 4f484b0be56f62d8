import { expect, test } from '@jest/globals';
import { editorLink } from '../../src/preview/show-outcome.ts';

test.each([
  ['/desk/2024-19/issue.yaml', undefined, 'vscode://file/desk/2024-19/issue.yaml'],
  ['/desk/issue.yaml', { line: 12, column: 5 }, 'vscode://file/desk/issue.yaml:12:5'],
  ['/my desk/#1?/issue.yaml', undefined, 'vscode://file/my%20desk/%231%3F/issue.yaml'],
  ['C:\\desk\\issue.yaml', { line: 1, column: 1 }, 'vscode://file/C:/desk/issue.yaml:1:1'],
])('links to %s at %j', (file, place, link) => {
  expect(editorLink(file, place)).toBe(link);
});
