import { Document, type PDFDocument, type PDFObject } from 'mupdf';

/** A string or name in a PDF, with its key in the dictionary. */
export interface PdfValue {
  readonly key: string;
  readonly kind: 'string' | 'name';
  /** Bytes of a string as in the file, one character each; names are decoded. */
  readonly written: string;
}

/** Returns the strings and names in all dictionaries of a PDF, including the trailer. */
export function readValues(bytes: Uint8Array): PdfValue[] {
  const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
  const values: PdfValue[] = [];
  const visit = (object: PDFObject, key: string) => {
    if (object.isString()) {
      const written = String.fromCharCode(...object.asByteString());
      values.push({ key, kind: 'string', written });
    } else if (object.isName()) values.push({ key, kind: 'name', written: object.asName() });
    else if (object.isArray() || object.isDictionary()) {
      object.forEach((value: PDFObject, at: string | number) => {
        const found = value.isIndirect() ? value.resolve() : value;
        const isOwn = !value.isIndirect() || found.isString();
        if (isOwn) visit(found, typeof at === 'number' ? key : at);
      });
    }
  };
  visit(document.getTrailer(), 'trailer');
  for (let number = 1; number < document.countObjects(); number += 1) {
    const object = document.newIndirect(number).resolve();
    // An indirect string is read where another object refers to it.
    if (!object.isString()) visit(object, 'object');
  }
  return values;
}

/** Decodes a text string: UTF-16 with a byte order mark, or ASCII. Source: ISO 32000-1, 7.9.2.2. */
export function decodeTextString(written: string): string {
  if (!written.startsWith('\xfe\xff')) return written;
  const bytes = Buffer.from(written.slice(2), 'latin1');
  return bytes.swap16().toString('utf16le');
}

/** Returns the XMP metadata of a PDF. */
export function readMetadata(bytes: Uint8Array): string {
  const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
  const metadata = document.getTrailer().get('Root', 'Metadata');
  return Buffer.from(metadata.readStream().asUint8Array()).toString();
}
