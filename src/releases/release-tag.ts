const PREFIX = 'issue-';
const NAME = /^\d{4}-\d+$/;

/** The tag an issue is released under: issue-2024-19. */
export function tagOf(issue: string): string {
  return `${PREFIX}${issue}`;
}

/** The issue that a tag or a name stands for; undefined when it is neither. */
export function issueOf(request: string): string | undefined {
  const name = request.startsWith(PREFIX) ? request.slice(PREFIX.length) : request;
  return NAME.test(name) ? name : undefined;
}
