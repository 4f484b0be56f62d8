/** Ends of lines: CRLF, LF, and the CR of files from old programs. */
export const LINE_END = /\r\n|\n|\r/g;
