// Ties the articles of a further edition to those of the first one, by their sources.

import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { setValue } from '../../../source/value-changes.ts';
import { addressKey } from '../../../text/address-key.ts';
import { listWritten } from '../../shared/schema-pieces.ts';
import { sourcesOf } from '../article-sources.ts';
import type { Issue, IssueArticle } from '../schema.ts';
import { marksOfArticle } from './article-marks.ts';
import { type Edition, shorten } from './edition-schema.ts';
import { nameOfSection, sectionKeys } from './tie-sections.ts';

/** An article of the first edition and the one of the further edition that is tied to it. */
export interface Tie {
  /** Indexes of section and article in the first edition. */
  readonly first: readonly [section: number, article: number];
  readonly edition: readonly [section: number, article: number];
}

/** Ties all articles, and finds those that have no counterpart. */
export function tieArticles(
  first: Issue,
  edition: Edition,
): { ties: readonly Tie[]; findings: readonly Finding[] } {
  const ties: Tie[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const keys = sectionKeys(first.sections);
  const keysInEdition = sectionKeys(edition.sections);
  for (const [e, section] of edition.sections.entries()) {
    const key = keysInEdition[e] ?? '';
    const path = ['sections', e, section.heading === undefined ? 'country' : 'heading'];
    const s = keys.indexOf(key);
    if (seen.has(key)) {
      findings.push({
        code: 'edition-section',
        message: `the section ${nameOfSection(section)} is written twice`,
        path,
        hints: ['Move its articles into the earlier section.'],
      });
      continue;
    }
    seen.add(key);
    if (s < 0) {
      findings.push({
        code: 'edition-section',
        message: `the first edition has no section ${nameOfSection(section)}`,
        path,
        hints: [`Its sections are ${first.sections.map(nameOfSection).join(', ')}.`],
      });
      continue;
    }
    const found = tieSection(first, s, edition, e);
    ties.push(...found.ties);
    findings.push(...found.findings);
  }
  for (const section of first.sections.filter((_, s) => !seen.has(keys[s] ?? ''))) {
    findings.push({
      code: 'edition-section',
      message: `the section ${nameOfSection(section)} of the first edition is missing`,
      path: ['sections'],
      hints: ['Run npm run translate: it adds what is missing.'],
    });
  }
  return { ties, findings };
}

function tieSection(first: Issue, s: number, edition: Edition, e: number) {
  const originals = first.sections[s]?.articles ?? [];
  const translations = edition.sections[e]?.articles ?? [];
  const pairs = pairArticles(originals, translations);
  const findings: Finding[] = [];
  for (const [index, { source, article }] of translations.entries()) {
    const path = ['sections', e, 'articles', index];
    const a = pairs.get(index);
    const original = a === undefined ? undefined : originals[a];
    if ((source === undefined) === (article === undefined)) {
      findings.push({
        code: 'edition-article-unknown',
        message: 'an article is tied to the first edition by `source`, or without one by `article`',
        path,
        hints: ['Write one of the two.'],
      });
    } else if (!original) {
      const at = [...path, source === undefined ? 'article' : 'source'];
      const isTaken = originals.some((one, place) => isMeant(one, place, { source, article }));
      findings.push(isTaken ? explainTwice(at) : explainUnknown(first, { source, article }, at));
    } else if (source !== undefined && !hasSourceOf(original, { source })) {
      findings.push(explainOtherSource(original, (a ?? 0) + 1, [...path, 'source']));
    }
  }
  const tied = new Set(pairs.values());
  for (const [a, original] of originals.entries()) {
    if (tied.has(a)) continue;
    findings.push({
      code: 'edition-article-missing',
      message: `the article “${shorten(original.title)}” of the first edition is missing`,
      path: ['sections', e, 'articles'],
      hints: ['Run npm run translate: it adds what is missing.'],
    });
  }
  const order = [...pairs].map(([index, a]) => [a, index] as const).sort(([a], [b]) => a - b);
  const misplaced = order.find(([, index], place) => index < Number(order[place - 1]?.[1] ?? -1));
  if (misplaced) {
    findings.push({
      code: 'edition-order',
      message: 'the articles stand in another order than in the first edition',
      path: ['sections', e, 'articles', misplaced[1]],
      hints: ['Put them in the order of the first edition, which is the order of print.'],
    });
  }
  const ties = order.map(([a, index]): Tie => ({ first: [s, a], edition: [e, index] }));
  return { ties, findings };
}

/** The addresses of an article in a further edition; names may be missing. */
type TiedSources =
  | string
  | { readonly address: string }
  | readonly (string | { readonly address: string })[]
  | undefined;

/** What ties an article of a further edition. */
interface TiedArticle {
  readonly source?: TiedSources;
  readonly article?: unknown;
  readonly of?: unknown;
}

/**
 * Pairs the articles of a further edition with those of the first one, both by their indexes: first those
 * whose source and marks fit, then by source or place in their order, and last those whose source was
 * corrected, by their marks.
 */
export function pairArticles(
  originals: readonly IssueArticle[],
  translations: readonly TiedArticle[],
): Map<number, number> {
  const marks = originals.map(marksOfArticle);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (fits: (a: number, translation: TiedArticle) => boolean) => {
    for (const [index, translation] of translations.entries()) {
      if (pairs.has(index)) continue;
      const a = originals.findIndex((_, place) => !taken.has(place) && fits(place, translation));
      if (a < 0) continue;
      pairs.set(index, a);
      taken.add(a);
    }
  };
  const hasPlace = (a: number, translation: TiedArticle) =>
    originals[a] !== undefined && isMeant(originals[a], a, translation);
  const hasMarks = (a: number, { of }: TiedArticle) => of === marks[a];
  pair((a, translation) => hasPlace(a, translation) && hasMarks(a, translation));
  pair(hasPlace);
  pair(hasMarks);
  return pairs;
}

/** Whether an article names the original by one of its sources, or without one by its place. */
function isMeant(original: IssueArticle, place: number, translation: TiedArticle): boolean {
  return translation.source === undefined
    ? translation.article === place + 1
    : hasSourceOf(original, translation);
}

function explainTwice(path: ValuePath): Finding {
  return {
    code: 'edition-article-twice',
    message: 'two articles are tied to the same article of the first edition',
    path,
    hints: ['Remove one of them, or correct its source.'],
  };
}

function hasSourceOf(original: IssueArticle, { source }: TiedArticle): boolean {
  const addresses = listWritten(source, []).map(({ value }) =>
    addressKey(typeof value === 'string' ? value : value.address),
  );
  return sourcesOf(original).some(({ address }) => addresses.includes(addressKey(address)));
}

/** Explains a source of an article that its marks tie to another one. @param place counted from 1 */
function explainOtherSource(original: IssueArticle, place: number, path: ValuePath): Finding {
  const code = 'edition-article-unknown';
  const [first] = sourcesOf(original);
  if (!first) {
    return {
      code,
      message: 'the article has no source in the first edition',
      path,
      hints: [`Write \`article: ${place}\` in place of \`source\`.`],
    };
  }
  const address = first.address.trim();
  return {
    code,
    message: 'the source is not that of the first edition',
    path,
    hints: [`Write \`source: ${address}\`, if that is right.`],
    // The marks say that these words were translated from that article.
    edits: [setValue(path, address, true)],
  };
}

function explainUnknown(first: Issue, translation: TiedArticle, path: ValuePath): Finding {
  const byPlace = translation.source === undefined;
  const elsewhere = byPlace
    ? undefined
    : first.sections.find(({ articles }) => articles.some((one) => hasSourceOf(one, translation)));
  return {
    code: 'edition-article-unknown',
    message: byPlace
      ? 'the section of the first edition has no such article'
      : 'no article of this section has this source in the first edition',
    path,
    hints: [
      elsewhere
        ? `It is in the section ${nameOfSection(elsewhere)} there: move the article.`
        : 'Copy the source from the first edition.',
    ],
  };
}
