import { join } from 'node:path';
import { z } from 'zod';
import type { BuildReport } from '../../output/build-report.ts';
import type { PagePair } from './align-pages.ts';

/** The fields that are read from the base's report; another version of the program may have written it. */
const baseReportSchema = z.object({
  pages: z.number(),
  sha256: z.string(),
  summary: z.string().optional(),
  draft: z.literal(true).optional(),
  warnings: z.array(z.unknown()).readonly(),
});

/** The report of an edition at the base commit. */
export type BaseReport = z.output<typeof baseReportSchema>;

/** Parses a report of the base's program; undefined if it has another format. */
export function parseBaseReport(text: string): BaseReport | undefined {
  return baseReportSchema.safeParse(JSON.parse(text)).data;
}

/** An issue before and after a change. A report is undefined if the issue did not exist or had errors. */
export interface ReviewedIssue {
  /** The issue's name: 2024-19. */
  readonly name: string;
  readonly before: BaseReport | undefined;
  readonly after: BuildReport | undefined;
  /** Number of errors after the change. */
  readonly errors: number;
  /** Its aligned pages; undefined if they were not drawn. */
  readonly pages: readonly PagePair[] | undefined;
}

/** Effect of a change on the issues it touches. */
export interface Review {
  /** The commit it was compared with, if any. */
  readonly base: string | undefined;
  readonly issues: readonly ReviewedIssue[];
  /** Reason why there is nothing to compare with, if so. */
  readonly baseError: string | undefined;
}

/** Describes how the issue's PDF differs from the base's. */
export function describeChange({ before, after, errors, pages }: ReviewedIssue): string {
  if (errors > 0) return errors === 1 ? 'has an error' : `has ${errors} errors`;
  if (!after) return 'removed';
  if (!before) return 'new';
  if (before.sha256 === after.sha256) return 'identical';
  if (!pages) return 'differs; its pages were not drawn';
  const differing = pages.filter(({ same }) => !same).length;
  if (differing === 0) return 'looks the same, different bytes';
  return differing === 1 ? '1 page differs' : `${differing} pages differ`;
}

/** Paths for assembling a review, below output/. */
export interface ReviewPaths {
  /** PDFs and reports of the base commit. */
  readonly before: string;
  /** PDFs and reports after the change. */
  readonly after: string;
  /** Pictures of pages. */
  readonly pictures: string;
  /** Checkout of the base commit. */
  readonly checkout: string;
  /** The `Review` as JSON. */
  readonly results: string;
  /** HTML file with the pages side by side. */
  readonly page: string;
}

/** Returns the paths for a review; `root` is the project's folder. */
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
