import { join } from 'node:path';

/** Where a review is put together, below output/. */
export interface ReviewFolder {
  /** PDFs and reports as the base has them. */
  readonly before: string;
  /** PDFs and reports as the change has them. */
  readonly after: string;
  /** Pictures of pages. */
  readonly pictures: string;
  /** Where the base is checked out. */
  readonly checkout: string;
  /** What was found, as JSON. */
  readonly record: string;
  /** The pages side by side, as HTML. */
  readonly page: string;
}

/** The places of a review; `root` is the project's folder. */
export function reviewFolder(root: string): ReviewFolder {
  const folder = join(root, 'output', 'review');
  return {
    before: join(folder, 'before'),
    after: join(folder, 'after'),
    pictures: join(folder, 'pictures'),
    checkout: join(folder, 'base'),
    record: join(folder, 'review.json'),
    page: join(folder, 'pages.html'),
  };
}
