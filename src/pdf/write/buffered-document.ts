import { deflateSync } from 'node:zlib';
import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import type { PdfReference } from '../pdfmake/fonts.ts';
import { PdfDocument } from '../pdfmake/types.ts';

/** Characters that are buffered before they are passed on: about a page or two of objects. */
const FLUSH_LENGTH = 2 ** 16;

/**
 * pdfmake's document with buffered output. pdfkit would pass on a Buffer for each line: ten thousand
 * for an issue.
 */
export class BufferedDocument extends PdfDocument {
  /** Text that is not yet passed on; Latin-1, so each character is one byte. */
  #text = '';

  protected override _write(data: string | Buffer): void {
    // The base class's constructor writes a line before the fields of this class exist.
    if (#text in this && typeof data === 'string') this.#append(data);
    else super._write(data);
  }

  /** Passes on bytes after the buffered text; null ends the document. */
  override push(bytes: Buffer | null): boolean {
    if (#text in this) this.#flushText();
    return super.push(bytes);
  }

  #append(line: string): void {
    this.#text += `${line}\n`;
    this._offset += line.length + 1;
    if (this.#text.length > FLUSH_LENGTH) this.#flushText();
  }

  #flushText(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    super.push(Buffer.from(text, 'latin1'));
  }
}

/** Cache of deflated streams: a stream that recurs in the next document is not deflated again. */
export interface DeflateCache {
  /** Makes an object of the file deflate its stream through this cache. */
  attach(reference: PdfReference): void;
}

/** Returns a cache of deflated streams, kept in `buildCache`. */
export function createDeflateCache(buildCache: BuildCache): DeflateCache {
  const deflated: Memo<string, Buffer> = buildCache.memo();
  let finalize: PdfReference['finalize'] | undefined;
  /** Replaces `finalize` of all objects: a closure for each of thousands of objects would be slow. */
  function deflateAndFinalize(this: PdfReference): void {
    if (this.compress && this.buffer.length > 0) {
      const stream = Buffer.concat(this.buffer);
      this.buffer = [deflated.get(stream.toString('latin1'), () => deflateSync(stream))];
      this.compress = false;
    }
    finalize?.call(this);
  }
  return {
    attach(reference) {
      finalize ??= reference.finalize;
      reference.finalize = deflateAndFinalize;
    },
  };
}
