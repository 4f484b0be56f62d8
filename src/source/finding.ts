import type { Problem, Range, RelatedPlace } from '../diagnostics/problem.ts';
import { limitProblems } from '../diagnostics/problem.ts';
import type { PartialValue } from './parse-partially.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
import type { ValueEdit } from './value-changes.ts';

/** Result of a rule about a value of the document; an error unless `severity` is set. */
export interface Finding extends Pick<Problem, 'code' | 'message'> {
  readonly path: ValuePath;
  readonly severity?: 'warning';
  readonly hints?: readonly string[];
  /** Part of a text value, as offsets in UTF-16 units. */
  readonly piece?: { readonly from: number; readonly to: number };
  /** Range in the file, if it is more precise than the range of the value. */
  readonly range?: Range;
  /** A value of the first edition that the finding also concerns. */
  readonly inFirst?: ValuePath;
  /** Part of that value, as offsets in UTF-16 units. */
  readonly pieceInFirst?: Finding['piece'];
  /** Edits that fix it: alternatives, the best one first. */
  readonly edits?: readonly ValueEdit[];
  /** Other values that the finding depends on; the finding is dropped if one of them is invalid. */
  readonly dependsOn?: readonly ValuePath[];
}

/** Converts findings to problems with positions; drops findings about invalid values. */
export function locateFindings(
  findings: readonly Finding[],
  document: SourceDocument,
  { isValidAt }: Pick<PartialValue<unknown>, 'isValidAt'>,
  first?: SourceDocument,
): Problem[] {
  const valid = findings.filter(
    ({ path, dependsOn = [] }) => isValidAt(path) && dependsOn.every(isValidAt),
  );
  return limitProblems(valid.map((finding) => ({ ...finding, hints: finding.hints ?? [] }))).map(
    ({
      code,
      message,
      path,
      severity,
      hints,
      piece,
      range,
      edits,
      omitted,
      ...finding
    }): Problem => ({
      code,
      message,
      severity: severity ?? 'error',
      file: document.file,
      range: range ?? locatePiece(document, path, piece),
      hints,
      ...relatedPlace(first, finding),
      ...(omitted !== undefined && { omitted }),
      ...locatedEdits(document, edits),
    }),
  );
}

/** Returns the edits of a problem that can be made in the file, if there are any. */
export function locatedEdits(
  document: Pick<SourceDocument, 'locateEdits'>,
  edits: readonly ValueEdit[] = [],
): Pick<Problem, 'edits'> {
  const located = edits.length > 0 ? document.locateEdits(edits) : [];
  return located.length > 0 ? { edits: located } : {};
}

function relatedPlace(
  first: SourceDocument | undefined,
  { inFirst, pieceInFirst }: Pick<Finding, 'inFirst' | 'pieceInFirst'>,
): { readonly related?: RelatedPlace } {
  if (!first || !inFirst) return {};
  const range = locatePiece(first, inFirst, pieceInFirst);
  return { related: { label: 'first edition', file: first.file, range } };
}

function locatePiece(document: SourceDocument, path: ValuePath, piece: Finding['piece']): Range {
  return piece ? document.locateText(path, piece.from, piece.to) : document.locate(path);
}
