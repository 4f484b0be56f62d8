import { describe, expect, test } from '@jest/globals';
import { explainUnportable, nameKey } from '../../src/world/portable-name.ts';

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

test('names that are one file on Windows or macOS have one key', () => {
  expect(nameKey('HALL.JPG')).toBe(nameKey('hall.jpg'));
  expect(nameKey('Йод.jpg'.normalize('NFD'))).toBe(nameKey('йод.jpg'.normalize('NFC')));
  expect(nameKey('hall.jpg')).not.toBe(nameKey('hall.jpeg'));
});
