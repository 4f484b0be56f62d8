// Compares the words of a further edition with those of the first one.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { setValue, type ValueChange } from '../../../source/value-changes.ts';
import type { EditionsToCompare, MergedEdition } from '../../edition-format.ts';
import { compareTexts, type LanguagePair } from '../../shared/editions/compare-texts.ts';
import { findChangedTexts } from '../../shared/editions/marks.ts';
import { PHOTO_WORDS } from '../../shared/schema-pieces.ts';
import { type Issue, type IssueArticle, listArticles } from '../schema.ts';
import { listMarkedTexts, marksOfArticle, writeMarks } from './article-marks.ts';
import { type Edition, type EditionArticle, shorten } from './edition-schema.ts';
import { tiePhotos, tieSources } from './tie-words.ts';

/** Finds where a further edition does not say what the first one does. */
export function compareEditions({
  first,
  edition,
  merged,
}: EditionsToCompare<Issue, Edition>): Finding[] {
  const languages = { first: first.issue.language, edition: merged.issue.language };
  const topics = merged.issue.sections.flatMap((section, s) => {
    const path = ['sections', s, 'topics'];
    const inFirst = merged.placeInFirst(path);
    const expected = first.issue.sections[Number(inFirst[1])]?.topics.length ?? 0;
    if (section.topics.length === expected) return [];
    const message = `${section.topics.length} topics here, ${expected} in the first edition`;
    const hints = ['Name the same topics in both editions.'];
    const place = merged.placeOf(path) ?? path;
    const code = 'edition-structure';
    return [{ code, severity: 'warning' as const, message, path: place, inFirst, hints }];
  });
  return [
    ...topics,
    ...findMissingMarks(edition.value, listTied(first.issue, merged)),
    ...listArticles(merged.issue).flatMap(({ article, path }) => {
      const inFirst = merged.placeInFirst(path);
      const place = merged.placeOf(path);
      const original = articleAt(first.issue, inFirst);
      const words = place && articleAt(edition.value, place);
      if (!original || !place || !words) return [];
      const places = { path: place, inFirst };
      return [
        ...compareTextsOf(original, article, places, languages),
        ...comparePhotos(original, words, places, languages),
        ...findMissingNames(original, words, places),
        ...findOutdated(original, words.of, places),
      ];
    }),
  ];
}

/** The marks that each article of a further edition has to have, by its path as JSON. */
function listTied(first: Issue, merged: MergedEdition<Issue>): Map<string, string> {
  return new Map(
    listArticles(merged.issue).flatMap(({ path }) => {
      const original = articleAt(first, merged.placeInFirst(path));
      const place = merged.placeOf(path);
      return original && place ? [[JSON.stringify(place), marksOfArticle(original)]] : [];
    }),
  );
}

function articleAt<Article>(
  { sections }: { readonly sections: readonly { readonly articles: readonly Article[] }[] },
  path: ValuePath,
): Article | undefined {
  return sections[Number(path[1])]?.articles[Number(path[3])];
}

/** Where an article is written in the two files. */
interface ArticlePlaces {
  readonly path: ValuePath;
  readonly inFirst: ValuePath;
}

/** A text of an article that both editions should have. */
interface ComparedText {
  /** The key with what it belongs to, for messages. */
  readonly name: string;
  readonly first: string | undefined;
  readonly pathInFirst: ValuePath;
  readonly edition: string | undefined;
  /** Where it is written in the further edition, or where it would be. */
  readonly path: ValuePath;
}

function compareTextsOf(
  original: IssueArticle,
  article: IssueArticle,
  places: ArticlePlaces,
  languages: LanguagePair,
): Finding[] {
  return (['title', 'place', 'lead', 'body'] as const).flatMap((key) => {
    const text = {
      name: `\`${key}\``,
      first: original[key],
      pathInFirst: [...places.inFirst, key],
      edition: article[key],
      path: [...places.path, key],
    };
    return compareText(text, places, languages);
  });
}

function comparePhotos(
  original: IssueArticle,
  words: EditionArticle,
  places: ArticlePlaces,
  languages: LanguagePair,
): Finding[] {
  return tiePhotos(original, words).photos.flatMap((tied, index) =>
    PHOTO_WORDS.flatMap((key) => {
      const text = {
        name: index === 0 ? `\`${key}\`` : `\`${key}\` of photo ${index + 1}`,
        first: tied.photo[key],
        pathInFirst: [...places.inFirst, ...tied.inFirst, key],
        edition: tied.words[key].value,
        path: [...places.path, ...(tied.words[key].path ?? ['photo'])],
      };
      return compareText(text, places, languages);
    }),
  );
}

/** Names of sources are often the same in all languages, so they are only missed. */
function findMissingNames(
  original: IssueArticle,
  words: EditionArticle,
  places: ArticlePlaces,
): Finding[] {
  return tieSources(original, words).sources.flatMap(({ source, name }) => {
    if ((source.name === undefined) === (name === undefined)) return [];
    const text = {
      name: name ? '`name`' : `the name of the source (“${source.name}”)`,
      first: source.name,
      pathInFirst: [...places.inFirst, ...source.entryPath, 'name'],
      edition: name?.value,
      path: [...places.path, ...(name?.path ?? ['source'])],
    };
    const [finding] = explainMissingText(text, places);
    if (!finding || name) return finding ? [finding] : [];
    const address = source.address.trim();
    const hints = [`Write it with the address: { name: …, address: ${address} }.`];
    return [{ ...finding, path: text.path, hints }];
  });
}

function compareText(
  { first, pathInFirst, edition, ...text }: ComparedText,
  places: ArticlePlaces,
  languages: LanguagePair,
): Finding[] {
  if (first === undefined || edition === undefined)
    return explainMissingText({ first, pathInFirst, edition, ...text }, places);
  const pair = {
    first: { text: first, path: pathInFirst },
    edition: { text: edition, path: text.path },
    isBody: text.path.at(-1) === 'body',
  };
  return compareTexts(pair, languages);
}

function explainMissingText(
  { name, first, pathInFirst, edition, path }: ComparedText,
  places: ArticlePlaces,
): Finding[] {
  if (first === edition) return [];
  const isHere = edition !== undefined;
  return [
    {
      code: 'edition-text-missing',
      severity: 'warning',
      message: isHere
        ? `${name} is only in this edition`
        : `${name} of the first edition is missing here`,
      path: isHere ? path : places.path,
      inFirst: isHere ? places.inFirst : pathInFirst,
      // A key without a value is reported itself.
      dependsOn: [path],
      hints: isHere ? ['Add it to the first edition, or remove it.'] : ['Translate it.'],
    },
  ];
}

/** The key below which marks are added: what ties the article, if it stands on one line. */
function keyBeforeMarks({ source, article }: EditionArticle): string {
  if (typeof source === 'string') return 'source';
  return article === undefined ? 'title' : 'article';
}

/** One warning for an edition without any marks, or one for each article that has none. */
function findMissingMarks(edition: Edition, marks: ReadonlyMap<string, string>): Finding[] {
  const all = edition.sections.flatMap((section, s) =>
    section.articles.map((article, a) => ({ article, path: ['sections', s, 'articles', a] })),
  );
  const without = all.filter(({ article }) => article.of === undefined);
  const addMarks = ({ article, path }: (typeof all)[number]): ValueChange[] => {
    const value = marks.get(JSON.stringify(path));
    const after = keyBeforeMarks(article);
    return value === undefined
      ? []
      : [{ kind: 'add-key', path: [...path, after], key: 'of', value }];
  };
  const report = (path: ValuePath, what: string, articles: typeof all): Finding => ({
    code: 'edition-no-marks',
    severity: 'warning',
    message: `${what} no marks \`of\` of what was translated`,
    path,
    hints: ['Run npm run translate: it writes them.'],
    // Only an editor knows whether the translation has the words of today's first edition.
    edits: [
      {
        title: 'Add the marks of the first edition',
        isSure: false,
        changes: articles.flatMap(addMarks),
      },
    ],
  });
  if (without.length > 0 && without.length === all.length) {
    return [report(['translates'], 'the edition has', all)];
  }
  return without.map((one) => report(one.path, 'the article has', [one]));
}

function findOutdated(
  original: IssueArticle,
  marks: string | undefined,
  { path, inFirst }: ArticlePlaces,
): Finding[] {
  if (marks === undefined) return [];
  const texts = listMarkedTexts(original);
  const changes = findChangedTexts(
    marks,
    texts.map(({ text }) => text),
  );
  if (changes.length === 0) return [];
  const names = changes.flatMap((one) => {
    if (one.change === 'removed') return ['a paragraph was removed'];
    const text = texts[one.index];
    return text ? [`${text.name} was ${one.change} (“${shorten(text.text)}”)`] : [];
  });
  const [first] = changes.flatMap((one) => ('index' in one ? (texts[one.index] ?? []) : []));
  return [
    {
      code: 'edition-outdated',
      severity: 'warning',
      message: `the first edition was changed after it was translated: ${names.join('; ')}`,
      path: [...path, 'of'],
      inFirst: [...inFirst, ...(first?.path ?? [])],
      hints: [
        'Translate the change.',
        `Then, or if the translation is still right, write \`of: ${writeMarks(marksOfArticle(original))}\`.`,
      ],
      edits: [
        {
          ...setValue([...path, 'of'], marksOfArticle(original)),
          title: 'Confirm that the translation is right: write the marks of the first edition',
        },
      ],
    },
  ];
}
