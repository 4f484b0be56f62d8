import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * YAML as editors write it: a vertical bar before lines that are kept, and no references. A photo that
 * several articles share would become one, and an issue has at most a hundred.
 */
const PLAIN = { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false };

/** An issue as it stands in its folder. */
export function readIssue(folder) {
  return parse(readFileSync(join(folder, 'issue.yaml'), 'utf8'));
}

/** Copies an issue; with a number of articles given, those of the issue are taken in turn. */
export function makeIssue(source, folder, articles) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(source, 'photos'), join(folder, 'photos'), { recursive: true });
  if (articles === undefined) cpSync(join(source, 'issue.yaml'), join(folder, 'issue.yaml'));
  else
    writeFileSync(
      join(folder, 'issue.yaml'),
      stringify(resize(readIssue(source), articles), PLAIN),
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
    // No two articles may have one title or one source.
    const title = `${article.title} (${round + 1})`;
    const source = `${article.source}${article.source.includes('?') ? '&' : '?'}part=${round + 1}`;
    const body = turnWords(article.body, round);
    return { index, article: { ...article, title, source, body } };
  });
  const sections = issue.sections.map((section, index) => ({
    ...section,
    articles: taken.filter((one) => one.index === index).map(({ article }) => article),
  }));
  return { ...issue, sections: sections.filter((section) => section.articles.length > 0) };
}

/** A body of the same words in another order, so that no paragraph is known from the one before. */
function turnWords(body, round) {
  return body.replace(/[^\n]+/g, (line) => {
    const words = line.split(' ');
    const turn = (round * 3) % words.length;
    return [...words.slice(turn), ...words.slice(0, turn)].join(' ');
  });
}
