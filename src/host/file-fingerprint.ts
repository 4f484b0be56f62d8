import { createHash } from 'node:crypto';
import type { Host } from './host.ts';

/**
 * Time in ms that a file must be unchanged before its stamp is trusted. Two changes within one tick of
 * a file system's clock give the same stamp; the coarsest clock, that of FAT, ticks every two seconds.
 * Source: Git's documentation, "Use of index and Racy Git problem".
 */
export const QUIET_TIME = 2000;

/** SHA-256 and stat stamp of a file, to detect changes without reading it. */
export interface FileFingerprint {
  readonly path: string;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** The file's stamp; absent when the file had changed too recently for its stamp to be trusted. */
  readonly stamp?: string;
}

/** What is needed to create and verify fingerprints. */
export interface FingerprintContext {
  readonly host: Host;
  /** A time by the clock of the disk, before any file is read, in ms. */
  readonly diskTime: number;
}

/** Returns the SHA-256 of bytes, in hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Returns the fingerprint of a file whose content was read when the file had this stamp. */
export async function createFingerprint(
  { path, sha256, bytes }: Omit<FileFingerprint, 'stamp'>,
  stamp: string | undefined,
  { host, diskTime }: FingerprintContext,
): Promise<FileFingerprint> {
  const changed = await host.changedAt(path);
  const isQuiet = changed !== undefined && changed < diskTime - QUIET_TIME;
  const content = { path, sha256, bytes };
  return stamp !== undefined && isQuiet ? { ...content, stamp } : content;
}

/**
 * Verifies that a file is unchanged. The file is read only if its stamp differs or is missing.
 * @returns the fingerprint with the file's present stamp; undefined when the file has changed
 */
export async function verifyFingerprint(
  fingerprint: FileFingerprint,
  context: FingerprintContext,
): Promise<FileFingerprint | undefined> {
  const stamp = await context.host.stampOf(fingerprint.path);
  if (stamp === undefined) return undefined;
  if (stamp === fingerprint.stamp) return fingerprint;
  // One byte more than before is enough to detect a file that has grown.
  const maxBytes = fingerprint.bytes + 1;
  const bytes = await context.host.readFile(fingerprint.path, maxBytes).catch(() => undefined);
  if (!bytes || hashBytes(bytes) !== fingerprint.sha256) return undefined;
  return createFingerprint(fingerprint, stamp, context);
}
