import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeScene, untouched } from './scene.ts'

// Tries: a link in place of the folder of the run, so that the checkout of a task is the user's home.
// Afterwards: the home is as it was, and nothing of it has been committed.
test('replacing the checkouts folder by a link to the home commits and deletes nothing there', async () => {
  const { repository, run, readHome } = makeScene()
  const script = [
    'sleep 0.5; echo a > a.txt; victim="$HOME/$(ls "$CHECKOUTS" | grep ^victim)"',
    'mkdir "$victim"; cp "$HOME/.ssh/id_ed25519" "$victim/key"',
    'mv "$CHECKOUTS" "$CHECKOUTS.away"; ln -s "$HOME" "$CHECKOUTS"',
  ].join('\n')
  await run({ a: { script }, victim: { script: 'echo b > b.txt; sleep 1.5' } })
  const blobs = repository.git('cat-file', '--batch-all-objects', '--batch-check', '--unordered')
  const contents = blobs
    .split('\n')
    .filter(line => line.includes(' blob '))
    .map(line => repository.git('cat-file', 'blob', line.split(' ')[0] as string))

  const key = Object.keys(readHome()).find(path => path.startsWith('victim')) as string
  expect(readHome()).toEqual({ ...untouched, [key]: untouched['.ssh/id_ed25519'] })
  expect(contents.some(text => text.includes('SECRET-KEY'))).toBe(false)
})

// Tries: a link to a folder of the user in place of the harness's folder for the task, in which git writes an index.
// Afterwards: the user's file of that name is as before.
test('an index is not written through a folder of a task that an agent has replaced', async () => {
  const { run, home } = makeScene()
  mkdirSync(join(home, 'worktree'))
  writeFileSync(join(home, 'worktree/index'), 'mine\n')
  const replace = 'f="$STATE/tasks/a"; mv "$f" "$f.old"; ln -s "$USER_HOME" "$f"; exit 1'
  const script = `if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then ${replace}; fi; echo a > a.txt`
  await run({ a: { script, retries: 1 } })

  expect(readFileSync(join(home, 'worktree/index'), 'utf8')).toBe('mine\n')
}, 40_000)
