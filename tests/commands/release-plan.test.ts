import { expect, test } from '@jest/globals';
import { planReleases } from '../../src/commands/release-plan.ts';
import type { Host } from '../../src/host/host.ts';
import { sampleRelease } from '../helpers/check-release.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';

// gh lists no releases.
const run: Host['run'] = async () => ({ code: 0, output: '[]', printed: '' });
const EMBARGO = '2025-03-07T10:00+06:00';
const NAME = 'press-release-2025-03-06-topic';

async function plan(words: readonly string[], now: string, embargo = EMBARGO) {
  const host = createMemoryHost(
    {
      [`${root}/issues/${NAME}/issue.yaml`]: sampleRelease({ embargo }),
      [`${root}/issues/press-release-2025-03-05-other/issue.yaml`]: sampleRelease(),
    },
    { run, currentTime: () => Date.parse(now) },
  );
  await planReleases(words, root, host);
  return { planned: host.printed[0], warned: host.warned.join('\n') };
}

test('a run for all missing releases leaves out an issue under embargo, and says so', async () => {
  const before = await plan(['missing'], '2025-03-07T09:59+06:00');
  expect(before.planned).toBe('issues=["press-release-2025-03-05-other"]');
  expect(before.warned).toContain(`${NAME} is under embargo until ${EMBARGO}`);
  // The same moment in another time zone.
  const after = await plan(['missing'], '2025-03-07T04:00Z');
  expect(after.planned).toBe(`issues=["press-release-2025-03-05-other","${NAME}"]`);
  expect(after.warned).toBe('');
});

test('an issue that is asked for by name is planned, so that release-assets refuses it', async () => {
  const { planned } = await plan([NAME], '2025-03-01T00:00Z');
  expect(planned).toBe(`issues=["${NAME}"]`);
});

test('an issue with a mistyped embargo is planned; its problems are reported when it is built', async () => {
  const { planned } = await plan(['missing'], '2025-03-01T00:00Z', 'tomorrow');
  expect(planned).toContain(NAME);
});
