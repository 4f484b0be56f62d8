// pdfmake's compiled modules have no types; types.ts and measure.ts declare them.
declare module 'pdfmake/js/*.js' {
  const module: unknown;
  // biome-ignore lint/style/noDefaultExport: pdfmake's modules have one.
  export default module;
}
