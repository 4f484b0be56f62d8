import type { Host } from '../../host/host.ts';
import { ReleaseFailure } from './release-files.ts';

/** A release as GitHub lists it. */
export interface ListedRelease {
  readonly tagName: string;
  readonly isDraft: boolean;
}

/** A file attached to a release; `digest` is `sha256:…` where GitHub gives it. */
export interface AttachedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly digest?: string | null;
}

/** A release that is to be drafted. */
export interface ReleaseDraft {
  readonly tag: string;
  readonly title: string;
  /** The commit that the tag gets when there is none yet. */
  readonly commit: string;
  /** Path of the notes. */
  readonly notes: string;
  /** Paths of the files to attach. */
  readonly files: readonly string[];
}

/** The releases of the project on GitHub, through its own program `gh`. */
export interface Releases {
  /** All of them; drafts only for those who may write releases. */
  list(): Promise<ListedRelease[]>;
  /** The commit at which a tag stands; undefined when there is no such tag. */
  commitOf(tag: string): Promise<string | undefined>;
  removeDraft(tag: string): Promise<void>;
  createDraft(draft: ReleaseDraft): Promise<void>;
  listFiles(tag: string): Promise<AttachedFile[]>;
  /** Makes a draft public; `latest` puts it at the top of the project's page. */
  publish(tag: string, options: { readonly latest: boolean }): Promise<void>;
}

/** More than the centre publishes in forty years. */
const MAX_RELEASES = '1000';

/**
 * The releases of the repository that the environment names to `gh` (GH_REPO, GH_TOKEN), or of the
 * clone that it runs in. Every call throws ReleaseFailure when `gh` fails.
 */
export function openReleases(host: Host): Releases {
  const gh = async (...args: string[]): Promise<string> => {
    const result = await host.run('gh', args);
    if (!result) throw new ReleaseFailure('There is no program gh: https://cli.github.com.');
    if (result.code === 0) return result.output;
    throw new ReleaseFailure(`gh ${args.slice(0, 2).join(' ')} failed:\n${result.printed.trim()}`);
  };
  return {
    list: async () =>
      JSON.parse(await gh('release', 'list', '--limit', MAX_RELEASES, '--json', 'tagName,isDraft')),
    commitOf: async (tag) => {
      // Asks for all tags that begin so: one that is not there is an empty answer, not a failure.
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
