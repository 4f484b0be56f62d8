// Puts an edition's words in the place of those of the first edition.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { MergedEdition } from '../../edition-format.ts';
import { OWN_WORDS_KEY } from '../../shared/editorial/own-words.ts';
import { PHOTO_WORDS } from '../../shared/schema-pieces.ts';
import { sourcesOf } from '../article-sources.ts';
import { type Issue, type IssueArticle, photosOf } from '../schema.ts';
import type { Edition, EditionArticle } from './edition-schema.ts';
import { type Tie, tieArticles } from './tie-articles.ts';
import { sectionKeys } from './tie-sections.ts';
import { tiePhotos, tieSources } from './tie-words.ts';

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
  const keys = sectionKeys(first.sections);
  const keysInEdition = sectionKeys(edition.sections);
  // The merged issue has only what both editions have: for each of its articles the tie.
  const merged = first.sections.flatMap((section, s) => {
    const e = keysInEdition.indexOf(keys[s] ?? '');
    const found = section.articles.flatMap((_, a) => tied.get([s, a].join()) ?? []);
    return e < 0 ? [] : [{ section, s, e, found }];
  });
  const strayWords = ties.flatMap((tie) => {
    const facts = articleAt(first, tie.first);
    const words = articleAt(edition, tie.edition);
    return facts && words ? findStrayWords(facts, words, pathIn(tie)) : [];
  });
  const sections = merged.map(({ section, e, found }) => ({
    ...section,
    ...(section.heading !== undefined && { heading: edition.sections[e]?.heading ?? '' }),
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
    findings: [...findings, ...strayWords],
    placeOf(path) {
      if (path[0] === OWN_WORDS_KEY) return path;
      if (path[0] !== 'sections' || path.length < 2) return undefined;
      const [, s, part, , ...rest] = path;
      const e = merged[Number(s)]?.e;
      if (e === undefined) return undefined;
      if (path.length === 2) return ['sections', e];
      if (part === 'topics' || part === 'heading') return ['sections', e, ...path.slice(2)];
      const tie = tieAt(path);
      if (part !== 'articles' || !tie) return undefined;
      const facts = articleAt(first, tie.first);
      const words = articleAt(edition, tie.edition);
      const [field = ''] = rest;
      if (FACTS.has(field)) return undefined;
      if (field !== 'source' && field !== 'photo') return [...pathIn(tie), ...rest];
      const place = facts && words && placeOfWord(facts, words, rest);
      return place && [...pathIn(tie), ...place];
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

/** Keys of an article that only the first edition has. */
const FACTS: ReadonlySet<string | number> = new Set(['date', 'also']);

/** Path of an article in the further edition. */
function pathIn({ edition: [section, article] }: Tie): ValuePath {
  return ['sections', section, 'articles', article];
}

/** Where the name of a source or a word of a photo is written in the further edition's article. */
function placeOfWord(
  facts: IssueArticle,
  words: EditionArticle,
  [field, ...rest]: ValuePath,
): ValuePath | undefined {
  const index = typeof rest[0] === 'number' ? rest[0] : 0;
  const key = rest.at(-1);
  if (field === 'source') {
    return key === 'name' ? tieSources(facts, words).sources[index]?.name?.path : undefined;
  }
  const word = PHOTO_WORDS.find((one) => one === key);
  return word && tiePhotos(facts, words).photos[index]?.words[word].path;
}

function articleAt<Article>(
  { sections }: { readonly sections: readonly { readonly articles: readonly Article[] }[] },
  [section, article]: readonly [number, number],
): Article | undefined {
  return sections[section]?.articles[article];
}

function mergeArticle(facts: IssueArticle, words: EditionArticle): IssueArticle {
  const { title, place, lead, body: text } = words;
  const photos = tiePhotos(facts, words).photos.map(({ photo: { file, side }, words: own }) => ({
    file,
    side,
    alt: own.alt.value,
    caption: own.caption.value,
    credit: own.credit.value,
  }));
  const sources = tieSources(facts, words).sources.map(({ source: { address }, name }) =>
    name ? { name: name.value, address } : address,
  );
  return {
    ...facts,
    title,
    source: Array.isArray(facts.source) ? sources : (sources[0] ?? facts.source),
    photo: Array.isArray(facts.photo) ? photos : photos[0],
    place,
    lead,
    body: text,
  };
}

/** Finds words about photos and sources that the article does not have. */
function findStrayWords(facts: IssueArticle, words: EditionArticle, path: ValuePath): Finding[] {
  const { unknown, twice } = tiePhotos(facts, words);
  const sources = tieSources(facts, words);
  // An article that is tied by none of its sources is reported as such.
  const isTied = sources.unknown.length < sourcesOf(words).length;
  const withoutPhoto = PHOTO_WORDS.filter(
    (key) => facts.photo === undefined && words[key] !== undefined,
  );
  const files = photosOf(facts).map(({ value }) => value.file);
  return [
    ...withoutPhoto.map((key) => ({
      code: 'edition-photo',
      message: `\`${key}\` is about a photo, and the article has none in the first edition`,
      path: [...path, key],
      hints: ['Remove it, or add the photo to the first edition.'],
    })),
    ...unknown.map(({ value: { file }, path: own }) => ({
      code: 'edition-photo',
      message: `the article has no photo \`${file}\` in the first edition`,
      path: [...path, ...own, 'file'],
      hints: [
        files.length > 0
          ? `Its photos are ${files.join(', ')}.`
          : 'Remove it, or add the photo to the first edition.',
      ],
    })),
    ...twice.map(({ value: key, path: own }) => ({
      code: 'edition-photo',
      message: `\`${key}\` of the first photo also stands beside the title`,
      path: [...path, ...own],
      hints: ['Remove one of the two.'],
    })),
    ...(isTied ? sources.unknown : []).map(({ address, path: own }) => ({
      code: 'edition-article-unknown',
      message: `the article has no source \`${address.trim()}\` in the first edition`,
      path: [...path, ...own],
      hints: ['Copy its sources from the first edition.'],
    })),
  ];
}
