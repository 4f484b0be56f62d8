import { type Problem, sortProblems } from '../../src/diagnostics/problem.ts';
import { type Issue, issueSchema } from '../../src/publications/information-release/schema.ts';
import { validateIssue } from '../../src/publications/information-release/validate-issue.ts';
import { newIssueTemplates } from '../../src/publications/shared/new-issue-language.ts';
import { locateFindings } from '../../src/source/finding.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { checkSchema } from '../../src/source/schema-problems.ts';
import { listExamples } from '../../src/templates/fill-pages.ts';
import { findMissingCharacters } from '../../src/text/missing-characters.ts';
import { templateText, words } from './read-template.ts';

const examples = listExamples(templateText(newIssueTemplates('en')[0] ?? ''));

/** Whether the project's fonts have a character: Latin, Cyrillic, typographic dashes and quotes. */
export function canPrint(codePoint: number): boolean {
  return (codePoint >= 0x20 && codePoint < 0x500) || (codePoint >= 0x2010 && codePoint < 0x2028);
}

/** Returns the problems of an issue that are found without photos. */
export function problemsOf(yaml: string, file = '/desk/issue.yaml'): Problem[] {
  const { document, problems: syntax } = readYaml(yaml, file);
  if (syntax.length > 0) return [...syntax];
  const { partial, problems } = checkSchema(issueSchema, document);
  const findings = validateIssue(partial.value, document, {
    words,
    findMissing: (text, print) => findMissingCharacters(text, canPrint, print),
    issuesFolder: '/desk/issues',
    examples,
  });
  return sortProblems([...problems, ...locateFindings(findings, document, partial)]);
}

/** Formats code, position and message of each problem: `title-twice 12:16 this title …`. */
export function summariesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code, range, message }) => {
    const place = range ? `${range.start.line}:${range.start.column}` : 'file';
    return `${code} ${place} ${message}`;
  });
}

/** Parses a valid issue. @throws Error if it has problems */
export function readIssue(yaml: string): Issue {
  const { value, problems } = checkSchema(issueSchema, readYaml(yaml, '/desk/issue.yaml').document);
  if (!value) throw new Error(summariesOf(problems).join('\n'));
  return value;
}
