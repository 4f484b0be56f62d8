import { type FileLine, listStructure, type StructureLine, splitFileLines } from './file-lines.ts';
import type { OffsetEdit, SyntaxExplanation, SyntaxProblem } from './positions.ts';

/** A mistake and its edits, of which the first one makes the line readable. */
export interface Repair extends SyntaxProblem {
  readonly edits: readonly OffsetEdit[];
}

/** A text that YAML cannot read, whose lines end with a line feed. */
export interface BrokenText {
  readonly text: string;
  readonly lines: readonly FileLine[];
  /** The lines that are keys and list items. */
  readonly structure: readonly StructureLine[];
}

/** Splits a text into lines. */
export function readLines(text: string): BrokenText {
  const lines = splitFileLines(text);
  return { text, lines, structure: listStructure(lines) };
}

/** Returns the repairs of a line, counted from 0, that may make a text readable; the likeliest first. */
export type FindRepairs = (broken: BrokenText, index: number) => Repair[];

/** Describes a mistake that YAML cannot read. */
export const syntax = (message: string, ...hints: string[]): SyntaxExplanation => ({
  code: 'yaml-syntax',
  message,
  hints,
});
