import { join } from 'node:path';
import { z } from 'zod';
import type { BuildReport } from '../../output/build-report.ts';
import type { PagePair } from './align-pages.ts';

/** What is read of the report that the base's program wrote, which may be another version. */
const baseReportSchema = z.object({
  pages: z.number(),
  sha256: z.string(),
  summary: z.string().optional(),
  warnings: z.array(z.unknown()).readonly(),
});

/** The report of an edition as the base has it. */
export type BaseReport = z.output<typeof baseReportSchema>;

/** Reads a report that the base's program wrote; undefined if it is of another form. */
export function parseBaseReport(text: string): BaseReport | undefined {
  return baseReportSchema.safeParse(JSON.parse(text)).data;
}

/** What a change does to an issue; reports are missing where it was not there or could not be built. */
export interface ReviewedIssue {
  /** The issue's name: 2024-19. */
  readonly name: string;
  readonly before: BaseReport | undefined;
  readonly after: BuildReport | undefined;
  /** Errors of the issue as it is now. */
  readonly errors: number;
  /** Its pages side by side; undefined when they were not drawn. */
  readonly pages: readonly PagePair[] | undefined;
}

/** What a change does to the issues it touches. */
export interface Review {
  /** The commit it was compared with; undefined when there was none. */
  readonly base: string | undefined;
  readonly issues: readonly ReviewedIssue[];
  /** Why there is nothing to compare with; undefined when there is. */
  readonly baseError: string | undefined;
}

/** How the issue's PDF differs from the base's, in words. */
export function describeChange({ before, after, errors, pages }: ReviewedIssue): string {
  if (errors > 0) return errors === 1 ? 'has an error' : `has ${errors} errors`;
  if (!after) return 'removed';
  if (!before) return 'new';
  if (before.sha256 === after.sha256) return 'the same to the byte';
  if (!pages) return 'differs; its pages were not drawn';
  const differing = pages.filter(({ same }) => !same).length;
  if (differing === 0) return 'looks the same, other bytes';
  return differing === 1 ? '1 page differs' : `${differing} pages differ`;
}

/** Where a review is put together, below output/. */
export interface ReviewPaths {
  /** PDFs and reports as the base has them. */
  readonly before: string;
  /** PDFs and reports as the change has them. */
  readonly after: string;
  /** Pictures of pages. */
  readonly pictures: string;
  /** Where the base is checked out. */
  readonly checkout: string;
  /** What was found, as JSON. */
  readonly results: string;
  /** The pages side by side, as HTML. */
  readonly page: string;
}

/** The places of a review; `root` is the project's folder. */
export function reviewPaths(root: string): ReviewPaths {
  const folder = join(root, 'output', 'review');
  return {
    before: join(folder, 'before'),
    after: join(folder, 'after'),
    pictures: join(folder, 'pictures'),
    checkout: join(folder, 'base'),
    results: join(folder, 'review.json'),
    page: join(folder, 'pages.html'),
  };
}
