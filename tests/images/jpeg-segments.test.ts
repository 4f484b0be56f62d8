import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJpeg, writeJpeg } from '../../src/images/jpeg-segments.ts';
import { runs } from '../helpers/arbitrary-issue.ts';
import { makeSquare, readOddJpeg } from '../helpers/two-colors.ts';

/** Returns segments as text: the marker, the number of parameter bytes, and of coded bytes if any. */
function show(bytes: Buffer): string[] {
  const { segments, endsWith } = readJpeg(bytes);
  const lines = segments.map(
    ({ marker, data, scan }) =>
      `${marker.toString(16)} ${data.length}${scan.length > 0 ? ` +${scan.length}` : ''}`,
  );
  return [...lines, endsWith];
}

const bytesOf = (...parts: (number | string)[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part, 'latin1'),
    ),
  );

const START = '\xff\xd8';
const COMMENT = '\xff\xfe\0\x04ab';
const SCAN = '\xff\xda\0\x03x';
const END = '\xff\xd9';

test.each<[string, Buffer, string[]]>([
  [
    'segments one after the other',
    bytesOf(START, COMMENT, COMMENT, END),
    ['fe 2', 'fe 2', 'end of image'],
  ],
  ['a segment without parameters', bytesOf(START, '\xff\xfe\0\x02', END), ['fe 0', 'end of image']],
  [
    'FF before a marker',
    bytesOf(START, '\xff\xff', COMMENT, '\xff', END),
    ['fe 2', 'end of image'],
  ],
  [
    'coded data with FF 00 and restart markers',
    bytesOf(START, SCAN, 'ab\xff\0c\xff\xd0d\xff\xd7', COMMENT, SCAN, 'e', END),
    ['da 1 +10', 'fe 2', 'da 1 +1', 'end of image'],
  ],
  ['FF after coded data', bytesOf(START, SCAN, 'ab\xff\xff', END), ['da 1 +2', 'end of image']],
  ['bytes after the end', bytesOf(START, COMMENT, END, 'rest', COMMENT), ['fe 2', 'end of image']],
  ['no end', bytesOf(START, COMMENT), ['fe 2', 'end of file']],
  ['no end of coded data', bytesOf(START, SCAN, 'ab'), ['da 1 +2', 'end of file']],
  ['half a marker', bytesOf(START, COMMENT, '\xff'), ['fe 2', 'end of file']],
  ['half a marker after coded data', bytesOf(START, SCAN, 'ab\xff'), ['da 1 +2', 'end of file']],
  ['half a segment', bytesOf(START, '\xff\xfe\0\x09ab'), ['end of file']],
  ['half a length', bytesOf(START, '\xff\xfe\0'), ['end of file']],
  ['an invalid length', bytesOf(START, '\xff\xfe\0\x01', END), ['other']],
  ['bytes between segments', bytesOf(START, COMMENT, 'a', COMMENT, END), ['fe 2', 'other']],
  ['a restart outside of coded data', bytesOf(START, '\xff\xd0', END), ['other']],
  ['FF before a restart', bytesOf(START, SCAN, 'ab\xff\xff\xd0c', END), ['da 1 +2', 'other']],
  ['a start in the image', bytesOf(START, START, END), ['other']],
  ['a reserved marker', bytesOf(START, '\xff\x02\0\x02', END), ['other']],
  ['only the start', bytesOf(START), ['end of file']],
])('reads %s', (_, bytes, expected) => {
  expect(show(bytes)).toEqual(expected);
});

test('stops reading a file with very many segments', () => {
  const bytes = Buffer.concat([
    bytesOf(START),
    Buffer.alloc(4 * 100_000, '\xff\xfe\0\x02', 'latin1'),
  ]);
  const { segments, endsWith } = readJpeg(bytes);
  expect({ endsWith, isBounded: segments.length < 50_000 }).toEqual({
    endsWith: 'other',
    isBounded: true,
  });
});

describe('writing segments', () => {
  test('reproduces the file', async () => {
    const files = ['arithmetic', 'progressive', 'restarts', 'scan-for-each-colour'].map(
      readOddJpeg,
    );
    files.push(await makeSquare().jpeg().toBuffer());
    for (const bytes of files) {
      const { segments, endsWith } = readJpeg(bytes);
      expect(endsWith).toBe('end of image');
      expect(writeJpeg(segments).equals(bytes)).toBe(true);
    }
  });

  test('round-trips any segments', () => {
    const pieces = fc.constantFrom(
      START,
      COMMENT,
      SCAN,
      END,
      '\xff',
      '\0',
      '\xff\xd0',
      'ab',
      '\xff\xc0',
    );
    const any = fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const { segments } = readJpeg(bytesOf(START, ...parts));
      const again = readJpeg(writeJpeg(segments));
      expect(again.endsWith).toBe('end of image');
      expect(again.segments).toEqual(segments);
    });
    fc.assert(any, runs(300));
  });
});
