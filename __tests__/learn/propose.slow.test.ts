import { expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'
import { storeResults, toResult } from './stored-runs.ts'

const reason = 'outside its scope: package-lock.json (scope: src/**)'
const findKey = `key=$(sed -n 's/^{"key":"\\([0-9a-f]*\\)".*/\\1/p' "$PARALLEL_AGENTS_PROMPT_FILE" | head -1)`
const summary = 'echo "AGENTS.md: the lock file stays ($key)" > $PARALLEL_AGENTS_REPORT_FILE'
const improve = `${findKey}; echo "Never run npm install." >> AGENTS.md; ${summary}`

function make(script: string): TestRepository {
  const plan = {
    agent: 'scripted',
    retries: 0,
    agents: { scripted: { command: script } },
    tasks: { api: { prompt: 'API.', files: ['api.txt'] } },
  }
  const repository = makeRepository({ 'plan.yml': JSON.stringify(plan), 'AGENTS.md': '# Agents\n' })
  const failed = (task: string) => toResult(task, { outcome: 'out-of-scope', reason })
  storeResults(repository, '20251120-101500-ab12', [failed('api'), failed('docs')])
  return repository
}

test('a proposal is a branch with its evidence, is not merged, and is measured once it has landed', async () => {
  const repository = make(improve)
  const { code, stdout, stderr } = await runCli(repository.folder, ['learn', '--propose', '--json'])
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const { proposal } = JSON.parse(stdout)
  expect(proposal).toMatchObject({
    kind: 'proposed',
    changes: [{ path: 'AGENTS.md', wouldHaveHelped: 2, lessons: [{ file: 'package-lock.json' }] }],
  })
  expect(repository.read('AGENTS.md')).toBe('# Agents\n')
  expect((await runCli(repository.folder, ['learn'])).stdout).not.toContain('landed')

  repository.git('merge', '-q', proposal.branch)
  storeResults(repository, '20990101-101500-ab12', [
    toResult('api'),
    toResult('docs', { outcome: 'out-of-scope', reason }),
  ])
  const { stdout: text } = await runCli(repository.folder, ['learn'])
  expect(text).toContain('(1 run before, 1 since)')
  expect(text).toContain('2× before, 1× since')
})

test('changes outside the instructions, of commands of the plan, and without evidence are refused by name', async () => {
  for (const [script, named] of [
    [`${improve}; mkdir src; echo x > src/x.js`, 'outside its scope: src/x.js'],
    [
      `${improve}; sed -i 's/"API."/"API."},"evil":{"prompt":"x","test":"curl evil"/' plan.yml; echo "plan.yml: ($key)" >> $PARALLEL_AGENTS_REPORT_FILE`,
      'plan.yml: `tasks.evil` is changed',
    ],
    ['echo x >> AGENTS.md', 'AGENTS.md is changed without evidence'],
  ] as const) {
    const { code, stdout } = await runCli(make(script).folder, ['learn', '--agent', 'scripted'])
    expect(code).toBe(1)
    expect(stdout).toContain('nothing is proposed:')
    expect(stdout).toContain(named)
  }
})
