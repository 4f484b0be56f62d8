import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Creates a folder on the real disk. It is removed after the tests of the file that calls this. */
export function makeRealFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
