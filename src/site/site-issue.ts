import type { IssueView } from '../publications/issue-view.ts';

/** An issue of the archive: what its pages show, and the files that lie beside them. */
export interface SiteIssue {
  readonly view: IssueView;
  /** Name of the PDF's file. */
  readonly pdf: string;
  /** Pages of the PDF, the cover included. */
  readonly pages: number;
  /** Size of the PDF. */
  readonly bytes: number;
  readonly cover: WebPicture;
  /** The photos by the names that the view uses. */
  readonly photos: ReadonlyMap<string, WebPicture>;
}

/** A picture of the site; sizes in px. */
export interface WebPicture {
  /** Name of its file in the issue's folder. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Name of an article's place on its page. */
export function articleId(sectionId: string, index: number): string {
  return `${sectionId}-${index + 1}`;
}

/** Issues from the newest to the oldest. */
export function newestFirst(issues: readonly SiteIssue[]): SiteIssue[] {
  return [...issues].sort(({ view: a }, { view: b }) => b.year - a.year || b.number - a.number);
}
