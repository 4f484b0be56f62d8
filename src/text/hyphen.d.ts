// The hyphen package publishes no types.
declare module 'hyphen/*/index.js' {
  export function hyphenateSync(
    text: string,
    options: { hyphenChar: string; minWordLength: number },
  ): string;
}
