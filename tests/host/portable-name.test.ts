import { describe, expect, test } from '@jest/globals';
import { explainUnportable, isMisspelled } from '../../src/host/portable-name.ts';

describe('a name that Windows cannot have is explained', () => {
  test.each([
    ['12:30.jpg', '`:` is not allowed there in a name'],
    ['who?.jpg', '`?` is not allowed there in a name'],
    ['a\\b.jpg', '`\\` is not allowed there in a name'],
    ['a\tb.jpg', '`\t` is not allowed there in a name'],
    ['aux.jpg', '`aux` is a device there'],
    ['COM1', '`COM1` is a device there'],
    ['Nul.tar.gz', '`Nul` is a device there'],
    ['hall.', 'a name there ends in no full stop and no space'],
    ['hall.jpg ', 'a name there ends in no full stop and no space'],
  ])('%j', (name, reason) => {
    expect(explainUnportable(name)).toBe(reason);
  });

  test.each([
    'hall.jpg',
    '.hall.jpg',
    'Йод №5 (2), 50 %.jpg',
    'auxiliary.jpg',
    'com.jpg',
    'console',
  ])('%j is none', (name) => {
    expect(explainUnportable(name)).toBeUndefined();
  });
});

test('a path that was found in another case is misspelled; one behind a link is not', () => {
  const isFound = (written: string) => isMisspelled(written, '/issues/2025-01/photos/Йод.jpg');
  expect(isFound('photos/йод.jpg')).toBe(true);
  expect(isFound('Photos/Йод.jpg')).toBe(true);
  expect(isFound('photos/Йод.jpg'.normalize('NFD'))).toBe(false);
  expect(isFound('Йод.jpg')).toBe(false);
  expect(isFound('photos/link.jpg')).toBe(false);
});
