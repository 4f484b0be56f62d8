// Messages from the preview's server to its page. Both import these types; there is no code here.
import type { Position, Problem } from '../diagnostics/problem.ts';

/** State of an edition. */
export type PreviewPhase =
  /** The pages are being laid out. */
  | 'building'
  /** The pages shown are up to date. */
  | 'ready'
  /** The issue has errors; the pages shown, if any, are the last valid ones. */
  | 'invalid'
  /** The issue's file does not exist. */
  | 'missing'
  /** The program failed. */
  | 'failed';

/** A problem as the page shows it. */
export interface ShownProblem {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  /** File and line, such as issues/2024-19/issue.yaml:12. */
  readonly place: string;
  /** Code frame: the lines around the place, with the place marked; empty without a place. */
  readonly frame: readonly string[];
  /** Address that opens the place in the editor. */
  readonly link: string;
  /** A place in another file that the problem is about, too. */
  readonly related?: LabelledPlace | undefined;
  /** Edits that fix it: alternatives, the best one first. */
  readonly edits: readonly ShownEdit[];
  /** Number of the entry that it is part of: problems of one kind that come in numbers have the same one. */
  readonly entry: number;
}

/** An edit as the page offers it; the server knows what it changes. */
export interface ShownEdit {
  readonly title: string;
  /** Whether it only hides the problem. */
  readonly isSuppression: boolean;
}

/** What the page asks the server to change in the edition's file. */
export type EditRequest =
  /** One edit of one problem, by their numbers in the last message, from 0. */
  | { readonly textHash: string; readonly problem: number; readonly edit: number }
  /** The first edit of each problem of a code. */
  | { readonly textHash: string; readonly code: string }
  /** The last edit is undone. */
  | { readonly undo: true };

/** A place in another file, with a label such as "first edition". */
export interface LabelledPlace {
  readonly label: string;
  /** File and line. */
  readonly place: string;
  /** Address that opens the place in the editor. */
  readonly link: string;
}

/** A line or a picture on a page; lengths in pt from the page's top left corner. */
export interface PagePlace {
  /** Number of the page in the PDF, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The line's text; empty for a picture. */
  readonly text: string;
  /** Position in the edition's file. */
  readonly source?: Position;
  /** Key of the value that it shows; the same in all editions of an issue. */
  readonly key?: string;
}

/** A laid out edition: what the page needs besides the PDF. */
export interface ShownDocument {
  /** BCP 47. */
  readonly language: string;
  /** SHA-256 of the PDF; part of its address. */
  readonly hash: string;
  /** A hash for each page; pages with the same hash look the same. */
  readonly pageHashes: readonly string[];
  readonly places: readonly PagePlace[];
  /** Content of the issue in two or three words, such as "30 events". */
  readonly summary: string;
  /** Time that the build took, in ms. */
  readonly time: number;
}

/** State of an edition, with its pages and problems. */
export interface IssueState {
  readonly phase: PreviewPhase;
  /** The last valid pages. */
  readonly document: ShownDocument | undefined;
  readonly problems: readonly ShownProblem[];
  /** Hash of the text in which the problems were found; an edit of another text is refused. */
  readonly textHash: string | undefined;
  /** Title of the last edit, if it can be undone. */
  readonly undo: string | undefined;
  /** Explanation of the phases `missing` and `failed`. */
  readonly notice: string | undefined;
}

/** An edition of an issue that can be previewed. */
export interface PreviewEdition {
  /** Name, also used in addresses: 2025-01, 2025-01.ru. */
  readonly name: string;
  /** Path of the file, for display. */
  readonly file: string;
  /** Address that opens the file in the editor; `:line:column` may follow. */
  readonly link: string;
  /** BCP 47; undefined for a first edition whose file cannot be read. */
  readonly language: string | undefined;
  /** Name of the language in the language itself; a fallback in English if it is unknown. */
  readonly label: string;
  /** Description in English. */
  readonly description: string;
}

/** An issue that can be previewed. */
export interface PreviewIssue {
  readonly name: string;
  /** Name of the edition that is shown first. */
  readonly start: string;
}

/** Everything that the page shows; sent in full at every change. */
export interface PreviewMessage extends IssueState {
  /** Version of the page; the page reloads when it changes. */
  readonly version: string;
  readonly issues: readonly PreviewIssue[];
  /** The issue that is shown. */
  readonly issue: PreviewIssue;
  /** Its editions. */
  readonly editions: readonly PreviewEdition[];
  /** The edition that is shown. */
  readonly edition: PreviewEdition;
}
