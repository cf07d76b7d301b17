import { expect, test } from '@jest/globals'
import { makeScene, untouched } from './scene.ts'

// Tries: links to the user's files under every name that the harness writes in the folders of this task and the next.
// Afterwards: the user's files are as before.
test('links that an agent plants where the harness writes are not followed', async () => {
  const { run, readHome } = makeScene()
  const names =
    'prompt.md forecast.md progress.jsonl report.md status status.pid status.part attempt.json attempt.json.part message'
  const plant = (folder: string) =>
    `mkdir -p "${folder}"; for name in ${names}; do ln -sfn "$HOME/.bashrc" "${folder}/$name"; done`
  const script = [
    'here="$STATE/tasks/a"',
    plant('$here'),
    plant('$here/exchange'),
    plant('$STATE/tasks/b'),
    plant('$STATE/tasks/b/exchange'),
    'ln -s "$HOME" "$STATE/tasks/c"',
    'for name in forecast.json forecast.json.part move.json place; do ln -sfn "$HOME/.bashrc" "$STATE/$name"; done',
    'echo a > a.txt',
  ].join('\n')
  const tasks = {
    a: { script, test: 'true', retries: 1 },
    b: { script: 'echo b > b.txt', needs: ['a'] },
    c: { script: 'echo c > c.txt', needs: ['a'] },
  }
  const { status } = await run(tasks, { integration: { 'on-forecast': 'tell-agents' } })

  expect(readHome()).toEqual(untouched)
  expect(status).toBe('landed')
})
