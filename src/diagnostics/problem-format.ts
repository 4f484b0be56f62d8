/** How problems can be printed: for people, for programs, for GitHub's machines, for code hosts. */
export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;

/** One of the ways in which problems can be printed. */
export type ProblemFormat = (typeof FORMATS)[number];
