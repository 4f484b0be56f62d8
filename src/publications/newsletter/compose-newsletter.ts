import type { Values } from '../../templates/phrases.ts';
import { parseInlineText } from '../../text/parse-rich-text.ts';
import { typesetLine } from '../../text/typography.ts';
import type { Photos } from '../publication.ts';
import { choose, composeProgramme, type ProgrammeTools } from '../shared/compose-programme.ts';
import { composeLine, composePhoto } from '../shared/compose-texts.ts';
import type { Programme } from '../shared/programmes.ts';
import { type ComposedTitle, createTitleComposer, withoutBackticks } from '../shared/titles.ts';
import type { ComposedArticle, ComposedNewsletter, ContentsLabel } from './composed-newsletter.ts';
import { divideBody } from './pull-quotes.ts';
import { daysOf } from './quarter.ts';
import { listArticles, listPhotos, type Newsletter, type PlacedArticle } from './schema.ts';
import type { Words } from './words.ts';

/** Words and tools for composing a newsletter. */
export interface ComposeTools extends ProgrammeTools {
  readonly words: Words;
}

/** Adds the printed values that editors do not type: brand line, contents, the programme's words. */
export function composeNewsletter(
  newsletter: Newsletter,
  programme: Programme,
  tools: ComposeTools,
  photos: Pick<Photos, 'photoAt'>,
): ComposedNewsletter {
  const { words, phrases, typeset } = tools;
  const { number, period, language, closing = {} } = newsletter;
  const { first, last } = daysOf(period);
  const { name, title, phase } = programme;
  const values: Values = { name, title, phase, number, first, last };
  const render = (template: string) => phrases.renderText(template, values);
  const renderAll = <Key extends string>(templates: Readonly<Record<Key, string>>) =>
    mapValues(templates, render);
  const printAll = <Key extends string>(templates: Readonly<Record<Key, string>>) =>
    mapValues(templates, (template) => composeLine(render(template), typeset));
  const articles = listArticles(newsletter);
  const composeTitle = createTitleComposer(language, words.keepCase, typeset);
  const composed = articles.map((article) => composeArticle(article, composeTitle, tools, photos));
  const parts = { ...newsletter, about: false, readMore: false };
  const { contact, closing: closingBlock } = composeProgramme(parts, programme, last, tools);
  return {
    programme: newsletter.programme,
    number,
    period,
    date: last,
    language,
    document: renderAll(words.document),
    brand: printAll(words.brand),
    draft: newsletter.draft ? render(words.draft) : undefined,
    contents: { ...printAll(words.contents), lines: composeLabels(newsletter, tools) },
    articles: composed.filter((_, index) => !articles[index]?.isBrief),
    briefs: composed.filter((_, index) => articles[index]?.isBrief),
    ...composeStatements(closing, programme, render, tools),
    contact,
    closing: closingBlock,
  };
}

/** Returns the id of an article, for links from the contents. */
function idOf({ path }: Pick<PlacedArticle, 'path'>): string {
  return path.join('-');
}

function composeLabels(newsletter: Newsletter, { typeset }: ComposeTools): ContentsLabel[] {
  const articles = listArticles(newsletter);
  const firstBrief = articles.find(({ isBrief }) => isBrief);
  const label = (text: string | undefined, path: ContentsLabel['path'], target: PlacedArticle) =>
    text === undefined
      ? []
      : [{ text: composeLine(text, typeset), path: [...path, 'contents'], target: idOf(target) }];
  return [
    ...articles.flatMap((one) => (one.isBrief ? [] : label(one.article.contents, one.path, one))),
    ...(firstBrief ? label(newsletter.briefs?.contents, ['briefs'], firstBrief) : []),
  ];
}

function composeArticle(
  placed: PlacedArticle,
  composeTitle: (typed: string) => ComposedTitle,
  { typeset, typesetBody }: ComposeTools,
  { photoAt }: Pick<Photos, 'photoAt'>,
): ComposedArticle {
  const { article, path } = placed;
  const { title, printedTitle } = composeTitle(article.title);
  const photos = listPhotos(placed).flatMap(({ photo, path: own }) => {
    const ready = composePhoto(photo, photoAt(own), withoutBackticks(article.title), typeset);
    return ready ? [{ photo: ready, path: own }] : [];
  });
  return {
    id: idOf(placed),
    path,
    title,
    printedTitle: article.capitals === false ? title : printedTitle,
    photos,
    body: divideBody(typesetBody(article.body)),
    newPage: article.newPage === true,
  };
}

function composeStatements(
  written: NonNullable<Newsletter['closing']>,
  programme: Programme,
  render: (template: string) => string,
  { words, typeset, typesetBody }: ComposeTools,
): Pick<ComposedNewsletter, 'vision' | 'website' | 'mission'> {
  const vision = choose(written.vision, programme.vision, ['closing', 'vision']);
  const website = choose(written.website, programme.website, ['closing', 'website']);
  const mission = choose(written.mission, programme.mission, ['closing', 'mission']);
  const address = website?.content.trim() ?? '';
  return {
    vision: vision && {
      heading: render(words.vision),
      content: { ...vision, content: typesetBody(vision.content) },
    },
    website: website && {
      ...website,
      content: {
        text: typesetLine(address, typeset).replace(/^https?:\/\/|\/$/gi, ''),
        link: address,
      },
    },
    mission: mission && {
      heading: render(words.mission),
      content: mission.content.map((text, index) => ({
        content: typeset(parseInlineText(text)),
        path: mission.path && [...mission.path, index],
      })),
    },
  };
}

function mapValues<Key extends string, Value>(
  values: Readonly<Record<Key, Value>>,
  change: (value: Value) => string,
): Record<Key, string> {
  const entries = Object.entries<Value>(values).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries);
}
