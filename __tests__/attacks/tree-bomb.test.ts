import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const ten = (line: string) => `for i in 0 1 2 3 4 5 6 7 8 9; do printf "${line}\\n"; done | git mktree`
const bomb = [
  'f=$(echo x | git hash-object -w --stdin)',
  `t=$(${ten('100644 blob $f\\tf$i')})`,
  `for n in 1 2 3 4 5 6 7 8; do t=$(${ten('040000 tree $t\\td$i')}); done`,
  'c=$(git commit-tree -p HEAD -m bomb $t)',
].join('; ')

// Tries: ten small trees that expand to a billion files, as the commit of the checkout, of another branch, and of a worktree inside.
// Afterwards: the run has ended, and read none of them.
test('commits that expand to a billion files are not unfolded', async () => {
  const inner = 'git worktree add -q --no-checkout inner; git -C inner update-ref --no-deref HEAD $c'
  const { tasks } = await makeScene().run({
    checkout: { script: `${bomb}; git update-ref HEAD $c; echo a > a.txt` },
    branch: { script: `${bomb}; git update-ref refs/heads/other $c; echo b > b.txt` },
    inner: { script: `${bomb}; ${inner}; echo c > c.txt` },
  })

  expect(tasks.checkout?.reason).toContain('more than 100000 entries')
  expect(tasks.branch?.landing).toBe('landed')
  expect(tasks.inner?.reason).toContain('more than 100000 entries')
}, 60_000)
