import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';

/**
 * Returns a document whose places are asked for by other paths: `placeOf` leads from such a path to the
 * place in the document. What is not written in it is located at the value that it belongs to, or at
 * `elsewhere` if there is none.
 */
export function mapPlaces(
  document: SourceDocument,
  placeOf: (path: ValuePath) => ValuePath | undefined,
  elsewhere: ValuePath,
): SourceDocument {
  const place = (path: ValuePath): ValuePath =>
    placeOf(path) ?? (path.length > 1 ? place(path.slice(0, -1)) : elsewhere);
  return {
    ...document,
    locate: (path) => document.locate(place(path)),
    locateKey: (path) => document.locateKey(place(path)),
    locateText: (path, from, to) => document.locateText(place(path), from, to),
    locateJoinedLine: (path) => {
      const found = placeOf(path);
      return found && document.locateJoinedLine(found);
    },
    // What is not written in this document cannot be edited in it.
    locateEdits: (edits) =>
      document.locateEdits(
        edits.flatMap((edit) => {
          const changes = edit.changes.map((change) => {
            const path = placeOf(change.path);
            return path && { ...change, path };
          });
          return changes.every((change) => change !== undefined) ? [{ ...edit, changes }] : [];
        }),
      ),
  };
}
