import { deflateSync } from 'node:zlib';
import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import type { PdfReference } from '../pdfmake/fonts.ts';
import { PdfDocument } from '../pdfmake/types.ts';

/** Characters of text that are handed on at once; so many are a page or two of objects. */
const FLUSH_LENGTH = 2 ** 16;

/**
 * pdfmake's document, which hands on what it writes by the page. pdfkit makes a buffer of each line
 * and hands it on: ten thousand of them for an issue.
 */
export class BufferedDocument extends PdfDocument {
  /** Written and not yet handed on; every character is one byte. */
  #text = '';

  protected override _write(data: string | Buffer): void {
    // The first line is written before this class has its fields.
    if (#text in this && typeof data === 'string') this.#append(data);
    else super._write(data);
  }

  /** Hands on bytes, after all that was written before; null ends the document. */
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

/** Packs the streams of a document; one that was in the last document too is not packed again. */
export interface DeflateCache {
  /** Makes an object of the file pack its stream with this packer. */
  attach(reference: PdfReference): void;
}

/** Makes a packer; what it has packed is kept in the memory. */
export function createDeflateCache(buildCache: BuildCache): DeflateCache {
  const deflated: Memo<string, Buffer> = buildCache.memo();
  let finalize: PdfReference['finalize'] | undefined;
  /** One function for all objects, which have their class's method before: there are thousands. */
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
