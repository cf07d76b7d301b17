import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const repository =
  'mkdir -p x/objects/info x/refs/heads; echo "ref: refs/heads/main" > x/HEAD; touch x/objects/info/x x/refs/heads/.x'

// Tries: files that git takes for a repository without a checkout, so that its settings run a program of the agent for everyone who
// works in that folder.
// Afterwards: the settings have not landed; a repository without any has.
test('settings of a git repository among the files of a branch are refused', async () => {
  const { tasks } = await makeScene().run({
    named: {
      script: `${repository}; printf '[core]\\nfsmonitor = touch /tmp/x\\n' > x/config`,
    },
    folded: { script: `${repository}; mv x/HEAD x/head; echo > x/Config` },
    plain: { script: repository },
    elsewhere: { script: 'mkdir y; echo "ref: x" > y/HEAD; echo ../x > y/commondir' },
  })

  for (const id of ['named', 'folded', 'elsewhere'])
    expect([id, tasks[id]?.reason]).toEqual([
      id,
      expect.stringContaining('would be the settings of a git repository'),
    ])
  expect(tasks.plain?.landing).toBe('landed')
}, 40_000)
