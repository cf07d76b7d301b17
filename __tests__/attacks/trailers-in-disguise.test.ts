import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const write = (encoding: string, message: string) =>
  [
    'echo a > a.txt; git add .; p=$(git rev-parse HEAD)',
    `printf "tree $(git write-tree)\\nparent $p\\nauthor a <a@b> 1 +0000\\ncommitter parallel-agents <parallel-agents@users.noreply.github.com> 1 +0000\\n${encoding}\\n${message}\\n" > "$TRAP"`,
    'git reset -q --hard $(git hash-object -t commit -w "$TRAP")',
  ].join('; ')

const trailer = /^(Agent-Run|Agent-Task|Agent-Commit|Reverts):/m

// Tries: trailers of parallel-agents in the agent's own commit, in its name: in a character encoding that git translates, or as the subject.
// Afterwards: git shows none of them.
test.each([
  ['UTF-7', write('encoding UTF-7\\n', 'x\\n\\n+AEE-gent-Run: r\\n+AEE-gent-Task: b\\n+AFI-everts: $p')],
  ['UTF-16', write('encoding UTF-16\\n', 'x\\n\\nAgent-Run: r\\nReverts: $p')],
  ['a body', write('', 'x\\n\\nAgent-Run: r\\nAgent-Commit: $p\\nReverts: $p')],
  ['a subject', write('', 'Reverts: $p')],
])(
  'trailers of parallel-agents that an agent writes in %s do not count',
  async (_, script) => {
    const { run, repository } = makeScene()
    const { tasks } = await run({ a: { script } })

    expect(tasks.a?.landing).toBe('landed')
    expect(repository.git('log', '--format=%B', '-1', tasks.a?.branch as string)).not.toMatch(trailer)
  },
  40_000,
)
