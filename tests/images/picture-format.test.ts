import { describe, expect, test } from '@jest/globals';
import { detectFormat } from '../../src/images/picture-format.ts';
import { makePhoto } from '../helpers/render-issue.ts';

describe('detects a picture by its first bytes', () => {
  test.each([
    ['jpeg', 'JPEG'],
    ['png', 'PNG'],
    ['webp', 'WebP'],
    ['avif', 'AVIF'],
    ['tiff', 'TIFF'],
  ] as const)('%s', async (made, format) => {
    expect(detectFormat(await makePhoto(8, 8, made))).toEqual({ format });
  });

  test('a TIFF or BigTIFF in either byte order', () => {
    for (const signature of ['II*\0', 'MM\0*', 'II+\0', 'MM\0+']) {
      expect(detectFormat(Buffer.from(signature, 'latin1'))).toEqual({ format: 'TIFF' });
    }
  });
});

describe('names other formats', () => {
  test.each([
    ['', 'an empty file'],
    ['GIF89a', 'a GIF'],
    ['%PDF-1.7', 'a PDF'],
    ['BM\x36\x00', 'a BMP'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'an SVG drawing'],
    ['<?xml version="1.0"?>\n<!-- x -->\n<SVG width="1">', 'an SVG drawing'],
    ['\0\0\0\x18ftypheic\0\0\0\0', 'a HEIC picture from an iPhone'],
    ['\0\0\0\x18ftypmif1\0\0\0\0', 'a HEIC picture from an iPhone'],
    ['\0\0\0\x18ftypisom\0\0\0\0', 'a video'],
    ['RIFF\0\0\0\0WAVE', 'not a picture'],
    ['PK\x03\x04', 'not a picture'],
    ['hello', 'not a picture'],
    ['\xff', 'not a picture'],
    ['\xff\xd8', 'not a picture'],
  ])('%j', (bytes, name) => {
    expect(detectFormat(Buffer.from(bytes, 'latin1'))).toEqual({ format: undefined, name });
  });
});
