import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { readSealedFile, sealBytes } from '../../cache/sealed-files.ts';
import {
  type FileFingerprint,
  type FingerprintContext,
  isUnchanged,
} from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { listFiles } from '../../host/list-files.ts';
import { isMisspelled } from '../../host/portable-name.ts';
import { resolveBelow } from '../../host/resolve-below.ts';
import { writeTogether } from '../../output/write-together.ts';
import { editionName } from '../../source/issue-file.ts';
import { locateIssue } from '../../source/locate-issue.ts';

/** The archive's folder of records. */
const FOLDER = '.records';

/** What an issue in the archive was built from, and what was built. */
export interface BuildManifest {
  /** Hash of what all issues are built with: program and templates. */
  readonly toolchainHash: string;
  /** The issue's own files. */
  readonly read: readonly FileFingerprint[];
  readonly written: readonly FileFingerprint[];
  /** How many warnings the issue has. */
  readonly warnings: number;
}

const fingerprints: z.ZodType<readonly FileFingerprint[]> = z.array(
  z.object({
    path: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    stamp: z.string().exactOptional(),
  }),
);

/** A record as it is kept, with the path of its issue.yaml. */
const manifestSchema = z.object({
  issue: z.string(),
  toolchainHash: z.string(),
  read: fingerprints,
  written: fingerprints,
  warnings: z.number(),
});

/** The records of an archive, a file for each issue: killed at any moment, it loses no other issue's. */
export interface BuildManifests {
  /**
   * The record of an issue that the archive has as it would be built now, or undefined; `file` is its
   * issue.yaml.
   */
  confirm(file: string): Promise<Pick<BuildManifest, 'warnings'> | undefined>;
  /** Keeps the record of an issue that was built. @throws WriteFailure */
  keep(file: string, manifest: BuildManifest): Promise<void>;
  /** Paths of the PDFs that were built of other issues than these; `files` are their issue.yaml. */
  listOrphans(files: readonly string[]): Promise<string[]>;
}

/** The folder in which an archive keeps its records. */
export function manifestsFolder(archive: string): string {
  return join(archive, FOLDER);
}

/** An archive and what its issues are built from. */
export interface ManifestsLocation {
  /** The archive's folder. */
  readonly archive: string;
  readonly issuesFolder: string;
  /** Hash of what all issues are built with. */
  readonly toolchainHash: string;
}

/** Opens the records of an archive. */
export function openManifests(
  { archive, issuesFolder, toolchainHash }: ManifestsLocation,
  context: FingerprintContext,
): BuildManifests {
  const { host } = context;
  const folder = manifestsFolder(archive);
  const nameOf = (file: string) => `${editionName(file)}.json`;
  const keep = async (file: string, manifest: BuildManifest) => {
    const path = join(folder, nameOf(file));
    const text = JSON.stringify({ issue: file, ...manifest } satisfies z.input<
      typeof manifestSchema
    >);
    // A folder there is no record; nothing else is kept in this one.
    if ((await host.kindOf(path)) === 'folder') await host.removeFolder(path);
    await writeTogether([{ path, bytes: sealBytes(Buffer.from(text), nameOf(file)) }], host);
  };
  const read = async (name: string) => {
    const text = await readSealedFile(join(folder, name), host);
    // Another version of the program may have kept something else.
    return manifestSchema.safeParse(text && JSON.parse(text.toString())).data;
  };
  return {
    keep,
    async confirm(file) {
      const manifest = await read(nameOf(file));
      if (manifest?.issue !== file || manifest.toolchainHash !== toolchainHash) return undefined;
      const located = await locateIssue(file, issuesFolder, host);
      if ('problem' in located) return undefined;
      const sources = await confirmAll(manifest.read, context, dirname(file));
      const written = sources && (await confirmAll(manifest.written, context));
      if (!sources || !written) return undefined;
      const { warnings } = manifest;
      const isNew = [...sources, ...written].some(
        (fingerprint) =>
          !manifest.read.includes(fingerprint) && !manifest.written.includes(fingerprint),
      );
      // With new stamps the next run need not read the files again; without them it does.
      if (isNew)
        await keep(file, { toolchainHash, read: sources, written, warnings }).catch(() => {});
      return { warnings };
    },
    async listOrphans(files) {
      const present = new Set(files.map(nameOf));
      const names = (await host.list(folder)).filter((name) => name.endsWith('.json')).sort();
      const pdfsOf = async (wanted: readonly string[]) => {
        const manifests = await Promise.all(wanted.map(read));
        const paths = manifests.flatMap(
          (manifest) => manifest?.written.map(({ path }) => path) ?? [],
        );
        // A copied archive has the records of the one it was copied from.
        return paths.filter((path) => path.endsWith('.pdf') && path.startsWith(archive + sep));
      };
      const others = await pdfsOf(names.filter((name) => !present.has(name)));
      // An issue whose folder got another name has the same PDF.
      const wanted = new Set(others.length > 0 ? await pdfsOf([...present]) : []);
      const kinds = await Promise.all(others.map((path) => host.kindOf(path)));
      return others.filter((path, index) => kinds[index] === 'file' && !wanted.has(path));
    },
  };
}

/**
 * All witnesses as they are now; undefined when a file has changed, when links lead to it out of the
 * folder, when its name has other capitals, or when there are none.
 */
async function confirmAll(
  fingerprints: readonly FileFingerprint[],
  context: FingerprintContext,
  folder?: string,
): Promise<FileFingerprint[] | undefined> {
  const confirmed: FileFingerprint[] = [];
  for (const fingerprint of fingerprints) {
    if (folder !== undefined && !(await isInPlace(fingerprint.path, folder, context.host))) {
      return undefined;
    }
    const now = await isUnchanged(fingerprint, context);
    if (!now) return undefined;
    confirmed.push(now);
  }
  return confirmed.length > 0 ? confirmed : undefined;
}

async function isInPlace(path: string, folder: string, host: Host): Promise<boolean> {
  const found = await resolveBelow(path, folder, host).catch(() => undefined);
  return found !== undefined && !isMisspelled(relative(folder, path), found);
}

/**
 * Hash of what every issue is built with: the program, and all files of the templates.
 * @throws NodeJS.ErrnoException when a template cannot be read
 */
export async function computeToolchainHash(
  program: string,
  templates: string,
  host: Host,
): Promise<string> {
  const hash = createHash('sha256').update(program);
  for (const name of await listFiles(templates, host)) {
    const bytes = await host.readFile(join(templates, name));
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
