import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const attacks = {
  'HEAD is a pipe': 'mkdir -p sub/.git/objects sub/.git/refs; mkfifo sub/.git/HEAD',
  'commondir is a pipe': 'git init -q sub; mkfifo sub/.git/commondir',
  'HEAD is a link to a pipe': 'git init -q sub; mkfifo p; ln -sf ../../p sub/.git/HEAD',
  'it is in an ignored folder': 'echo sub > .gitignore; git init -q sub; ln -sf /dev/zero sub/.git/HEAD',
  'it is a link to a folder beside the checkout':
    'g=$(git rev-parse --absolute-git-dir); mkdir -p sub "$g/x/objects" "$g/x/refs"; echo "gitdir: $g/x" > sub/.git; mkfifo "$g/x/HEAD"',
}

// Tries: repositories in the checkout, of whose files some are pipes or devices: git looks into every folder that holds a `.git`.
// Afterwards: the run has ended.
test.each(Object.entries(attacks))(
  'git does not wait for a repository in the checkout whose %s',
  async (_, script) => {
    const { tasks } = await makeScene().run({ a: { script: `${script}; echo a > a.txt` } })

    expect(tasks.a?.reason ?? '').toMatch(/nested git repository|^$/)
  },
  40_000,
)

// Tries: the same while tests run, before the checkout is used again.
test('git does not wait for a repository that tests leave', async () => {
  const { status } = await makeScene().run(
    {
      a: { script: 'echo a > a.txt', test: 'git init -q sub; rm sub/.git/HEAD; mkfifo sub/.git/HEAD' },
      b: { script: 'echo b > b.txt', needs: ['a'] },
    },
    { integration: { test: 'git init -q sub; rm -f sub/.git/HEAD; mkfifo sub/.git/HEAD' } },
  )

  expect(status).toBe('landed')
}, 40_000)
