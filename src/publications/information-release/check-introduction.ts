import { LIMITS, showLimit } from '../../limits.ts';
import type { Finding } from '../../source/finding.ts';
import type { Issue } from './schema.ts';

/** The topics of all countries are one paragraph of the introduction: the first that is too much for it. */
export function checkIntroduction({ sections }: Issue): Finding[] {
  let letters = 0;
  for (const [s, { topics }] of sections.entries()) {
    for (const [t, topic] of topics.entries()) {
      letters += topic.length;
      if (letters > LIMITS.paragraphLetters) return [explain(['sections', s, 'topics', t])];
    }
  }
  return [];
}

function explain(path: Finding['path']): Finding {
  return {
    code: 'value-invalid',
    message: `with this topic those of all countries have more than ${showLimit(LIMITS.paragraphLetters)} characters`,
    path,
    hints: ['They are one sentence of the introduction: name the events, the articles tell them.'],
  };
}
