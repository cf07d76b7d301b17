import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const value = 'correct-horse-battery'
const token = `ghp_${'aB3dE6gH9j'.repeat(4).slice(0, 36)}`

describe('a secret', () => {
  let repository: TestRepository
  let report: Awaited<ReturnType<typeof runToReport>>

  beforeAll(async () => {
    repository = makeRepository({ 'old.js': `const known = '${token}'\n` })
    const other = token.split('').reverse().join('').slice(0, 36)
    const halves = `ghp_' '${other.slice(0, 32)}abcd`
    writePlan(repository, {
      value: { script: 'echo "first\nkey $MY_API_KEY" > a.txt; echo "said $MY_API_KEY"', retries: 0 },
      corrected: {
        script: `if [ $PARALLEL_AGENTS_ATTEMPT = 1 ]; then printf '%s%s\\n' '${halves}' > b.txt; else echo ok > b.txt; fi`,
      },
      known: { script: 'cat old.js old.js > copy.js; rm old.js', retries: 0 },
      message: {
        script:
          'echo x > c.txt; git add c.txt; git commit -qm "key $MY_API_KEY"; echo "used $MY_API_KEY" > $PARALLEL_AGENTS_REPORT_FILE',
        retries: 0,
      },
      earlier: {
        script: `echo "$MY_API_KEY" > d.txt; git add d.txt; git commit -qm one; echo x > d.txt; git commit -qam two`,
        retries: 0,
      },
      named: { script: 'echo x > "$MY_API_KEY.txt"', retries: 0 },
    })
    report = await runToReport(repository, [], { env: { MY_API_KEY: value } })
  })

  test('that was given to the run is refused in a change, with its place and not its value', () => {
    expect(report.tasks.value).toMatchObject({
      outcome: 'failed',
      reason: 'a secret would be published: a.txt:2 (the value of MY_API_KEY)',
    })
    expect(report.tasks.named?.reason).toContain('the name of ***.txt (the value of MY_API_KEY)')
  })

  test('of a known shape is refused and reported to the agent', () => {
    expect(report.tasks.corrected).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(report.stderr).toContain('b.txt:1 (a secret (github')
  })

  test('that was there before is not the fault of the task', () => {
    expect(report.tasks.known).toMatchObject({ outcome: 'succeeded' })
  })

  test('in a commit of the agent does not get into its branch', () => {
    for (const task of ['message', 'earlier']) {
      expect(report.tasks[task]?.outcome).toBe('succeeded')
      const log = repository.git('log', '-p', `main..${report.tasks[task]?.commit}`)
      expect(log).not.toContain(value)
    }
    expect(report.tasks.message?.summary).toBe('used ***')
  })

  test('is masked in everything that the run tells and stores', () => {
    const log = readFileSync(join(repository.folder, '.git/parallel-agents', report.run, 'value.log'), 'utf8')
    expect(log).toContain('said ***')
    const stored = repository.git('show', `refs/parallel-agents/${report.run}/logs/value`)
    for (const text of [log, stored, report.stderr, JSON.stringify(report)]) {
      expect(text).not.toContain(value)
      expect(text).not.toContain(token)
    }
  })
})
