// Computers in memory whose disks behave like those of different operating systems.
import { posix, win32 } from 'node:path';
import { jest } from '@jest/globals';
import { LINUX_DISK } from './memory-disk.ts';
import type { Machine } from './memory-host.ts';

/** A computer with Linux. */
export const LINUX: Machine = {
  root: '/home/editor/project',
  folder: '/home/editor/project',
  disk: LINUX_DISK,
};

/**
 * A computer with Windows and NTFS. Names ignore case, and dots and spaces at the end are dropped.
 * Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */
export const WINDOWS: Machine = {
  root: 'C:\\project',
  folder: 'C:\\project',
  disk: {
    path: win32,
    top: 'C:\\',
    keyOf: (name) => name.replace(/[. ]+$/, '').toUpperCase(),
    allows: (name) => !/[<>:"/\\|?*]|^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$)/i.test(name),
    throughFile: 'ENOENT',
    cannotReplace: () => 'EPERM',
    replacesOpen: false,
  },
};

/**
 * A Mac with APFS. Names ignore case and normalization form. Source: Apple File System
 * Guide, "Frequently Asked Questions".
 */
export const MACOS: Machine = {
  root: '/Users/editor/project',
  folder: '/Users/editor/project',
  disk: {
    path: posix,
    top: '/',
    keyOf: (name) => name.normalize('NFD').toLowerCase(),
    allows: () => true,
    throughFile: 'ENOTDIR',
    cannotReplace: (code) => code,
    replacesOpen: true,
  },
};

/** Makes all modules that are imported afterwards use Windows paths. */
export function usePathsOfWindows(): void {
  jest.unstable_mockModule('node:path', () => ({ ...win32, default: win32 }));
}
