import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { readSealedFile, sealBytes } from '../../cache/sealed-files.ts';
import {
  type FileFingerprint,
  type FingerprintContext,
  verifyFingerprint,
} from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { listFiles } from '../../host/list-files.ts';
import { isMisspelled } from '../../host/portable-name.ts';
import { resolveInside } from '../../host/resolve-inside.ts';
import { writeTogether } from '../../output/write-together.ts';
import { editionName } from '../../source/issue-file.ts';
import { locateIssue } from '../../source/locate-issue.ts';

/** Name of the manifests' folder in an archive. */
const FOLDER = '.records';

/** The inputs and outputs of an issue's build. */
export interface BuildManifest {
  /** Hash of the program and the templates. */
  readonly toolchainHash: string;
  /** The issue's own files. */
  readonly read: readonly FileFingerprint[];
  readonly written: readonly FileFingerprint[];
  /** Number of warnings of the issue. */
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

/** A serialized manifest, with the path of its issue.yaml. */
const manifestSchema = z.object({
  issue: z.string(),
  toolchainHash: z.string(),
  read: fingerprints,
  written: fingerprints,
  warnings: z.number(),
});

/** The manifests of an archive, one file per issue, so that a killed run affects no other issue. */
export interface BuildManifests {
  /**
   * Returns the manifest of an issue if its inputs and outputs are unchanged, otherwise undefined.
   * @param file path of its issue.yaml
   */
  confirm(file: string): Promise<Pick<BuildManifest, 'warnings'> | undefined>;
  /** Saves the manifest of an issue after its build. @throws WriteFailure */
  save(file: string, manifest: BuildManifest): Promise<void>;
  /**
   * Lists the PDFs in the archive that belong to none of the given issues.
   * @param files paths of their issue.yaml
   */
  listOrphans(files: readonly string[]): Promise<string[]>;
}

/** Returns the folder in which an archive stores its manifests. */
export function manifestsFolder(archive: string): string {
  return join(archive, FOLDER);
}

/** Folders of an archive and its issues. */
export interface ManifestsLocation {
  /** The archive's folder. */
  readonly archive: string;
  readonly issuesFolder: string;
  /** Hash of the program and the templates. */
  readonly toolchainHash: string;
}

/** Opens the manifests of an archive. */
export function openManifests(
  { archive, issuesFolder, toolchainHash }: ManifestsLocation,
  context: FingerprintContext,
): BuildManifests {
  const { host } = context;
  const folder = manifestsFolder(archive);
  const nameOf = (file: string) => `${editionName(file)}.json`;
  const save = async (file: string, manifest: BuildManifest) => {
    const path = join(folder, nameOf(file));
    const text = JSON.stringify({ issue: file, ...manifest } satisfies z.input<
      typeof manifestSchema
    >);
    // The manifests' folder contains nothing else, so a subfolder in the way may be removed.
    if ((await host.kindOf(path)) === 'folder') await host.removeFolder(path);
    await writeTogether([{ path, bytes: sealBytes(Buffer.from(text), nameOf(file)) }], host);
  };
  const read = async (name: string) => {
    const text = await readSealedFile(join(folder, name), host);
    // Another version of the program may have written another format.
    return manifestSchema.safeParse(text && JSON.parse(text.toString())).data;
  };
  return {
    save,
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
      // With current stat stamps the next run does not have to read the files. If saving fails, it reads them.
      if (isNew)
        await save(file, { toolchainHash, read: sources, written, warnings }).catch(() => {});
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
        // A copied archive has manifests with the paths of the original.
        return paths.filter((path) => path.endsWith('.pdf') && path.startsWith(archive + sep));
      };
      const others = await pdfsOf(names.filter((name) => !present.has(name)));
      // A renamed issue folder can have the same PDF name.
      const wanted = new Set(others.length > 0 ? await pdfsOf([...present]) : []);
      const kinds = await Promise.all(others.map((path) => host.kindOf(path)));
      return others.filter((path, index) => kinds[index] === 'file' && !wanted.has(path));
    },
  };
}

/**
 * Verifies fingerprints and returns them with current stat stamps. Returns undefined if there are none, if
 * a file has changed, if a link to it leads out of `folder`, or if its name is spelled in other case.
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
    const now = await verifyFingerprint(fingerprint, context);
    if (!now) return undefined;
    confirmed.push(now);
  }
  return confirmed.length > 0 ? confirmed : undefined;
}

async function isInPlace(path: string, folder: string, host: Host): Promise<boolean> {
  const found = await resolveInside(path, folder, host).catch(() => undefined);
  return found !== undefined && !isMisspelled(relative(folder, path), found);
}

/**
 * Computes a hash of the program and all template files.
 * @throws NodeJS.ErrnoException if a template cannot be read
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
