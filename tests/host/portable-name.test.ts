import { describe, expect, test } from '@jest/globals';
import { explainUnportable, isMisspelled } from '../../src/host/portable-name.ts';

describe('explainUnportable', () => {
  test.each([
    ['12:30.jpg', '`:` is not allowed in names'],
    ['who?.jpg', '`?` is not allowed in names'],
    ['a\\b.jpg', '`\\` is not allowed in names'],
    ['a\tb.jpg', '`\t` is not allowed in names'],
    ['aux.jpg', '`aux` is the name of a device'],
    ['COM1', '`COM1` is the name of a device'],
    ['Nul.tar.gz', '`Nul` is the name of a device'],
    ['hall.', 'a name cannot end in a full stop or a space'],
    ['hall.jpg ', 'a name cannot end in a full stop or a space'],
  ])('explains why Windows does not allow %j', (name, reason) => {
    expect(explainUnportable(name)).toBe(reason);
  });

  test.each([
    'hall.jpg',
    '.hall.jpg',
    'Йод №5 (2), 50 %.jpg',
    'auxiliary.jpg',
    'com.jpg',
    'console',
  ])('accepts %j', (name) => {
    expect(explainUnportable(name)).toBeUndefined();
  });
});

test('a path is misspelled if only its case differs from the path that was found', () => {
  const isFound = (written: string) => isMisspelled(written, '/issues/2025-01/photos/Йод.jpg');
  expect(isFound('photos/йод.jpg')).toBe(true);
  expect(isFound('Photos/Йод.jpg')).toBe(true);
  expect(isFound('photos/Йод.jpg'.normalize('NFD'))).toBe(false);
  expect(isFound('Йод.jpg')).toBe(false);
  expect(isFound('photos/link.jpg')).toBe(false);
});
