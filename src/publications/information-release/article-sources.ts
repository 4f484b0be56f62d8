// The sources of an article: an address, a name with an address, a list of both, or none.
import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import { VALUE_SUGGESTIONS } from '../../source/value-suggestions.ts';
import {
  findAddressMistake,
  list,
  listWritten,
  text,
  WEB_ADDRESS,
  webAddress,
} from '../shared/schema-pieces.ts';

/** Sources of one article. More would fill a page with addresses. */
const MAX_SOURCES = 10;

/** The value of `source` of an article without a web address, such as a radio programme or a letter. */
const NO_SOURCE = 'none';

/** What editors write if there is no source; only the first word is certain. */
const NO_SOURCE_WORDS = /^(?:none|no|no source|нет|нет источника|-|–|—)\.?$/i;

function isNoSource(written: string): boolean {
  return written.trim() === NO_SOURCE;
}

/** A web address, or the word `none`. */
const addressOrNone = () =>
  text(LIMITS.urlLength)
    .refine((value) => isNoSource(value) || findAddressMistake(value) === undefined, {
      error: ({ input }) => String(findAddressMistake(String(input))),
      params: {
        hints: [
          'Copy the address from the browser: https://example.org/news/1',
          'Write `source: none` if the article has no web address.',
        ],
      },
    })
    .meta({
      pattern: `^\\s*${NO_SOURCE}\\s*$|${WEB_ADDRESS.source}`,
      patternErrorMessage:
        'This is not a web address that starts with https:// or http://. Copy it from the browser, or write none.',
    })
    .register(VALUE_SUGGESTIONS, {
      suggest: (typed) =>
        NO_SOURCE_WORDS.test(typed.trim())
          ? { value: NO_SOURCE, isSure: /^none$/i.test(typed.trim()) }
          : undefined,
    });

/** Returns why a text cannot stand in a list of sources; undefined if it can. */
function findListedMistake(written: string): string | undefined {
  return isNoSource(written)
    ? `is \`${NO_SOURCE}\`, which cannot stand in a list`
    : findAddressMistake(written);
}

/** A web address in a list, where the word `none` has no meaning. */
const listedAddress = () =>
  text(LIMITS.urlLength)
    .refine((value) => findListedMistake(value) === undefined, {
      error: ({ input }) => String(findListedMistake(String(input))),
      params: {
        hints: [
          'Remove this line, or copy the address from the browser: https://example.org/news/1',
        ],
      },
    })
    .meta({
      pattern: WEB_ADDRESS.source,
      patternErrorMessage:
        'This is not a web address that starts with https:// or http://. Copy it from the browser.',
    });

const namedSource = () =>
  z.strictObject({
    name: text().describe('Name of the source, printed before its address, such as Gazeta.uz.'),
    address: webAddress().describe('Web address of the source.'),
  });

const LISTED = 'A source: its web address, or name and address.';

/** The value of an article's key `source`. */
export const articleSource = () =>
  z
    .union([
      addressOrNone(),
      namedSource(),
      list(z.union([listedAddress(), namedSource()]).describe(LISTED), MAX_SOURCES),
    ])
    .describe(
      'Web address of the source; or name and address; or a list of both; or none for an article without one.',
    );

/** The value of the key `source` in a further edition: what ties the article, and names in its language. */
export const editionSource = () =>
  z
    .union([
      webAddress(),
      namedSource(),
      list(z.union([webAddress(), namedSource()]).describe(LISTED), MAX_SOURCES),
    ])
    .describe(
      'Source of the article in the first edition, which ties the two; name and address if it is named there.',
    );

/** Sources as an issue file or a further edition has them. */
export type WrittenSources = z.infer<ReturnType<typeof articleSource>>;

/** A source of an article. */
export interface ArticleSource {
  /** Web address as written; white space may surround it. */
  readonly address: string;
  /** Name that is printed before the address. */
  readonly name: string | undefined;
  /** Path of the address. */
  readonly path: ValuePath;
  /** Path of the source: its address, or the mapping of name and address. */
  readonly entryPath: ValuePath;
}

/** Returns the sources of an article with their paths. @param path of the article */
export function sourcesOf(
  { source }: { readonly source?: WrittenSources | undefined },
  path: ValuePath = [],
): ArticleSource[] {
  return listWritten(source, [...path, 'source']).flatMap(
    ({ value, path: own }): ArticleSource[] => {
      if (typeof value !== 'string')
        return [{ ...value, path: [...own, 'address'], entryPath: own }];
      return isNoSource(value)
        ? []
        : [{ address: value, name: undefined, path: own, entryPath: own }];
    },
  );
}
