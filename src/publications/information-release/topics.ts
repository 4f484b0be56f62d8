// The topics of the introduction, and the prepositions that they can begin with.
import type { Finding } from '../../source/finding.ts';
import type { Issue } from './schema.ts';
import type { Words } from './words.ts';

/** Whether a topic brings its own preposition into the sentence: about a meeting, с участием. */
export function beginsWithPreposition(
  topic: string,
  { topics: { prepositions } }: Pick<Words, 'topics'>,
): boolean {
  const words = topic.toLowerCase().split(/\s+/).filter(Boolean);
  return prepositions.some((preposition) => {
    const wanted = preposition.split(' ');
    return words.length > wanted.length && wanted.every((word, place) => words[place] === word);
  });
}

/** Finds topics without a preposition in a language whose sentence has none. */
export function findTopicsWithoutPreposition(
  { sections }: Issue,
  words: Pick<Words, 'topics'>,
): Finding[] {
  const { mustBegin, prepositions } = words.topics;
  if (!mustBegin) return [];
  const examples = prepositions.slice(0, 3).map((preposition) => `\`${preposition}\``);
  return sections.flatMap(({ topics }, s) =>
    topics.flatMap((topic, t): Finding[] => {
      if (beginsWithPreposition(topic, words)) return [];
      return [
        {
          code: 'topic-preposition',
          severity: 'warning',
          message: 'the topic begins with no preposition, and the introduction puts none before it',
          path: ['sections', s, 'topics', t],
          hints: [`Begin it with a preposition, such as ${examples.join(', ')}.`],
        },
      ];
    }),
  );
}
