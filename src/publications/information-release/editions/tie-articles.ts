// Ties the articles of a further edition to those of the first one, by their sources.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { setValue } from '../../../source/value-changes.ts';
import { sourceKey } from '../editorial/index-entry.ts';
import { type Issue, type IssueArticle, sourcesOf } from '../schema.ts';
import { marksOfArticle } from './article-marks.ts';
import { type Edition, shorten } from './edition-schema.ts';

/** An article of the first edition and the one of the further edition that is tied to it. */
export interface Tie {
  /** Indexes of section and article in the first edition. */
  readonly first: readonly [section: number, article: number];
  readonly edition: readonly [section: number, article: number];
}

/** Whether two codes name the same country; a code in small letters is reported, but not another country. */
export function isSameCountry(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b.trim().toUpperCase();
}

/** Ties all articles, and finds those that have no counterpart. */
export function tieArticles(
  first: Issue,
  edition: Edition,
): { ties: readonly Tie[]; findings: readonly Finding[] } {
  const ties: Tie[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [e, section] of edition.sections.entries()) {
    const path = ['sections', e, 'country'];
    const s = first.sections.findIndex(({ country }) => isSameCountry(country, section.country));
    if (seen.has(section.country)) {
      findings.push({
        code: 'edition-section',
        message: `the section ${section.country} is written twice`,
        path,
        hints: ['Move its articles into the earlier section.'],
      });
      continue;
    }
    seen.add(section.country);
    if (s < 0) {
      findings.push({
        code: 'edition-section',
        message: `the first edition has no section ${section.country}`,
        path,
        hints: [`Its sections are ${first.sections.map(({ country }) => country).join(', ')}.`],
      });
      continue;
    }
    const found = tieSection(first, s, edition, e);
    ties.push(...found.ties);
    findings.push(...found.findings);
  }
  for (const { country } of first.sections.filter((section) => !seen.has(section.country))) {
    findings.push({
      code: 'edition-section',
      message: `the section ${country} of the first edition is missing`,
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
      findings.push(isTaken ? explainTwice(at) : explainUnknown(first, source, at));
    } else if (source !== undefined && !isSame(original, source)) {
      findings.push({
        code: 'edition-article-unknown',
        message: 'the source is not that of the first edition',
        path: [...path, 'source'],
        hints: [`Write \`source: ${firstSource(original)}\`, if that is right.`],
        // The marks say that these words were translated from that article.
        edits: [setValue([...path, 'source'], firstSource(original), true)],
      });
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

/** What ties an article of a further edition. */
interface TiedArticle {
  readonly source?: string | undefined;
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

/** Whether an article names the original by its source, or without one by its place. */
function isMeant(original: IssueArticle, place: number, { source, article }: TiedArticle): boolean {
  return source === undefined ? article === place + 1 : isSame(original, source);
}

function explainTwice(path: ValuePath): Finding {
  return {
    code: 'edition-article-twice',
    message: 'two articles are tied to the same article of the first edition',
    path,
    hints: ['Remove one of them, or correct its source.'],
  };
}

function isSame(original: IssueArticle, source: string): boolean {
  return sourcesOf(original).some(({ address }) => sourceKey(address) === sourceKey(source));
}

/** The source by which `translate` ties an article. */
export function firstSource(original: IssueArticle): string {
  return sourcesOf(original)[0]?.address.trim() ?? '';
}

function explainUnknown(first: Issue, source: string | undefined, path: ValuePath): Finding {
  const elsewhere =
    source === undefined
      ? undefined
      : first.sections.find(({ articles }) => articles.some((one) => isSame(one, source)));
  return {
    code: 'edition-article-unknown',
    message:
      source === undefined
        ? 'the section of the first edition has no such article'
        : 'no article of this section has this source in the first edition',
    path,
    hints: [
      elsewhere
        ? `It is in the section ${elsewhere.country} there: move the article.`
        : 'Copy the source from the first edition.',
    ],
  };
}
