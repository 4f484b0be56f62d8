// Puts an edition's words in the place of those of the first edition.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { MergedEdition } from '../../edition-format.ts';
import { OWN_WORDS_KEY } from '../../shared/editorial/own-words.ts';
import { PHOTO_WORDS } from '../../shared/schema-pieces.ts';
import { type Issue, type IssueArticle, photosOf } from '../schema.ts';
import type { Edition, EditionArticle } from './edition-schema.ts';
import { isSameCountry, type Tie, tieArticles } from './tie-articles.ts';

/**
 * Puts the words of an edition in the place of those of the first edition. Articles that are missing
 * are left out, so that the rules can look at the rest; each of them is an error.
 */
export function mergeEdition(
  first: Issue,
  edition: Edition,
  language: string,
): MergedEdition<Issue> {
  const { ties, findings } = tieArticles(first, edition);
  const tied = new Map(ties.map((tie) => [tie.first.join(), tie]));
  const sectionIn = (country: string) =>
    edition.sections.findIndex((section) => isSameCountry(section.country, country));
  // The merged issue has only what both editions have: for each of its articles the tie.
  const merged = first.sections.flatMap((section, s) => {
    const e = sectionIn(section.country);
    const found = section.articles.flatMap((_, a) => tied.get([s, a].join()) ?? []);
    return e < 0 ? [] : [{ section, s, e, found }];
  });
  const photoWords = ties.flatMap((tie) => findWordsWithoutPhoto(first, edition, tie));
  const sections = merged.map(({ section, e, found }) => ({
    ...section,
    topics: edition.sections[e]?.topics ?? [],
    articles: found.flatMap((tie) => {
      const facts = articleAt(first, tie.first);
      const words = articleAt(edition, tie.edition);
      return facts && words ? [mergeArticle(facts, words)] : [];
    }),
  }));
  const tieAt = (path: ValuePath): Tie | undefined =>
    merged[Number(path[1])]?.found[Number(path[3])];
  return {
    issue: { ...first, language: language as Issue['language'], words: edition.words, sections },
    findings: [...findings, ...photoWords],
    placeOf(path) {
      if (path[0] === OWN_WORDS_KEY) return path;
      if (path[0] !== 'sections' || path.length < 2) return undefined;
      const [, s, part, , ...rest] = path;
      const e = merged[Number(s)]?.e;
      if (e === undefined) return undefined;
      if (path.length === 2) return ['sections', e];
      if (part === 'topics') return ['sections', e, ...path.slice(2)];
      const tie = tieAt(path);
      if (part !== 'articles' || !tie) return undefined;
      const article = ['sections', tie.edition[0], 'articles', tie.edition[1]];
      const words = rest[0] === 'photo' ? rest.slice(1) : rest;
      if (
        rest[0] === 'source' ||
        rest[0] === 'date' ||
        (rest[0] === 'photo' && !isPhotoWord(words[0]))
      )
        return undefined;
      return [...article, ...words];
    },
    placeInFirst(path) {
      const [, , part, , ...rest] = path;
      const s = merged[Number(path[1])]?.s;
      const tie = tieAt(path);
      if (path[0] !== 'sections' || s === undefined) return path;
      if (part !== 'articles' || !tie) return ['sections', s, ...path.slice(2)];
      return ['sections', tie.first[0], 'articles', tie.first[1], ...rest];
    },
  };
}

function isPhotoWord(key: unknown): boolean {
  return PHOTO_WORDS.some((word) => word === key);
}

function articleAt<Article>(
  { sections }: { readonly sections: readonly { readonly articles: readonly Article[] }[] },
  [section, article]: readonly [number, number],
): Article | undefined {
  return sections[section]?.articles[article];
}

function mergeArticle(facts: IssueArticle, words: EditionArticle): IssueArticle {
  const [first] = photosOf(facts);
  const photo = first?.value;
  const { title, place, lead, body: text, alt, caption, credit } = words;
  return {
    title,
    source: facts.source,
    ...(photo && { photo: { file: photo.file, side: photo.side, alt, caption, credit } }),
    date: facts.date,
    place,
    lead,
    body: text,
  };
}

function findWordsWithoutPhoto(first: Issue, edition: Edition, tie: Tie): Finding[] {
  const facts = articleAt(first, tie.first);
  const words = articleAt(edition, tie.edition);
  if (!facts || !words || facts.photo !== undefined) return [];
  const path = ['sections', tie.edition[0], 'articles', tie.edition[1]];
  return PHOTO_WORDS.filter((key) => words[key] !== undefined).map((key) => ({
    code: 'edition-photo',
    message: `\`${key}\` is about a photo, and the article has none in the first edition`,
    path: [...path, key],
    hints: ['Remove it, or add the photo to the first edition.'],
  }));
}
