import type { Problem } from '../diagnostics/problem.ts';

/** A mistake in the signs of YAML in an editor's words. */
export type SyntaxExplanation = Pick<Problem, 'code' | 'message' | 'hints'>;

/** A mistake in the signs of YAML, and the stretch of the text it is in, as two offsets. */
export interface SyntaxProblem extends SyntaxExplanation {
  readonly from: number;
  readonly to: number;
}
