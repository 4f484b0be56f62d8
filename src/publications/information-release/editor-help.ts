import { listCountries } from './countries.ts';
// What only editing programs read of the format: it goes into the JSON Schema beside the
// descriptions, by the names that yaml-language-server and VS Code know.

/**
 * Each country’s code with its names, which stand over a code that is written and beside one that
 * is offered. The last choice takes any text: what is wrong with it the
 * pattern says in one sentence, where the choices would say it by naming all countries. All countries
 * are looked up when an editing program is told of the format, and not by builds.
 */
export const COUNTRY_CHOICE = {
  get anyOf(): object[] {
    const choices = listCountries().map(({ code, shortName, officialName }) => ({
      const: code,
      title: shortName,
      description: officialName,
    }));
    return [...choices, { type: 'string' }];
  },
  get pattern(): string {
    return `^(${listCountries()
      .map(({ code }) => code)
      .join('|')})$`;
  },
  patternErrorMessage: 'This is no country’s code: two capital letters, such as KZ or UZ.',
};

const ARTICLE = {
  title: '$1',
  source: '$2',
  body: '|\n    $3',
};

/** A new article, offered where one may begin. */
export const ARTICLE_SNIPPET = {
  defaultSnippets: [
    { label: 'article', description: 'A new article: title, source, body.', body: ARTICLE },
  ],
};
