import { type Issue, yearOf } from './schema.ts';

/** The name of an issue's folder: 2024-19. */
export function issueName(issue: Pick<Issue, 'number' | 'period'>): string {
  return `${yearOf(issue)}-${String(issue.number).padStart(2, '0')}`;
}
