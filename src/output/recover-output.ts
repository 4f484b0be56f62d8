import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { listAbandoned, removeLeftovers } from './write-together.ts';

/**
 * Brings an output folder into order after builds that were killed. PDF and report take their names
 * one after the other, and no file system gives two files their names at once: a build that was killed
 * between the two left the new PDF beside the old report. The new report is then still there, whole,
 * and names the PDF by its SHA-256: it gets its name. All else that lies about goes.
 *
 * To be called before files are written, by one thread; a folder that cannot be changed is left to the
 * writing, which tells why.
 */
export async function recoverOutput(folder: string, host: Host): Promise<void> {
  try {
    for (const { unfinished, name } of await listAbandoned(folder, host)) {
      const pdf = name.replace(/\.json$/, '.pdf');
      if (pdf === name || !(await isReportOf(unfinished, join(folder, pdf), host))) continue;
      await host.rename(unfinished, join(folder, name));
    }
    await removeLeftovers(folder, host);
  } catch {}
}

/** Whether a file is the whole report of a PDF. */
async function isReportOf(report: string, pdf: string, host: Host): Promise<boolean> {
  try {
    const [text, bytes] = await Promise.all([host.readFile(report), host.readFile(pdf)]);
    const { sha256 } = JSON.parse(text.toString());
    return sha256 === createHash('sha256').update(bytes).digest('hex');
  } catch {
    return false;
  }
}
