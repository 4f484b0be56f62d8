import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { listWritten } from '../../shared/schema-pieces.ts';
import { type Issue, listArticles } from '../schema.ts';

/** Problem code of the sides of photos. */
export const PHOTO_SIDE_CODES = {
  'photo-side-needless': warning('Text runs beside the first photo of an article only.'),
} satisfies CodeNotes;

/** Finds photos below the text that have a side. */
export function findNeedlessSides(issue: Issue): Finding[] {
  return listArticles(issue).flatMap(({ article, path }) =>
    listWritten(article.photo, [...path, 'photo'])
      .slice(1)
      .flatMap(({ value: photo, path: own }): Finding[] => {
        const side = typeof photo === 'string' ? undefined : photo.side;
        if (side === undefined || side === 'full') return [];
        return [
          {
            code: 'photo-side-needless',
            severity: 'warning',
            message: `\`side: ${side}\` has no effect, as this photo is printed below the text`,
            path: [...own, 'side'],
            hints: ['Remove it, write `side: full` for a row of its own, or list the photo first.'],
          },
        ];
      }),
  );
}
