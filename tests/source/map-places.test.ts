import { expect, test } from '@jest/globals';
import { mapPlaces } from '../../src/source/map-places.ts';
import type { ValuePath } from '../../src/source/positions.ts';
import { readYaml } from '../../src/source/read-yaml.ts';

const TEXT = `from: en
articles:
  - name: First
  - name: Second
    text: Words
`;

/** The places of a document whose articles stand in the other order, and which has no photos. */
const swapped = mapPlaces(
  readYaml(TEXT, '/desk/issue.ru.yaml').document,
  ([key, index, field, ...rest]: ValuePath) =>
    key !== 'articles' || index === undefined || field === 'photo'
      ? undefined
      : ['articles', 1 - Number(index), ...(field === undefined ? [] : [field]), ...rest],
  ['from'],
);

test.each([
  ['a value', ['articles', 0, 'text'], 5],
  ['a value of another article', ['articles', 1, 'name'], 3],
  ['what is not written here, at the value that it belongs to', ['articles', 0, 'photo'], 4],
  ['a part of it', ['articles', 1, 'photo', 'file'], 3],
  ['what belongs to nothing that is written here', ['number'], 1],
  ['the whole document', [], 1],
])('locates %s', (_, path, line) => {
  expect(swapped.locate(path).start.line).toBe(line);
  expect(swapped.locateText(path, 0, 1).start.line).toBe(line);
});
