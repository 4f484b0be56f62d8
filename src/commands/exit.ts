/** Exit codes of the program. */
export const EXIT = { built: 0, issueHasErrors: 1, failed: 2 } as const;
