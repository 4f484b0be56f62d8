import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * Options for YAML as editors write it: block scalars with a vertical bar, and no aliases. A photo shared
 * by several articles would become an alias, and an issue may have at most a hundred aliases.
 */
const YAML_OPTIONS = { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false };

/** Reads an issue from its folder. */
export function readIssue(folder) {
  return parse(readFileSync(join(folder, 'issue.yaml'), 'utf8'));
}

/** Copies an issue; with a given number of articles, repeats those of the issue in turn. */
export function makeIssue(source, folder, articles) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(source, 'photos'), join(folder, 'photos'), { recursive: true });
  if (articles === undefined) cpSync(join(source, 'issue.yaml'), join(folder, 'issue.yaml'));
  else
    writeFileSync(
      join(folder, 'issue.yaml'),
      stringify(resize(readIssue(source), articles), YAML_OPTIONS),
    );
}

function resize(issue, count) {
  const all = issue.sections.flatMap((section, index) =>
    section.articles.map((article) => ({ index, article })),
  );
  const taken = Array.from({ length: count }, (_, number) => {
    const { index, article } = all[number % all.length];
    const round = Math.floor(number / all.length);
    if (round === 0) return { index, article };
    // Two articles must not have the same title or source.
    const title = `${article.title} (${round + 1})`;
    const source = `${article.source}${article.source.includes('?') ? '&' : '?'}part=${round + 1}`;
    const body = rotateWords(article.body, round);
    return { index, article: { ...article, title, source, body } };
  });
  const sections = issue.sections.map((section, index) => ({
    ...section,
    articles: taken.filter((one) => one.index === index).map(({ article }) => article),
  }));
  return { ...issue, sections: sections.filter((section) => section.articles.length > 0) };
}

/** Rotates the words of each line, so that no paragraph is found in a cache. */
function rotateWords(body, round) {
  return body.replace(/[^\n]+/g, (line) => {
    const words = line.split(' ');
    const shift = (round * 3) % words.length;
    return [...words.slice(shift), ...words.slice(0, shift)].join(' ');
  });
}
