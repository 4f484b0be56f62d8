import { createHash } from 'node:crypto';
import type { Host } from './host.ts';

/**
 * How long a file must not have changed, in ms, before its stamp is believed. A change within one
 * tick of a file system's clock leaves the stamp as it was; the coarsest clock, FAT's, ticks every two
 * seconds. Source: Git's documentation, "Use of index and Racy Git problem".
 */
export const QUIET_TIME = 2000;

/** What a file held at some time, and the means to see without reading it that it still does. */
export interface FileFingerprint {
  readonly path: string;
  /** Of the content, in hex. */
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** The file's stamp then; absent when the file had changed shortly before, so that none can tell. */
  readonly stamp?: string;
}

/** The world, and the time by the clock of its disk at a moment before the witnesses are called, in ms. */
export interface FingerprintContext {
  readonly host: Host;
  readonly diskTime: number;
}

/** SHA-256 of bytes, in hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A witness of what a file held when it had this stamp. */
export async function createFingerprint(
  { path, sha256, bytes }: Omit<FileFingerprint, 'stamp'>,
  stamp: string | undefined,
  { host, diskTime }: FingerprintContext,
): Promise<FileFingerprint> {
  const changed = await host.changedAt(path);
  const quiet = changed !== undefined && changed < diskTime - QUIET_TIME;
  const held = { path, sha256, bytes };
  return stamp !== undefined && quiet ? { ...held, stamp } : held;
}

/**
 * Whether a file holds what it held; it is read only when its stamp does not tell.
 * @returns the witness, with the stamp that the file has now, or undefined when the file has changed
 */
export async function verifyFingerprint(
  fingerprint: FileFingerprint,
  context: FingerprintContext,
): Promise<FileFingerprint | undefined> {
  const stamp = await context.host.stampOf(fingerprint.path);
  if (stamp === undefined) return undefined;
  if (stamp === fingerprint.stamp) return fingerprint;
  // A file that has grown is known by one byte more, however large it is.
  const most = fingerprint.bytes + 1;
  const bytes = await context.host.readFile(fingerprint.path, most).catch(() => undefined);
  if (!bytes || hashBytes(bytes) !== fingerprint.sha256) return undefined;
  return createFingerprint(fingerprint, stamp, context);
}
