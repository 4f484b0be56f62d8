// Compares the words of a further edition with those of the first one.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { setValue, type ValueChange } from '../../../source/value-changes.ts';
import type { EditionsToCompare, MergedEdition } from '../../edition-format.ts';
import { compareTexts, type LanguagePair } from '../../shared/editions/compare-texts.ts';
import { findChangedTexts } from '../../shared/editions/marks.ts';
import { PHOTO_WORDS } from '../../shared/schema-pieces.ts';
import { type Issue, type IssueArticle, listArticles, photosOf } from '../schema.ts';
import { listMarkedTexts, marksOfArticle, writeMarks } from './article-marks.ts';
import { type Edition, shorten } from './edition-schema.ts';

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
        ...compareArticle(original, article, places, languages),
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

function compareArticle(
  original: IssueArticle,
  article: IssueArticle,
  { path, inFirst }: ArticlePlaces,
  languages: LanguagePair,
): Finding[] {
  const [photo] = photosOf(original);
  const [translated] = photosOf(article);
  const texts = [
    { key: 'title', first: original.title, edition: article.title },
    { key: 'place', first: original.place, edition: article.place },
    { key: 'lead', first: original.lead, edition: article.lead },
    { key: 'body', first: original.body, edition: article.body },
    ...PHOTO_WORDS.map((key) => ({
      key,
      first: photo?.value[key],
      edition: translated?.value[key],
    })),
  ];
  return texts.flatMap(({ key, first, edition }): Finding[] => {
    const inPhoto = PHOTO_WORDS.some((word) => word === key) && typeof original.photo === 'object';
    const pathInFirst = [...inFirst, ...(inPhoto ? ['photo'] : []), key];
    if (first !== undefined && edition !== undefined) {
      const pair = {
        first: { text: first, path: pathInFirst },
        edition: { text: edition, path: [...path, key] },
        isBody: key === 'body',
      };
      return compareTexts(pair, languages);
    }
    if (first === edition) return [];
    const isHere = edition !== undefined;
    return [
      {
        code: 'edition-text-missing',
        severity: 'warning',
        message: isHere
          ? `\`${key}\` is only in this edition`
          : `\`${key}\` of the first edition is missing here`,
        path: isHere ? [...path, key] : path,
        inFirst: isHere ? inFirst : pathInFirst,
        // A key without a value is reported itself.
        dependsOn: [[...path, key]],
        hints: isHere ? ['Add it to the first edition, or remove it.'] : ['Translate it.'],
      },
    ];
  });
}

/** One warning for an edition without any marks, or one for each article that has none. */
function findMissingMarks(edition: Edition, marks: ReadonlyMap<string, string>): Finding[] {
  const all = edition.sections.flatMap((section, s) =>
    section.articles.map((article, a) => ({ article, path: ['sections', s, 'articles', a] })),
  );
  const without = all.filter(({ article }) => article.of === undefined);
  const addMarks = ({ article, path }: (typeof all)[number]): ValueChange[] => {
    const value = marks.get(JSON.stringify(path));
    const after = article.source === undefined ? 'article' : 'source';
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
  const inPhoto = first && ['caption', 'alt'].includes(first.key);
  return [
    {
      code: 'edition-outdated',
      severity: 'warning',
      message: `the first edition was changed after it was translated: ${names.join('; ')}`,
      path: [...path, 'of'],
      inFirst: [...inFirst, ...(inPhoto ? ['photo'] : []), ...(first ? [first.key] : [])],
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
