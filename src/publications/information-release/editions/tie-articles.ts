// Ties the articles of a further edition to those of the first one, by their sources.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { setValue } from '../../../source/value-changes.ts';
import { sourceKey } from '../editorial/index-entry.ts';
import type { Issue, IssueArticle } from '../schema.ts';
import { marksOfArticle } from './article-marks.ts';
import { type Edition, shorten } from './edition-schema.ts';

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
  for (const [e, section] of edition.sections.entries()) {
    const path = ['sections', e, 'country'];
    const s = first.sections.findIndex(({ country }) => country === section.country);
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
  const taken = new Map<number, number>();
  const findings: Finding[] = [];
  for (const [index, { source, article, of }] of translations.entries()) {
    const path = ['sections', e, 'articles', index];
    if ((source === undefined) === (article === undefined)) {
      findings.push({
        code: 'edition-article-unknown',
        message: 'an article is tied to the first edition by `source`, or without one by `article`',
        path,
        hints: ['Write one of the two.'],
      });
      continue;
    }
    const candidates = originals.flatMap((original, a) => {
      const isMeant = source === undefined ? a === Number(article) - 1 : isSame(original, source);
      return isMeant ? [a] : [];
    });
    const free = candidates.find((a) => !taken.has(a));
    const at = [...path, source === undefined ? 'article' : 'source'];
    if (free !== undefined) taken.set(free, index);
    else if (candidates.length > 0) {
      findings.push({
        code: 'edition-article-twice',
        message: 'two articles are tied to the same article of the first edition',
        path: at,
        hints: ['Remove one of them, or correct its source.'],
      });
    } else {
      const corrected = originals.findIndex(
        (original, a) => !taken.has(a) && of === marksOfArticle(original),
      );
      if (corrected >= 0) taken.set(corrected, index);
      findings.push(explainUnknown(first, source, originals[corrected], at));
    }
  }
  for (const [a, original] of originals.entries()) {
    if (taken.has(a)) continue;
    findings.push({
      code: 'edition-article-missing',
      message: `the article “${shorten(original.title)}” of the first edition is missing`,
      path: ['sections', e, 'articles'],
      hints: ['Run npm run translate: it adds what is missing.'],
    });
  }
  const order = [...taken.entries()].sort(([a], [b]) => a - b);
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

function isSame(original: IssueArticle, source: string): boolean {
  return sourceKey(original.source) === sourceKey(source);
}

/** `corrected` is the article that this one translates, when only its source differs. */
function explainUnknown(
  first: Issue,
  source: string | undefined,
  corrected: IssueArticle | undefined,
  path: ValuePath,
): Finding {
  if (corrected) {
    return {
      code: 'edition-article-unknown',
      message: 'the source is not that of the first edition',
      path,
      hints: [`Write \`source: ${corrected.source.trim()}\`, if that is right.`],
      // The marks say that these words were translated from that article.
      edits: [setValue(path, corrected.source.trim(), true)],
    };
  }
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
