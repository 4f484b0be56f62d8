import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { applyNpmOptions } from '../../src/commands/command-line.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const folder = makeRealFolder();

/** Returns the options of a preview started in an environment. */
function optionsIn(environment: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const command = new Command('preview').option('--port <number>').option('--no-open');
  command.parse([...args], { from: 'user' });
  applyNpmOptions(command, createMemoryHost({}, { environment }));
  return command.opts();
}

const npm = (options: Readonly<Record<string, string>>) => ({
  npm_lifecycle_event: 'preview',
  ...options,
});

describe('a negated option', () => {
  test('that npm consumed is applied', () => {
    expect(optionsIn(npm({ npm_config_open: '' }))).toEqual({ open: false });
    expect(optionsIn(npm({ npm_config_open: '', npm_config_port: '4400' }))).toEqual({
      open: false,
      port: '4400',
    });
  });

  test('that was not given is not applied', () => {
    expect(optionsIn(npm({}))).toEqual({ open: true });
    expect(optionsIn(npm({ npm_config_open: 'true' }))).toEqual({ open: true });
  });

  test('is passed by npm as these tests expect', () => {
    const script = 'node -p "JSON.stringify([process.env.npm_config_open])"';
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { preview: script } }));
    const { stdout } = spawnSync('npm', ['run', '-s', 'preview', '--no-open'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('[""]\n');
  });
});
