import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** A folder on the machine's own disk, removed after the tests of the file that asks for it. */
export function makeRealFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
