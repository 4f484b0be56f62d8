import { basename, dirname } from 'node:path';
import { LIMITS, showLimit } from '../../limits.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import { addressKey } from '../../text/address-key.ts';
import type { MissingCharacterFinder } from '../../text/missing-characters.ts';
import { type BodyReader, parseRichText } from '../../text/parse-rich-text.ts';
import type { AddressPrinter } from '../../text/readable-address.ts';
import { checkBody, checkCharacters, checkLinks, type PrintedText } from '../shared/check-texts.ts';
import { PHOTO_WORDS } from '../shared/schema-pieces.ts';
import { type Capitalizer, createCapitalizer } from '../shared/titles.ts';
import { sourcesOf } from './article-sources.ts';
import { checkOtherCountries, checkSections } from './check-sections.ts';
import { hostOf } from './editorial/hosts.ts';
import { findLeftoverExamples } from './editorial/leftover-examples.ts';
import { type Issue, issueName, listArticles, photosOf, yearOf } from './schema.ts';
import type { Words } from './words.ts';

/** Input of the rules beside the issue. */
export interface ValidationContext {
  readonly words: Pick<Words, 'keepCase'>;
  readonly findMissing: MissingCharacterFinder;
  /** The project's folder of issues. Folders in it must be named after their issues. */
  readonly issuesFolder: string;
  /** Example texts of a new issue, which editors must replace. */
  readonly examples: readonly string[];
  readonly readBody?: BodyReader;
  readonly printAddress?: AddressPrinter;
}

/** Applies the rules that the schema cannot express. */
export function validateIssue(
  issue: Issue,
  document: SourceDocument,
  {
    words,
    findMissing,
    issuesFolder,
    examples,
    readBody = parseRichText,
    printAddress,
  }: ValidationContext,
): Finding[] {
  const capitalize = createCapitalizer(issue.language, words.keepCase);
  return [
    ...checkPeriod(issue),
    ...checkFolder(issue, document.file, issuesFolder),
    ...checkSections(issue),
    ...checkOtherCountries(issue),
    ...checkIntroduction(issue),
    ...checkDuplicates(issue, document, capitalize),
    ...checkHosts(issue),
    ...findLeftoverExamples(issue, examples),
    ...listArticles(issue).flatMap(({ article, path }) =>
      checkBody(readBody(article.body), [...path, 'body'], document),
    ),
    ...listArticles(issue).flatMap(({ article, path }) =>
      checkLinks(readBody(article.body), [...path, 'body']),
    ),
    ...checkCharacters(listPrinted(issue, capitalize), findMissing, printAddress),
  ];
}

function checkPeriod({ period }: Issue): Finding[] {
  if (period.from <= period.to) return [];
  const message = `the period ends on ${period.to}, before it begins on ${period.from}`;
  return [
    {
      code: 'period-reversed',
      message,
      path: ['period', 'from'],
      dependsOn: [['period', 'to']],
      hints: ['Swap the days of `from` and `to`.'],
    },
  ];
}

function checkFolder(issue: Issue, file: string, issuesFolder: string): Finding[] {
  const folder = dirname(file);
  const name = basename(folder);
  const numbers = /^(\d{4})-(\d+)$/.exec(name);
  const expected = issueName(issue);
  const isProjectIssue = dirname(folder) === issuesFolder;
  if (!numbers && !isProjectIssue) return [];
  const matches = Number(numbers?.[1]) === yearOf(issue) && Number(numbers?.[2]) === issue.number;
  // In the project's folder, one issue must not have two possible names, such as 2025-2 and 2025-02.
  if (matches && (!isProjectIssue || name === expected)) return [];
  const wrongYear = numbers !== null && Number(numbers[1]) !== yearOf(issue);
  return [
    {
      code: 'folder-name',
      message: matches
        ? `the folder is named ${name}, but the issue’s name is written ${expected}`
        : `the folder is named ${name}, but this is issue ${issue.number} of ${yearOf(issue)}`,
      path: wrongYear ? ['period', 'to'] : ['number'],
      dependsOn: [['number'], ['period', 'to']],
      hints: [`Rename the folder to ${expected}, or correct the number or the period.`],
    },
  ];
}

/** Finds articles with the same title, an error, or with the same source, a warning. */
function checkDuplicates(
  issue: Issue,
  document: SourceDocument,
  capitalize: Capitalizer,
): Finding[] {
  const titles = new Map<string, ValuePath>();
  const sources = new Map<string, ValuePath>();
  const findings: Finding[] = [];
  const line = (path: ValuePath) => document.locate(path).start.line;
  for (const { article, path } of listArticles(issue)) {
    // Titles that differ in letter case alone are the same to a reader.
    const title = capitalize(article.title).toLocaleUpperCase(issue.language);
    const duplicateTitle = titles.get(title);
    if (duplicateTitle) {
      const message = `this title is already used on line ${line(duplicateTitle)}`;
      const hints = ['Remove one of the two articles, or give them different titles.'];
      findings.push({ code: 'title-twice', message, path: [...path, 'title'], hints });
    } else titles.set(title, [...path, 'title']);
    for (const { address, path: place } of sourcesOf(article, path)) {
      const source = addressKey(address);
      const duplicateSource = sources.get(source);
      if (duplicateSource) {
        const message = `this source is already used on line ${line(duplicateSource)}`;
        const hints = [
          'If both articles report the same event, remove one. Otherwise, check the address.',
        ];
        findings.push({ code: 'source-twice', severity: 'warning', message, path: place, hints });
      } else sources.set(source, place);
    }
  }
  return findings;
}

/** Finds sources whose host is not valid in a URL. */
function checkHosts(issue: Issue): Finding[] {
  return listArticles(issue)
    .flatMap(({ article, path }) => sourcesOf(article, path))
    .filter(({ address }) => !URL.canParse(address.trim()))
    .map(({ address, path }) => ({
      code: 'link-invalid',
      message: `\`${hostOf(address) ?? address}\` is not a valid site name`,
      path,
      hints: ['Copy the address from the browser: https://example.org/news/1'],
    }));
}

/** Returns the texts of an issue that are printed or read aloud. */
function listPrinted(issue: Issue, capitalize: Capitalizer): PrintedText[] {
  const headings = issue.sections.map(({ heading = '' }, s) => ({
    text: heading,
    path: ['sections', s, 'heading'],
    print: capitalize,
  }));
  const topics = issue.sections.flatMap((section, s) =>
    section.topics.map((text, t) => ({ text, path: ['sections', s, 'topics', t] })),
  );
  const articles = listArticles(issue).flatMap(({ article, path }): PrintedText[] => {
    const fields = ['lead', 'body'] as const;
    return [
      { text: article.title, path: [...path, 'title'], print: capitalize },
      ...sourcesOf(article, path).flatMap(({ address, name = '', path: place, entryPath }) => [
        { text: name, path: [...entryPath, 'name'] },
        { text: address, path: place },
      ]),
      ...fields.map((field) => ({ text: article[field] ?? '', path: [...path, field] })),
      ...photosOf(article, path).flatMap((photo) =>
        PHOTO_WORDS.map((key) => ({ text: photo.value[key] ?? '', path: [...photo.path, key] })),
      ),
    ];
  });
  return [...headings, ...topics, ...articles];
}

/**
 * Finds the topic with which the topics of all countries exceed the length of one paragraph: the
 * introduction prints all topics in one.
 */
export function checkIntroduction({ sections }: Issue): Finding[] {
  let letters = 0;
  for (const [s, { topics }] of sections.entries()) {
    for (const [t, topic] of topics.entries()) {
      letters += topic.length;
      if (letters > LIMITS.paragraphLength)
        return [explainLongTopics(['sections', s, 'topics', t])];
    }
  }
  return [];
}

function explainLongTopics(path: Finding['path']): Finding {
  return {
    code: 'value-invalid',
    message: `the topics of all countries together have more than ${showLimit(LIMITS.paragraphLength)} characters`,
    path,
    hints: ['Shorten the topics: all of them are printed as one sentence of the introduction.'],
  };
}
