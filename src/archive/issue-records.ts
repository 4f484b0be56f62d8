import { basename, dirname, join } from 'node:path';
import { writeTogether } from '../output/write-together.ts';
import { confirmWitness, type Witness, type WitnessContext } from './witness.ts';

/** Goes up when something else is written into a record. */
const VERSION = 1;
/** The archive's folder of records. */
const FOLDER = '.records';

/** What an issue in the archive was built from, and what was built. */
export interface IssueRecord {
  /** Hash of what all issues are built with: program and templates. */
  readonly ground: string;
  /** The issue's own files. */
  readonly read: readonly Witness[];
  readonly written: readonly Witness[];
}

/** The records of an archive, a file for each issue: killed at any moment, it loses no other issue's. */
export interface IssueRecords {
  /** Whether the archive has the issue as it would be built now; `file` is its issue.yaml. */
  confirm(file: string): Promise<boolean>;
  /** Keeps the record of an issue that was built. @throws WriteFailure */
  keep(file: string, record: IssueRecord): Promise<void>;
}

/** The folder in which an archive keeps its records. */
export function recordsFolder(archive: string): string {
  return join(archive, FOLDER);
}

/** Opens the records of an archive for issues that are built with this ground. */
export function openRecords(
  archive: string,
  ground: string,
  context: WitnessContext,
): IssueRecords {
  const { world } = context;
  const pathOf = (file: string) => join(recordsFolder(archive), `${basename(dirname(file))}.json`);
  const keep = async (file: string, { ground, read, written }: IssueRecord) => {
    const kept = {
      version: VERSION,
      ground,
      issue: file,
      read,
      written,
    };
    const bytes = Buffer.from(JSON.stringify(kept));
    await writeTogether([{ path: pathOf(file), bytes }], world);
  };
  const find = async (file: string): Promise<IssueRecord | undefined> => {
    try {
      const kept = JSON.parse((await world.readFile(pathOf(file))).toString());
      return kept.version === VERSION && kept.issue === file ? kept : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    keep,
    async confirm(file) {
      const record = await find(file);
      if (record?.ground !== ground) return false;
      const read = await confirmAll(record.read, context);
      const written = read && (await confirmAll(record.written, context));
      if (!read || !written) return false;
      const isNew = [...read, ...written].some(
        (witness) => !record.read.includes(witness) && !record.written.includes(witness),
      );
      // With new stamps the next run need not read the files again; without them it does.
      if (isNew) await keep(file, { ground, read, written }).catch(() => {});
      return true;
    },
  };
}

/** All witnesses as they are now; undefined when a file has changed, or when there are none. */
async function confirmAll(
  witnesses: readonly Witness[],
  context: WitnessContext,
): Promise<Witness[] | undefined> {
  const confirmed: Witness[] = [];
  for (const witness of witnesses) {
    const now = await confirmWitness(witness, context);
    if (!now) return undefined;
    confirmed.push(now);
  }
  return confirmed.length > 0 ? confirmed : undefined;
}
