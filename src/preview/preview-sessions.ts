import { editionName } from '../source/issue-file.ts';
import type { PreviewIssue } from './messages.ts';
import { openSession, type Session, type SessionContext } from './session.ts';
import { editorLink } from './show-outcome.ts';

/** Sessions of the issues that can be previewed. */
export interface PreviewSessions {
  readonly issues: readonly PreviewIssue[];
  /** Returns the session of an issue by its name; opens it on the first call. */
  sessionOf(name: string): Session | undefined;
  /** Ends the sessions, and waits for running builds. */
  close(): Promise<void>;
}

/** Returns the sessions of issues, given the paths of their files. */
export function openPreviewSessions(
  files: readonly string[],
  context: SessionContext,
): PreviewSessions {
  const byName = nameIssues(files);
  const sessions = new Map<string, Session>();
  return {
    issues: [...byName].map(([name, file]) => ({
      name,
      file: context.displayPath(file),
      link: editorLink(file),
    })),
    sessionOf(name) {
      const file = byName.get(name);
      if (file === undefined) return undefined;
      const session = sessions.get(name) ?? openSession(file, context);
      sessions.set(name, session);
      return session;
    },
    async close() {
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
}

/** Returns the files by issue name; equal names are numbered. */
function nameIssues(files: readonly string[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const file of files) {
    const edition = editionName(file);
    let name = edition;
    for (let count = 2; byName.has(name); count++) name = `${edition} (${count})`;
    byName.set(name, file);
  }
  return byName;
}
