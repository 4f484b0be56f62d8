import type { Finding } from '../../../source/finding.ts';
import type { Passage } from './passages.ts';

/** Titles that end in a full stop. A row of dots and an abbreviation with dots inside are none. */
export function findTitleStops(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind, text }) => kind === 'title' && endsInStop(text))
    .map(({ text, path }) => {
      const at = text.trimEnd().length - 1;
      return {
        code: 'title-stop' as const,
        severity: 'warning' as const,
        message: 'the title ends in a full stop',
        path,
        piece: { from: at, to: at + 1 },
        hints: ['Remove the stop: a headline has none.'],
      };
    });
}

function endsInStop(text: string): boolean {
  return /(?<!\.)\.$/.test(text.trimEnd()) && !/\.\p{L}+\.$/u.test(text.trimEnd());
}
