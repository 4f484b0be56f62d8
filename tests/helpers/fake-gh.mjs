// Fake of GitHub's command gh. It stores releases and tags in the JSON file GH_STATE and records every call.
// The file has { releases, tags, calls, failAt, shorten }; failAt is the start of a call that fails.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const words = process.argv.slice(2);
const state = JSON.parse(readFileSync(process.env.GH_STATE, 'utf8'));
state.calls.push(words.slice(0, 3).join(' '));

function fail(message) {
  writeFileSync(process.env.GH_STATE, JSON.stringify(state));
  console.error(message);
  process.exit(1);
}

function flagged(flag) {
  return words[words.indexOf(flag) + 1];
}

function attach(path) {
  const bytes = readFileSync(path);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { name: basename(path), size: state.shorten ? bytes.length - 1 : bytes.length, digest };
}

const [group, action, tag] = words;
if (state.failAt && words.join(' ').startsWith(state.failAt)) fail('HTTP 502: Bad Gateway');
console.error('a notice on standard error');
if (group === 'api' && action.includes('/matching-refs/')) {
  const prefix = action.split('/tags/')[1];
  const names = Object.keys(state.tags).filter((name) => name.startsWith(prefix));
  console.log(JSON.stringify(names.map((name) => ({ ref: `refs/tags/${name}` }))));
} else if (group === 'api' && action.includes('/commits/tags/')) {
  console.log(JSON.stringify({ sha: state.tags[action.split('/commits/tags/')[1]] }));
} else if (action === 'list') {
  const listed = state.releases.map(({ tagName, isDraft }) => ({ tagName, isDraft }));
  console.log(JSON.stringify(listed));
} else if (action === 'delete') {
  const at = state.releases.findIndex(({ tagName }) => tagName === tag);
  if (at < 0) fail('release not found');
  state.releases.splice(at, 1);
} else if (action === 'create') {
  const flags = new Set(['--target', '--title', '--notes-file']);
  const files = words.slice(3).filter((word, index) => {
    return !word.startsWith('--') && !flags.has(words[index + 2]);
  });
  state.releases.push({
    tagName: tag,
    isDraft: words.includes('--draft'),
    title: flagged('--title'),
    target: flagged('--target'),
    notes: readFileSync(flagged('--notes-file'), 'utf8'),
    assets: files.map(attach),
  });
} else if (action === 'view') {
  const release = state.releases.find(({ tagName }) => tagName === tag);
  if (!release) fail('release not found');
  console.log(JSON.stringify({ assets: release.assets }));
} else if (action === 'edit') {
  const release = state.releases.find(({ tagName }) => tagName === tag);
  if (!release) fail('release not found');
  if (words.includes('--draft=false')) release.isDraft = false;
  release.latest = words.includes('--latest=true');
} else {
  fail(`unknown call: ${words.join(' ')}`);
}
writeFileSync(process.env.GH_STATE, JSON.stringify(state));
