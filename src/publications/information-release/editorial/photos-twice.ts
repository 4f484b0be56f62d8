import { posix } from 'node:path';
import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import type { ValuePath } from '../../../source/value-path.ts';
import { listArticles } from '../list-articles.ts';
import { type Issue, photoOf } from '../schema.ts';

/** Photos that stand with two articles. */
export function findPhotosTwice(issue: Issue, document: Pick<SourceDocument, 'locate'>): Finding[] {
  const seen = new Map<string, ValuePath>();
  return listArticles(issue).flatMap(({ article, path }): Finding[] => {
    const photo = photoOf(article);
    if (!photo) return [];
    const place = [...path, 'photo', 'file'];
    // Canonically equivalent names lead to the same file.
    const file = posix.normalize(photo.file.trim()).normalize('NFC');
    const first = seen.get(file);
    if (!first) {
      seen.set(file, place);
      return [];
    }
    const message = `the photo \`${photo.file}\` stands at line ${document.locate(first).start.line} already`;
    const hints = ['Give each article a picture of its own, or none.'];
    return [
      { code: 'photo-twice', severity: 'warning', message, path: place, hints, restsOn: [first] },
    ];
  });
}
