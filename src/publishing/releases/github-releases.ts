import type { Host } from '../../host/host.ts';
import { ReleaseFailure } from './release-files.ts';

/** A release in GitHub's list. */
export interface ListedRelease {
  readonly tagName: string;
  readonly isDraft: boolean;
}

/** A file attached to a release. */
export interface AttachedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `sha256:…`, if GitHub provides it. */
  readonly digest?: string | null;
}

/** A draft release to create. */
export interface ReleaseDraft {
  readonly tag: string;
  readonly title: string;
  /** Commit for the tag, if the tag does not exist yet. */
  readonly commit: string;
  /** Path of the notes. */
  readonly notes: string;
  /** Paths of the files to attach. */
  readonly files: readonly string[];
}

/** The project's releases on GitHub, accessed with the GitHub CLI `gh`. */
export interface Releases {
  /** Lists all releases. Drafts are included only if the token has write access. */
  list(): Promise<ListedRelease[]>;
  /** Returns the commit of a tag, or undefined if the tag does not exist. */
  commitOf(tag: string): Promise<string | undefined>;
  removeDraft(tag: string): Promise<void>;
  createDraft(draft: ReleaseDraft): Promise<void>;
  listFiles(tag: string): Promise<AttachedFile[]>;
  /** Publishes a draft; `latest` marks it as the latest release. */
  publish(tag: string, options: { readonly latest: boolean }): Promise<void>;
}

/** Limit for `gh release list`: the releases of forty years. */
const MAX_RELEASES = '1000';

/**
 * Opens the releases of the repository given to `gh` by GH_REPO and GH_TOKEN, or of the current clone.
 * Every method throws ReleaseFailure if `gh` fails.
 */
export function openReleases(host: Host): Releases {
  const gh = async (...args: string[]): Promise<string> => {
    const result = await host.run('gh', args);
    if (!result)
      throw new ReleaseFailure('gh is not installed. Get it from https://cli.github.com.');
    if (result.code === 0) return result.output;
    throw new ReleaseFailure(`gh ${args.slice(0, 2).join(' ')} failed:\n${result.printed.trim()}`);
  };
  return {
    list: async () =>
      JSON.parse(await gh('release', 'list', '--limit', MAX_RELEASES, '--json', 'tagName,isDraft')),
    commitOf: async (tag) => {
      // Lists tags by prefix: a missing tag is then an empty list instead of an error.
      const found: { ref: string }[] = JSON.parse(
        await gh('api', `repos/{owner}/{repo}/git/matching-refs/tags/${tag}`),
      );
      if (!found.some(({ ref }) => ref === `refs/tags/${tag}`)) return undefined;
      return JSON.parse(await gh('api', `repos/{owner}/{repo}/commits/tags/${tag}`)).sha;
    },
    removeDraft: async (tag) => {
      await gh('release', 'delete', tag, '--yes');
    },
    createDraft: async ({ tag, title, commit, notes, files }) => {
      const texts = ['--title', title, '--notes-file', notes];
      await gh('release', 'create', tag, '--draft', '--target', commit, ...texts, ...files);
    },
    listFiles: async (tag) =>
      JSON.parse(await gh('release', 'view', tag, '--json', 'assets')).assets,
    publish: async (tag, { latest }) => {
      await gh('release', 'edit', tag, '--draft=false', `--latest=${latest}`);
    },
  };
}
