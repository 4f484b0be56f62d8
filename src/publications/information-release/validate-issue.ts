import { basename, dirname } from 'node:path';
import { findLookAlikes } from '../../diagnostics/suggestions.ts';
import { LIMITS, showLimit } from '../../limits.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import type { MissingCharacterFinder } from '../../text/missing-characters.ts';
import { type BodyReader, parseRichText, type RichText } from '../../text/parse-rich-text.ts';
import { plainBlocks } from '../../text/rich-text.ts';
import { checkCharacters, checkLinks, type PrintedText } from '../shared/check-texts.ts';
import { printedTitle } from './compose-issue.ts';
import { countryOf, guessCountryCode } from './countries.ts';
import { findExamplesLeft } from './editorial/examples-left.ts';
import { hostOf } from './editorial/hosts.ts';
import { sourceKey } from './editorial/index-entry.ts';
import { type Issue, issueName, listArticles, photoOf, yearOf } from './schema.ts';
/** What the rules need to know beside the issue. */
export interface ValidationContext {
  readonly findMissing: MissingCharacterFinder;
  /** The folder all of the project's issues are in; each must be named after its issue. */
  readonly issuesFolder: string;
  /** The texts of a new issue that an editor has to replace. */
  readonly examples: readonly string[];
  readonly readBody?: BodyReader;
}

/** The rules that only a whole issue shows. */
export function validateIssue(
  issue: Issue,
  document: SourceDocument,
  { findMissing, issuesFolder, examples, readBody = parseRichText }: ValidationContext,
): Finding[] {
  return [
    ...checkPeriod(issue),
    ...checkFolder(issue, document.file, issuesFolder),
    ...checkCountries(issue),
    ...checkIntroduction(issue),
    ...checkDuplicates(issue, document),
    ...checkHosts(issue),
    ...findExamplesLeft(issue, examples),
    ...listArticles(issue).flatMap(({ article, path }) =>
      checkBody(readBody(article.body), [...path, 'body'], document),
    ),
    ...listArticles(issue).flatMap(({ article, path }) =>
      checkLinks(readBody(article.body), [...path, 'body']),
    ),
    ...checkCharacters(listPrinted(issue), findMissing),
  ];
}

function checkPeriod({ period }: Issue): Finding[] {
  if (period.from <= period.to) return [];
  const message = `the period runs backwards: it ends on ${period.to}, before it begins on ${period.from}`;
  return [
    {
      code: 'period-reversed',
      message,
      path: ['period', 'from'],
      dependsOn: [['period', 'to']],
      hints: ['Exchange from and to.'],
    },
  ];
}

function checkFolder(issue: Issue, file: string, issuesFolder: string): Finding[] {
  const folder = dirname(file);
  const name = basename(folder);
  const numbers = /^(\d{4})-(\d+)$/.exec(name);
  const expected = issueName(issue);
  const isOurs = dirname(folder) === issuesFolder;
  if (!numbers && !isOurs) return [];
  const isMeant = Number(numbers?.[1]) === yearOf(issue) && Number(numbers?.[2]) === issue.number;
  // Among the project's issues two folders must not name one issue, as 2025-2 and 2025-02 do.
  if (isMeant && (!isOurs || name === expected)) return [];
  const wrongYear = numbers !== null && Number(numbers[1]) !== yearOf(issue);
  return [
    {
      code: 'folder-name',
      message: isMeant
        ? `the folder is named ${name}; issues are named by year and two digits at the least`
        : `the folder is named ${name}, but this is issue ${issue.number} of ${yearOf(issue)}`,
      path: wrongYear ? ['period', 'to'] : ['number'],
      dependsOn: [['number'], ['period', 'to']],
      hints: [`Rename the folder to ${expected}, or mend the number or the period.`],
    },
  ];
}

function checkCountries({ sections }: Issue): Finding[] {
  const first = new Map<string, number>();
  return sections.flatMap(({ country }, index): Finding[] => {
    const path = ['sections', index, 'country'];
    if (!countryOf(country)) {
      const guess = guessCountryCode(country);
      const alike = guess && findLookAlikes(country);
      const message = `\`${country}\` is no country’s code${guess ? `: did you mean \`${guess}\`?` : ''}`;
      const hints = [
        ...(alike ? [alike.hint] : []),
        'Two capital letters: KZ, KG, RU, TJ, TM, UZ, AZ or another of ISO 3166-1 alpha-2.',
      ];
      return [{ code: 'country-unknown', message, path, hints }];
    }
    const before = first.get(country);
    if (before === undefined) {
      first.set(country, index);
      return [];
    }
    const message = `\`${country}\` has a section already: section ${before + 1}`;
    return [
      { code: 'country-twice', message, path, hints: ['Move these articles into that section.'] },
    ];
  });
}

/** The same title in two articles is an error, the same source a warning. */
function checkDuplicates(issue: Issue, document: SourceDocument): Finding[] {
  const titles = new Map<string, ValuePath>();
  const sources = new Map<string, ValuePath>();
  const findings: Finding[] = [];
  const line = (path: ValuePath) => document.locate(path).start.line;
  for (const { article, path } of listArticles(issue)) {
    const title = printedTitle(article);
    const duplicateTitle = titles.get(title);
    if (duplicateTitle) {
      const message = `this title stands at line ${line(duplicateTitle)} already`;
      const hints = ['Remove the article that stands twice, or give the two different titles.'];
      findings.push({ code: 'title-twice', message, path: [...path, 'title'], hints });
    } else titles.set(title, [...path, 'title']);
    const source = sourceKey(article.source);
    const duplicateSource = sources.get(source);
    if (duplicateSource) {
      const message = `this source stands at line ${line(duplicateSource)} already`;
      const hints = [
        'If the two articles are one event, remove one; else see whether the address was copied.',
      ];
      findings.push({
        code: 'source-twice',
        severity: 'warning',
        message,
        path: [...path, 'source'],
        hints,
      });
    } else sources.set(source, [...path, 'source']);
  }
  return findings;
}

/** A host that no browser would look up. */
function checkHosts(issue: Issue): Finding[] {
  return listArticles(issue)
    .filter(({ article: { source } }) => !URL.canParse(source.trim()))
    .map(({ article: { source }, path }) => ({
      code: 'link-invalid',
      message: `\`${hostOf(source) ?? source}\` is no name that a site can have`,
      path: [...path, 'source'],
      hints: ['Copy the address from the browser: https://example.org/news/1'],
    }));
}

/** Every text of an issue that is printed or read aloud. */
function listPrinted(issue: Issue): PrintedText[] {
  const topics = issue.sections.flatMap((section, s) =>
    section.topics.map((text, t) => ({ text, path: ['sections', s, 'topics', t] })),
  );
  const articles = listArticles(issue).flatMap(({ article, path }): PrintedText[] => {
    const photo = photoOf(article);
    const inPhoto =
      typeof article.photo === 'string' ? [] : (['alt', 'caption', 'credit'] as const);
    const fields = ['source', 'lead', 'body'] as const;
    return [
      { text: article.title, path: [...path, 'title'], print: (text) => text.toUpperCase() },
      ...fields.map((field) => ({ text: article[field] ?? '', path: [...path, field] })),
      ...inPhoto.map((field) => ({ text: photo?.[field] ?? '', path: [...path, 'photo', field] })),
    ];
  });
  return [...topics, ...articles];
}

/** The topics of all countries are one paragraph of the introduction: the first that is too much for it. */
export function checkIntroduction({ sections }: Issue): Finding[] {
  let letters = 0;
  for (const [s, { topics }] of sections.entries()) {
    for (const [t, topic] of topics.entries()) {
      letters += topic.length;
      if (letters > LIMITS.paragraphLength) return [explain(['sections', s, 'topics', t])];
    }
  }
  return [];
}

function explain(path: Finding['path']): Finding {
  return {
    code: 'value-invalid',
    message: `with this topic those of all countries have more than ${showLimit(LIMITS.paragraphLength)} characters`,
    path,
    hints: ['They are one sentence of the introduction: name the events, the articles tell them.'],
  };
}

/** What is wrong with a body: it prints nothing, or its paragraphs were joined. */
export function checkBody(
  { blocks }: RichText,
  path: ValuePath,
  document: SourceDocument,
): Finding[] {
  if (!/[\p{L}\p{N}]/u.test(plainBlocks(blocks))) {
    return [
      {
        code: 'value-empty',
        message: '`body` has no words that would be printed',
        path,
        hints: ['Write the article’s text; signs such as > and *** only set it off.'],
      },
    ];
  }
  const join = document.locateJoinedLine(path);
  if (!join) return [];
  return [
    {
      code: 'text-joined',
      severity: 'warning',
      message: 'this line is joined to the paragraph before it',
      path,
      range: join,
      hints: [
        'Write `body: |` and the text on the lines below it: then its lines and paragraphs are kept.',
      ],
    },
  ];
}
