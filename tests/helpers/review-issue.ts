import { createBuildCache } from '../../src/cache/build-cache.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';
import type { IndexEntry } from '../../src/publications/information-release/editorial/index-entry.ts';
import {
  type ReviewContext,
  reviewIssue,
} from '../../src/publications/information-release/editorial/review-issue.ts';
import { issueSchema } from '../../src/publications/information-release/schema.ts';
import { createSentenceSplitter } from '../../src/publications/shared/editorial/sentences.ts';
import { locateFindings } from '../../src/source/finding.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { checkSchema } from '../../src/source/schema-problems.ts';
import { sites, wordsOf } from './read-template.ts';

const toolsByLanguage = new Map<string, Pick<ReviewContext, 'words' | 'splitSentences'>>();

function toolsOf(language: string) {
  const known = toolsByLanguage.get(language);
  if (known) return known;
  const splitSentences = createSentenceSplitter(language, createBuildCache().memo());
  const tools = { words: wordsOf(language), splitSentences };
  toolsByLanguage.set(language, tools);
  return tools;
}

/**
 * Applies the editorial rules to an issue.
 * @param others index entries of other issues
 * @param proofing without it, spelling and names are not checked
 */
export function review(
  yaml: string,
  others: readonly IndexEntry[] = [],
  proofing?: ReviewContext['proofing'],
): Problem[] {
  const { document } = readYaml(yaml, '/desk/issue.yaml');
  const { partial } = checkSchema(issueSchema, document);
  const tools = toolsOf(partial.value.language);
  const findings = reviewIssue(partial.value, document, { ...tools, sites, others, proofing });
  return locateFindings(findings, document, partial);
}

/** Returns an issue with the given articles. */
export function issueOf(...articles: readonly Readonly<Record<string, string>>[]): string {
  const listed = articles.map((article, index) => {
    const keys = {
      title: `Event ${index}`,
      source: `https://gazeta.news/${index}`,
      body: `Body ${index}.`,
      ...article,
    };
    const lines = Object.entries(keys).map(([key, text]) => {
      const block = text.split('\n').map((line) => (line === '' ? '' : `          ${line}`));
      return `        ${key}: |-\n${block.join('\n')}\n`;
    });
    return lines.join('').replace(/^ {8}/, '      - ');
  });
  return `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
${listed.join('')}`;
}

/** Returns the code and the marked text of each problem, in order. */
export function marked(yaml: string, problems: readonly Problem[]): string[] {
  const lines = yaml.split('\n');
  return problems.map(({ code, range }) => {
    const { start, end } = range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const to = end.line === start.line ? end.column - 1 : undefined;
    return `${code}: ${lines[start.line - 1]?.slice(start.column - 1, to)}`;
  });
}
