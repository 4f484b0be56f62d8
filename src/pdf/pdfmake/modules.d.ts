// pdfmake's compiled modules carry no types of their own; pdfmake.ts gives them theirs.
declare module 'pdfmake/js/*.js' {
  const module: unknown;
  // biome-ignore lint/style/noDefaultExport: pdfmake's modules have one.
  export default module;
}
