/**
 * Limits on the size of an issue. Each is about twenty times what a long issue has (60 kB of YAML,
 * 1,700 tokens, 60 articles, bodies of 10 kB), but small enough to reject larger input at once instead
 * of processing it for minutes.
 */
export const LIMITS = {
  /** Bytes of a YAML file. */
  yamlBytes: 2 * 1024 * 1024,
  /** Lines of a YAML file, and of all its text values together. */
  lines: 50_000,
  /** Tokens of a YAML file: keys, values, dashes, brackets, spaces and line ends. */
  yamlTokens: 200_000,
  /** Nesting depth of mappings and lists; the format needs six levels. */
  yamlDepth: 40,
  /** Aliases (`*name`) in a file; the format needs none. */
  aliases: 100,
  /** Characters of all text values together; an aliased text counts each time it is used. */
  textLength: 2 * 1024 * 1024,
  /** Markup characters (emphasis, links and tables) in all text values together. */
  markupCharacters: 10_000,
  /** Markup characters in a paragraph, or in a list without blank lines. */
  markupPerParagraph: 500,
  /** Characters of a paragraph; line breaking optimizes a paragraph as a whole. */
  paragraphLength: 20_000,
  /** Characters of a word in a body; the longest URLs have this many. */
  wordLength: 2000,
  /** Vertical bars in a line of a body: a table with more columns fits on no page. */
  barsPerLine: 100,
  /** Cells of a table; rows that lack some are filled with empty ones. */
  tableCells: 5000,
  /** Nesting depth of quotes and lists in a body. */
  bodyDepth: 20,
  /** Characters of a one-line text: title, credit, topic, alternative text of a photo. */
  lineLength: 2000,
  /** Characters of a lead or a caption. */
  leadLength: 6000,
  /** Characters of a URL; browsers reject longer ones, too. */
  urlLength: 2000,
  /** Characters of a body. */
  bodyLength: 200_000,
  /** Items of a list; a publication may allow fewer. */
  listEntries: 1000,
  /** Problems reported for each code. */
  problemsPerCode: 200,
  /** Characters of a problem's message or hint. */
  messageLength: 1000,
  /** Bytes of a photo file. */
  photoBytes: 200 * 1024 * 1024,
  /** Pixels of a photo. */
  photoPixels: 120_000_000,
  /** Bytes of prepared photos cached between runs: about five thousand photos. */
  pictureCacheBytes: 2 ** 30,
  /** Bytes of the other caches between runs (fonts, words, templates); they usually take about 1 MB. */
  textCacheBytes: 64 * 2 ** 20,
} as const;

/** Formats a limit for a message: 50,000. */
export function showLimit(limit: number): string {
  return String(limit).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
