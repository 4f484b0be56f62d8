import { inflateSync } from 'node:zlib';

/** What the parts of words that are divided between lines are read as, in the order of the file. */
export function readActualTexts(bytes: Buffer): string[] {
  return readStreams(bytes).flatMap((stream) =>
    [...stream.matchAll(/\/ActualText <feff([0-9a-f]*)>/g)].map(([, code = '']) =>
      Buffer.from(code, 'hex').swap16().toString('utf16le'),
    ),
  );
}

/** The streams of a PDF that hold text, inflated. */
function readStreams(bytes: Buffer): string[] {
  const file = bytes.toString('latin1');
  return [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}
