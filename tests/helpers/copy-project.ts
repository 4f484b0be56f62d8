import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-root.ts';

/**
 * Creates a project without issues in an empty folder. Sources and templates are copies, packages are links,
 * and it has its own caches.
 */
export function copyProject(folder: string): void {
  for (const name of ['src', 'templates', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, 'issues'));
  const packages = readdirSync(join(root, 'node_modules')).filter((name) => name !== '.cache');
  for (const name of packages) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
}
