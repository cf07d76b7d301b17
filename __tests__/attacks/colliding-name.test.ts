import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a new file whose name a Mac or Windows takes for one that is there, so that it overwrites that there.
// Afterwards: refused, and reverted before the next attempt.
test('an agent that adds a name which collides with an existing one is refused', async () => {
  const { repository, run } = makeScene({ 'src/index.js': 'good\n' })
  const again = 'if [ "$PARALLEL_AGENTS_ATTEMPT" = 2 ]; then echo a > a.txt; exit 0; fi'
  const { tasks, integration } = await run({
    a: {
      script: `${again}; mkdir -p src SRC; echo evil > src/Index.js; echo evil > SRC/index.js`,
      retries: 1,
    },
  })

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
  expect(repository.git('ls-tree', '-r', '--name-only', integration.branch as string).split('\n')).toEqual([
    'README.md',
    'a.txt',
    'src/index.js',
  ])
})
