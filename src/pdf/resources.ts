/** The bytes a document is set with, by the names its definition uses. */
export interface Resources {
  /** TrueType files by family and pdfmake's style name. */
  readonly fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', Buffer>>;
  /** JPEG files by name. */
  readonly pictures: Record<string, Buffer>;
}
