import type { Problem, Range, RelatedPlace } from '../diagnostics/problem.ts';
import { limitProblems } from '../diagnostics/problem.ts';
import type { PartialValue } from './parse-partially.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';

/** What a rule found, at a value's place in the document; an error unless it says otherwise. */
export interface Finding extends Pick<Problem, 'code' | 'message'> {
  readonly path: ValuePath;
  readonly severity?: 'warning';
  readonly hints?: readonly string[];
  /** A piece of a text value, in UTF-16 units. */
  readonly piece?: { readonly from: number; readonly to: number };
  /** The place in the file, where it is known better than the value's. */
  readonly range?: Range;
  /** A value of the first edition that the finding is about, too. */
  readonly inFirst?: ValuePath;
  /** Other values the finding depends on: when one of them is wrong itself, it says nothing. */
  readonly restsOn?: readonly ValuePath[];
}

/** The findings as problems with lines; without those about values that are wrong in themselves. */
export function locateFindings(
  findings: readonly Finding[],
  document: SourceDocument,
  { isValidAt }: Pick<PartialValue<unknown>, 'isValidAt'>,
  first?: SourceDocument,
): Problem[] {
  const sound = findings.filter(
    ({ path, restsOn = [] }) => isValidAt(path) && restsOn.every(isValidAt),
  );
  return limitProblems(sound.map((finding) => ({ ...finding, hints: finding.hints ?? [] }))).map(
    ({ code, message, path, severity, hints, piece, range, inFirst }): Problem => ({
      code,
      message,
      severity: severity ?? 'error',
      file: document.file,
      range: range ?? locatePiece(document, path, piece),
      hints,
      ...(first && inFirst && { related: relatedPlace(first, inFirst) }),
    }),
  );
}

function relatedPlace(first: SourceDocument, path: ValuePath): RelatedPlace {
  return { label: 'first edition', file: first.file, range: first.locate(path) };
}

function locatePiece(document: SourceDocument, path: ValuePath, piece: Finding['piece']): Range {
  return piece ? document.locateText(path, piece.from, piece.to) : document.locate(path);
}
