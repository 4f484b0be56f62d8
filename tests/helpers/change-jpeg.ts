import { type JpegSegment, readJpeg, writeJpeg } from '../../src/images/jpeg-segments.ts';

/** Creates a JPEG segment with a text or bytes. */
export function jpegSegment(marker: number, data: Buffer | string): JpegSegment {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
  return { marker, data: bytes, scan: Buffer.alloc(0) };
}

/** Returns a JPEG with changed segments. */
export function changeJpeg(
  jpeg: Buffer,
  change: (segments: readonly JpegSegment[]) => readonly JpegSegment[],
): Buffer {
  return writeJpeg(change(readJpeg(jpeg).segments));
}

/** Returns a JPEG with segments added before its own. */
export function addSegments(jpeg: Buffer, ...added: readonly JpegSegment[]): Buffer {
  return changeJpeg(jpeg, (segments) => [...added, ...segments]);
}

/** Creates a segment with a colour profile. */
export function jpegProfile(profile: Buffer): JpegSegment {
  return jpegSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), profile]));
}

/** Creates Adobe's segment. @param transform 0 for RGB and CMYK, 1 for YCbCr, 2 for YCCK */
export function adobeSegment(transform: number): JpegSegment {
  return jpegSegment(0xee, `Adobe\0\x64\0\0\0\0${String.fromCharCode(transform)}`);
}
