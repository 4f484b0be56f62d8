// What the preview's server tells its page. Both sides import these types; no code stands here.
import type { Position, Problem } from '../diagnostics/problem.ts';

/** How an issue stands. */
export type PreviewPhase =
  /** The pages are being set. */
  | 'building'
  /** The pages shown are the issue's. */
  | 'ready'
  /** The issue has errors; the pages shown, if any, are the last good ones. */
  | 'faulty'
  /** The issue's file is not there. */
  | 'missing'
  /** The program failed, not the editor. */
  | 'failed';

/** A problem as the page shows it. */
export interface ShownProblem {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  /** File and line as people write them: issues/2024-19/issue.yaml:12. */
  readonly place: string;
  /** The lines around it, with the place marked; empty where there is no place. */
  readonly frame: readonly string[];
  /** Address that opens the place in the editor. */
  readonly link: string;
}

/** A line or a picture on a page; lengths in pt from the page's top left corner. */
export interface PagePlace {
  /** Sheet it is on, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The line's text; empty for a picture. */
  readonly text: string;
  /** Where an editor wrote it. */
  readonly source?: Position;
}

/** Pages that were set: what the page needs beside the PDF. */
export interface ShownDocument {
  /** SHA-256 of the PDF, under which it is fetched. */
  readonly hash: string;
  /** A text for each sheet; sheets with the same one look the same. */
  readonly pageHashes: readonly string[];
  readonly places: readonly PagePlace[];
  /** What the issue holds in two or three words: 30 events. */
  readonly summary: string;
  /** Time it took to set, in ms. */
  readonly time: number;
}

/** An issue as it stands. */
export interface IssueState {
  readonly phase: PreviewPhase;
  /** The last good pages. */
  readonly document: ShownDocument | undefined;
  readonly problems: readonly ShownProblem[];
  /** What is to be said when the phase is `missing` or `failed`. */
  readonly notice: string | undefined;
}

/** An issue that can be chosen. */
export interface PreviewIssue {
  /** Name in addresses, and for people. */
  readonly name: string;
  /** The file as people write it. */
  readonly file: string;
  /** Address that opens the file in the editor; `:line:column` may follow. */
  readonly link: string;
}

/** Everything the page shows, sent whole at every change. */
export interface PreviewMessage extends IssueState {
  /** Another one means that the page itself is out of date. */
  readonly version: string;
  readonly issue: PreviewIssue;
  readonly issues: readonly PreviewIssue[];
}
