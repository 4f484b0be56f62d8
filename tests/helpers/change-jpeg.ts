import { type JpegSegment, readJpeg, writeJpeg } from '../../src/images/jpeg-segments.ts';

/** A segment of a JPEG with a text or bytes. */
export function jpegSegment(marker: number, data: Buffer | string): JpegSegment {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
  return { marker, data: bytes, scan: Buffer.alloc(0) };
}

/** A JPEG with its segments changed. */
export function changeJpeg(
  jpeg: Buffer,
  change: (segments: readonly JpegSegment[]) => readonly JpegSegment[],
): Buffer {
  return writeJpeg(change(readJpeg(jpeg).segments));
}

/** A JPEG with segments put in front of the others. */
export function addSegments(jpeg: Buffer, ...added: readonly JpegSegment[]): Buffer {
  return changeJpeg(jpeg, (segments) => [...added, ...segments]);
}

/** A segment with a colour profile. */
export function jpegProfile(profile: Buffer): JpegSegment {
  return jpegSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), profile]));
}

/** Adobe's segment, with 0 for RGB and CMYK, 1 for YCbCr, 2 for YCCK. */
export function adobeSegment(transform: number): JpegSegment {
  return jpegSegment(0xee, `Adobe\0\x64\0\0\0\0${String.fromCharCode(transform)}`);
}
