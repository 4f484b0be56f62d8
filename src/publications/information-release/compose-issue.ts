import * as flags from 'country-flag-icons/string/3x2';
import type { PhraseRenderer, Values } from '../../templates/phrases.ts';
import { type Typesetter, typesetLine } from '../../text/typography.ts';
import type { Photos } from '../publication.ts';
import { type BodyTypesetter, composeLine, composePhoto } from '../shared/compose-texts.ts';
import { type ComposedTitle, createTitleComposer, withoutBackticks } from '../shared/titles.ts';
import type { ComposedArticle, ComposedIssue, ComposedSection } from './composed-issue.ts';
import { type Country, type CountryLookup, compareCountries } from './countries.ts';
import {
  type Issue,
  type IssueArticle,
  type IssueSection,
  photosOf,
  sourcesOf,
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
  { words, phrases, countryOf, typeset, typesetBody }: ComposeTools,
  photos: Pick<Photos, 'photoAt'>,
): ComposedIssue {
  const parts = orderSections(issue, countryOf);
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
    sections: parts.map((part) =>
      composeSection(part, {
        typeset,
        typesetBody,
        composeTitle: createTitleComposer(issue.language, words.keepCase, typeset),
        photos,
        language: issue.language,
      }),
    ),
    events: countEvents(issue.sections),
  };
}

/** Tools for composing sections. */
interface SectionTools extends Pick<ComposeTools, 'typeset' | 'typesetBody'> {
  readonly composeTitle: (typed: string) => ComposedTitle;
  readonly photos: Pick<Photos, 'photoAt'>;
  readonly language: string;
}

/** A section of the issue with its country. */
interface Part {
  readonly section: IssueSection;
  /** Zero-based position in the issue file. */
  readonly index: number;
  readonly country: Country;
}

/** Returns the sections in printed order. */
function orderSections(issue: Issue, countryOf: CountryLookup): Part[] {
  return issue.sections
    .map((section, index) => ({
      section,
      index,
      country: requireCountry(section.country, countryOf),
    }))
    .sort((a, b) => compareCountries(a.country, b.country, issue.language));
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
    countries: parts.map(({ country }) => country.shortName).join(', '),
    sections: parts.map(({ section, country }) => ({
      name: country.shortName,
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

function composeSection({ section, index, country }: Part, tools: SectionTools): ComposedSection {
  return {
    id: `section-${country.code.toLowerCase()}`,
    country: country.code,
    shortName: country.shortName,
    title: country.officialName.toLocaleUpperCase(tools.language),
    flag: flagOf(country.code),
    articles: section.articles.map((article, articleIndex) =>
      composeArticle(article, ['sections', index, 'articles', articleIndex], tools),
    ),
  };
}

function flagOf(country: string): string | undefined {
  return (flags as Readonly<Record<string, string>>)[country];
}

function composeArticle(
  article: IssueArticle,
  path: ComposedArticle['path'],
  { typeset, typesetBody, composeTitle, photos }: SectionTools,
): ComposedArticle {
  return {
    path,
    ...composeTitle(article.title),
    sources: sourcesOf(article, path).map((source) => {
      const address = source.address.trim();
      return { address, printedAddress: typesetLine(address, typeset), path: source.path };
    }),
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
