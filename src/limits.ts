/**
 * How much an issue may hold. Each limit is some twenty times what a long issue has (60 kB of YAML,
 * 1,700 signs, 60 articles, bodies of 10 kB) and small enough that what is beyond it is refused at
 * once and not worked on for minutes.
 */
export const LIMITS = {
  /** Bytes of a YAML file. */
  yamlBytes: 2 * 1024 * 1024,
  /** Lines of a YAML file, and of all its texts. */
  lines: 50_000,
  /** What YAML sees in a file: keys, values, dashes, brackets, the blanks and line ends between. */
  yamlSigns: 200_000,
  /** Groups and lists inside one another; the format has six. */
  yamlDepth: 40,
  /** References (`*name`) of a file; the format needs none. */
  aliases: 100,
  /** Characters of all texts, those that are referred to counted each time. */
  letters: 2 * 1024 * 1024,
  /** Signs of emphasis and links in all texts. */
  marks: 10_000,
  /** Signs of emphasis and links in a paragraph, or a list without blank lines. */
  marksOfParagraph: 500,
  /** Characters of a paragraph; its lines are weighed against one another. */
  paragraphLetters: 20_000,
  /** Characters of a body without a blank between them; the longest addresses have as many. */
  wordLetters: 2000,
  /** Quotes and lists inside one another in a body. */
  bodyDepth: 20,
  /** Characters of a text of one line: title, credit, topic, a picture's description. */
  lineLetters: 2000,
  /** Characters of a lead or a caption. */
  leadLetters: 6000,
  /** Characters of an address, which browsers do not take longer either. */
  addressLetters: 2000,
  /** Characters of a body. */
  bodyLetters: 200_000,
  /** Entries of a list; a publication may allow fewer. */
  listEntries: 1000,
  /** Problems of one kind that are told. */
  alikeProblems: 200,
  /** Characters of a problem's message. */
  messageLetters: 1000,
  /** Bytes of a photo's file. */
  photoBytes: 200 * 1024 * 1024,
  /** Pixels of a photo. */
  photoPixels: 120_000_000,
  /** Bytes of the prepared photos that are kept between runs: some five thousand. */
  pictureCacheBytes: 2 ** 30,
  /** Bytes of what else is kept between runs, made of fonts, words and templates: some 1 MB. */
  textCacheBytes: 64 * 2 ** 20,
} as const;

/** A limit as it is written in a message: 50,000. */
export function showLimit(limit: number): string {
  return String(limit).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
