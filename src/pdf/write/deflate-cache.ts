import { deflateSync } from 'node:zlib';
import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import type { PdfReference } from '../pdfmake/fonts.ts';

/** Packs the streams of a document; one that was in the last document too is not packed again. */
export interface DeflateCache {
  /** Makes an object of the file pack its stream with this packer. */
  attend(reference: PdfReference): void;
}

/** Makes a packer; what it has packed is kept in the memory. */
export function createDeflateCache(buildCache: BuildCache): DeflateCache {
  const packed: Memo<string, Buffer> = buildCache.memo();
  let finalize: PdfReference['finalize'] | undefined;
  /** One function for all objects, which have their class's method before: there are thousands. */
  function packAndFinalize(this: PdfReference): void {
    if (this.compress && this.buffer.length > 0) {
      const stream = Buffer.concat(this.buffer);
      this.buffer = [packed.get(stream.toString('latin1'), () => deflateSync(stream))];
      this.compress = false;
    }
    finalize?.call(this);
  }
  return {
    attend(reference) {
      finalize ??= reference.finalize;
      reference.finalize = packAndFinalize;
    },
  };
}
