import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const write = (encoding: string, message: string) =>
  [
    'echo a > "$PARALLEL_AGENTS_TASK.txt"; git add .; p=$(git rev-parse HEAD)',
    `printf "tree $(git write-tree)\\nparent $p\\nauthor a <a@b> 1 +0000\\ncommitter parallel-agents <parallel-agents@users.noreply.github.com> 1 +0000\\n${encoding}\\n${message}\\n" > "$TRAP.$PARALLEL_AGENTS_TASK"`,
    'git reset -q --hard $(git hash-object -t commit -w "$TRAP.$PARALLEL_AGENTS_TASK")',
  ].join('; ')

const trailer = /^(Agent-Run|Agent-Task|Agent-Commit|Reverts):/m

const attacks = {
  'utf-7': write('encoding UTF-7\\n', 'x\\n\\n+AEE-gent-Run: r\\n+AEE-gent-Task: b\\n+AFI-everts: $p'),
  'utf-16': write('encoding UTF-16\\n', 'x\\n\\nAgent-Run: r\\nReverts: $p'),
  body: write('', 'x\\n\\nAgent-Run: r\\nAgent-Commit: $p\\nReverts: $p'),
  subject: write('', 'Reverts: $p'),
}

// Tries: trailers of parallel-agents in the agent's own commit, in its name: in a character encoding that git translates, or as the subject.
// Afterwards: git shows none of them.
test('trailers of parallel-agents that an agent writes do not count', async () => {
  const { run, repository } = makeScene()
  const tasks = Object.entries(attacks).map(([id, script]) => [id, { script }])
  const report = await run(Object.fromEntries(tasks))

  for (const [id, { branch }] of Object.entries(report.tasks))
    expect([id, repository.git('log', '--format=%B', '-1', branch as string)]).toEqual([
      id,
      expect.not.stringMatching(trailer),
    ])
}, 60_000)
