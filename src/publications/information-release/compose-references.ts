import type { PhraseRenderer } from '../../templates/phrases.ts';
import { type Typesetter, typesetLine } from '../../text/typography.ts';
import type { ComposedSection } from './composed-issue.ts';
import type { Words } from './words.ts';

/** Words and tools for composing references. */
export interface ReferenceTools {
  readonly words: Pick<Words, 'article'>;
  readonly phrases: PhraseRenderer;
  readonly typeset: Typesetter;
}

/** Adds to each country's section the references to articles of other sections about that country. */
export function addReferences(
  sections: readonly Omit<ComposedSection, 'references'>[],
  { words, phrases, typeset }: ReferenceTools,
): ComposedSection[] {
  const render = (template: string, values: object) =>
    typesetLine(phrases.renderText(template, { ...values }), typeset);
  const references = sections.flatMap(({ shortName: name, articles }) =>
    articles.flatMap(({ id: target, title, also }) =>
      also.map(({ country, path }) => ({
        country,
        target,
        text: render(words.article.reference, { title, name }),
        page: render(words.article.page, {}),
        path,
      })),
    ),
  );
  return sections.map((section) => ({
    ...section,
    references: references.filter(
      ({ country }) => section.country !== undefined && country === section.country,
    ),
  }));
}
