import * as flags from 'country-flag-icons/string/3x2';
import type { PhraseRenderer, Values } from '../../templates/phrases.ts';
import { type Typesetter, typesetLine } from '../../text/typography.ts';
import type { Photos } from '../publication.ts';
import {
  type BodyTypesetter,
  composeLine,
  composePhoto,
  normalizeLine,
} from '../shared/compose-texts.ts';
import { type ComposedTitle, createTitleComposer, withoutBackticks } from '../shared/titles.ts';
import { type ArticleSource, sourcesOf } from './article-sources.ts';
import { addReferences } from './compose-references.ts';
import type {
  ComposedArticle,
  ComposedIssue,
  ComposedSection,
  ComposedSource,
} from './composed-issue.ts';
import { type Country, type CountryLookup, compareCountries } from './countries.ts';
import {
  type Issue,
  type IssueArticle,
  type IssueSection,
  otherCountriesOf,
  photosOf,
  yearOf,
} from './schema.ts';
import { beginsWithPreposition } from './topics.ts';
import type { Words } from './words.ts';

/** Words and tools for composing an issue. */
export interface ComposeTools {
  readonly words: Words;
  readonly phrases: PhraseRenderer;
  /** Countries with their names in the issue's language. */
  readonly countryOf: CountryLookup;
  readonly typeset: Typesetter;
  readonly typesetBody: BodyTypesetter;
}

/** Adds the printed values that editors do not type: counts, order, sentences, names. */
export function composeIssue(
  issue: Issue,
  tools: ComposeTools,
  photos: Pick<Photos, 'photoAt'>,
): ComposedIssue {
  const { words, phrases, typeset } = tools;
  const composeTitle = createTitleComposer(issue.language, words.keepCase, typeset);
  const parts = orderSections(issue, { ...tools, composeTitle });
  const values = computeValues(issue, parts, { words, phrases, typeset });
  // What is printed is typeset; what programs read is not.
  const renderMetadata = (template: string) => phrases.renderText(template, values);
  const renderText = (template: string) => typesetLine(renderMetadata(template), typeset);
  const render = (template: string) => typeset(phrases.render(template, values));
  const { cover, masthead, introduction } = words;
  return {
    number: issue.number,
    year: yearOf(issue),
    language: issue.language,
    period: issue.period,
    document: {
      title: renderMetadata(words.document.title),
      author: renderMetadata(words.document.author),
      subject: renderMetadata(words.document.subject),
      keywords: renderMetadata(words.document.keywords),
    },
    cover: {
      letters: cover.letters.map(renderText),
      centre: cover.centre.map(renderText),
      title: renderText(cover.title),
      subtitle: cover.subtitle.map(renderText),
      note: renderText(cover.note),
      dates: renderText(coverDates(issue, words)),
      number: renderText(cover.number),
      place: renderText(cover.place),
      draft: issue.draft ? renderText(cover.draft) : undefined,
      emblem: renderMetadata(cover.emblem),
    },
    masthead: {
      title: renderText(masthead.title),
      centre: render(masthead.centre),
      addressHeading: renderText(masthead.addressHeading),
      address: masthead.address.map(render),
      edition: renderText(masthead.edition),
      circulation: renderText(masthead.circulation),
    },
    contentsHeading: renderText(words.contents.heading),
    introduction: [introduction.opening[issue.opening ?? 'activities'], introduction.topics].map(
      render,
    ),
    sections: addReferences(
      parts.map((part) =>
        composeSection(part, {
          ...tools,
          composeTitle,
          photos,
          language: issue.language,
        }),
      ),
      tools,
    ),
    events: countEvents(issue.sections),
  };
}

/** Tools for composing sections. */
interface SectionTools extends ComposeTools {
  readonly composeTitle: (typed: string) => ComposedTitle;
  readonly photos: Pick<Photos, 'photoAt'>;
  readonly language: string;
}

/** A section of the issue with its name. */
interface Part {
  readonly section: IssueSection;
  /** Zero-based position in the issue file. */
  readonly index: number;
  /** Id of its heading. */
  readonly id: string;
  /** Undefined for a section with a heading. */
  readonly country: Country | undefined;
  /** The country's name in sentences, or the heading. */
  readonly name: string;
  /** The country's official name or the heading, in capitals. */
  readonly title: string;
}

/** Returns the sections in printed order: countries, then headings in the order of the file. */
function orderSections(
  issue: Issue,
  { countryOf, composeTitle }: Pick<SectionTools, 'countryOf' | 'composeTitle'>,
): Part[] {
  const sections = issue.sections.map((section, index) => ({ section, index }));
  const countries = sections.flatMap(({ section, index }) => {
    if (section.country === undefined) return [];
    const country = requireCountry(section.country, countryOf);
    const id = `section-${country.code.toLowerCase()}`;
    const title = country.officialName.toLocaleUpperCase(issue.language);
    return [{ section, index, id, country, name: country.shortName, title }];
  });
  const headings = sections.filter(({ section }) => section.country === undefined);
  return [
    ...countries.sort((a, b) => compareCountries(a.country, b.country, issue.language)),
    ...headings.map(({ section, index }, place) => {
      const { title: name, printedTitle: title } = composeTitle(section.heading ?? '');
      const id = `section-heading-${place + 1}`;
      return { section, index, id, country: undefined, name, title };
    }),
  ];
}

function requireCountry(code: string, countryOf: CountryLookup): Country {
  const country = countryOf(code);
  if (!country) throw new Error(`The issue was not validated: there is no country ${code}`);
  return country;
}

function countEvents(sections: readonly IssueSection[]): number {
  return sections.reduce((sum, section) => sum + section.articles.length, 0);
}

/** Computes the values for the template's phrases. */
function computeValues(
  issue: Issue,
  parts: readonly Part[],
  { words, phrases, typeset }: { words: Words; phrases: PhraseRenderer; typeset: Typesetter },
): Values {
  const values = {
    number: issue.number,
    year: yearOf(issue),
    from: issue.period.from,
    to: issue.period.to,
    total: countEvents(issue.sections),
    countries: parts.map(({ name }) => name).join(', '),
    sections: parts.map(({ section, name }) => ({
      name,
      events: section.articles.length,
      topics: section.topics.map((topic) => ({
        text: composeLine(topic, typeset),
        hasPreposition: beginsWithPreposition(topic, words),
      })),
    })),
  };
  const periodForm = formOfPeriod(issue);
  const period = phrases.renderText(words.period[periodForm], values);
  return { ...values, periodForm, period };
}

function formOfPeriod({ period: { from, to } }: Issue): keyof Words['period'] {
  if (from === to) return 'oneDay';
  if (from.slice(0, 7) === to.slice(0, 7)) return 'oneMonth';
  return from.slice(0, 4) === to.slice(0, 4) ? 'oneYear' : 'twoYears';
}

function coverDates({ period: { from, to } }: Issue, { cover }: Words): string {
  if (from === to) return cover.dates.oneDay;
  return from.slice(0, 7) === to.slice(0, 7) ? cover.dates.oneMonth : cover.dates.otherwise;
}

function composeSection(
  { section, index, id, country, name, title }: Part,
  tools: SectionTools,
): Omit<ComposedSection, 'references'> {
  return {
    id,
    country: country?.code,
    shortName: name,
    title,
    flag: country && flagOf(country.code),
    articles: section.articles.map((article, place) =>
      composeArticle(article, {
        id: `${id}-${place + 1}`,
        path: ['sections', index, 'articles', place],
        tools,
      }),
    ),
  };
}

function flagOf(country: string): string | undefined {
  return (flags as Readonly<Record<string, string>>)[country];
}

function composeArticle(
  article: IssueArticle,
  { id, path, tools }: Pick<ComposedArticle, 'id' | 'path'> & { readonly tools: SectionTools },
): ComposedArticle {
  const { typeset, typesetBody, composeTitle, photos, countryOf } = tools;
  return {
    path,
    id,
    also: otherCountriesOf(article, path).map(({ value: country, path: own }) => ({
      country,
      shortName: requireCountry(country, countryOf).shortName,
      flag: flagOf(country),
      path: own,
    })),
    ...composeTitle(article.title),
    sources: sourcesOf(article, path).map((source) => composeSource(source, tools)),
    photos: photosOf(article, path).flatMap(({ value, path: own }) => {
      const photo = composePhoto(
        value,
        photos.photoAt(own),
        withoutBackticks(article.title),
        typeset,
      );
      return photo ? [{ value: photo, path: own }] : [];
    }),
    lead: composeLine(article.lead, typeset),
    date: article.date,
    place: composeLine(article.place, typeset),
    body: typesetBody(article.body),
  };
}

function composeSource(
  { address, name: written, entryPath }: ArticleSource,
  { words, phrases, typeset }: SectionTools,
): ComposedSource {
  const name = written && normalizeLine(written);
  const label = name && typesetLine(phrases.renderText(words.article.source, { name }), typeset);
  return {
    address: address.trim(),
    printedAddress: typesetLine(address.trim(), typeset),
    name: composeLine(name, typeset),
    label,
    path: entryPath,
  };
}
