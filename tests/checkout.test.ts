import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { explainUnportable } from '../src/host/portable-name.ts';
import { root } from './helpers/project-root.ts';
import { areTestsRun } from './helpers/required-tests.ts';

const git = (...words: string[]) =>
  execFileSync('git', ['-C', root, ...words], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const isClone = spawnSync('git', ['-C', root, 'rev-parse', '--git-dir']).status === 0;
const describeClone = areTestsRun('a clone of git', isClone) ? describe : describe.skip;

describeClone('a checkout', () => {
  /** Line endings in the repository and in the checkout, and the attributes, by file. */
  const listed = git('ls-files', '--eol').trimEnd().split('\n');
  const files = listed.map((line) => {
    const [, stored, checkedOut, attributes, name] =
      /^i\/(\S+) +w\/(\S*) +attr\/(.*?) *\t(.*)$/.exec(line) ?? [];
    return { stored, checkedOut, attributes, name };
  });

  test('has LF line endings in every text file, on any system', () => {
    const texts = files.filter(({ attributes }) => attributes === 'text=auto eol=lf');
    const others = texts.filter(({ stored, checkedOut }) => {
      const isLf = stored === 'lf' && checkedOut === 'lf';
      return !isLf && stored !== 'none';
    });
    expect(others).toEqual([]);
    expect(texts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '.ci/run',
        'README.md',
        'issues/2024-19/issue.yaml',
        'package-lock.json',
        'src/program/launch.cjs',
        'templates/information-release/emblem.svg',
        'templates/information-release/theme.yaml',
      ]),
    );
  });

  test('does not convert pictures, fonts and PDFs', () => {
    const rest = files.filter(({ attributes }) => attributes !== 'text=auto eol=lf');
    expect(rest.filter(({ attributes }) => attributes !== '-text')).toEqual([]);
    expect(rest.length).toBeGreaterThan(0);
    for (const ending of ['jpg', 'JPG', 'png', 'pdf', 'ttf', 'webp', 'tiff', 'avif']) {
      expect(git('check-attr', 'text', `issues/2031-01/photos/a.${ending}`)).toMatch(/: unset\n$/);
    }
  });

  test('has file names that are valid and distinct on every system', () => {
    const paths = git('ls-files', '-z').split('\0').filter(Boolean);
    const impossible = paths.filter((path) => path.split('/').some(explainUnportable));
    expect(impossible).toEqual([]);
    // On Windows and macOS, names that differ only in case or Unicode normalization are the same file.
    const keys = paths.map((path) => path.normalize('NFC').toLowerCase());
    expect(paths.filter((_, index) => keys.indexOf(keys[index] ?? '') !== index)).toEqual([]);
    expect(paths.length).toBeGreaterThan(100);
  });

  test('has the executable bit on .ci/run', () => {
    expect(git('ls-files', '--stage', '.ci/run')).toMatch(/^100755 /);
  });
});
