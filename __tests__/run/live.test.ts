import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { makeRepository } from '../support/repository.ts'
import { runOnScreen } from '../support/screen.ts'

const plan = `
name: A plan with a name that is far too long for a terminal as narrow as this one is
max-parallel: 2
overlap: warn
agent: slow
agents:
  slow:
    command: |
      sleep 0.4; echo '{"percent": 50, "message": "writing tests for everything"}' >> $PARALLEL_AGENTS_PROGRESS_FILE
      sleep 0.4; echo x > src/$PARALLEL_AGENTS_TASK.txt; [ $PARALLEL_AGENTS_TASK != broken ]
tasks:
  contract-of-the-scheduler: { prompt: x, files: ["src/**"] }
  downloader: { prompt: x, files: ["src/**"] }
  broken: { prompt: x, files: ["src/**"], retries: 0 }
  last: { prompt: x, files: ["src/**"] }
integration: { test: "sleep 0.5; true" }
`

describe('a run on a terminal', () => {
  test('keeps its footer in sight while rows come and go, and lists the tasks once at the end', async () => {
    const repository = makeRepository({ 'parallel-agents.yml': plan, 'src/a.txt': 'a\n' })
    const { code, pictures, all } = await runOnScreen(repository.folder, ['run'], { columns: 60, rows: 24 })

    const live = pictures.filter(lines => lines.some(line => /^ {2}[▸·✓✗] /.test(line)))
    expect(live.length).toBeGreaterThan(5)
    expect(live.filter(lines => !lines.some(line => / of 4 done/.test(line)))).toEqual([])
    expect(live.some(lines => lines.some(line => line.includes('testing')))).toBe(true)
    expect(code).toBe(1)
    expect(all.filter(line => line.includes('downloader') && !line.includes('note:'))).toHaveLength(1)
  })

  test('wraps no row and breaks no word at 60 columns', async () => {
    const repository = makeRepository({ 'parallel-agents.yml': plan, 'src/a.txt': 'a\n' })
    const { pictures, all } = await runOnScreen(repository.folder, ['run'], { columns: 60, rows: 20 })

    const table = all.slice(all.findIndex(line => /^ {2}task /.test(line)))
    expect(table.slice(0, 5).map(line => line.trim().split(/ {2,}/).length)).toEqual([3, 3, 3, 3, 1])
    expect(all).toContainEqual(expect.stringMatching(/^ {2}contract-of-the-scheduler {2}landed {2}00:0\d$/))
    const heads = pictures.flat().filter(line => line.includes('A plan'))
    expect(heads.every(line => /2 agents · run \d{8}-\d{6}-[0-9a-f]{4}$/.test(line))).toBe(true)
  })

  test('is shown as on 80 columns where the terminal does not know its size', async () => {
    const repository = makeRepository({ 'parallel-agents.yml': plan, 'src/a.txt': 'a\n' })
    const { pictures, all } = await runOnScreen(repository.folder, ['run'], { columns: 0, rows: 0 })

    expect(pictures.flat()).toContainEqual(expect.stringMatching(/^ {2}▸ downloader +\S+/))
    expect(all).toContainEqual(expect.stringMatching(/^landed 3 of 4 on agents\S+ \(not pushed\) · tests$/))
    expect(all).toContainEqual(expect.stringMatching(/^ {2}contract-of-the-scheduler +\S+ .*00:0/))
  })

  test('lists overlapping tasks once per path', async () => {
    const repository = makeRepository({ 'parallel-agents.yml': plan, 'src/a.txt': 'a\n' })
    const { all } = await runOnScreen(repository.folder, ['plan'], { columns: 200, rows: 50 })

    expect(all.filter(line => line.includes('may all change it'))).toEqual([
      '  note: src/**: contract-of-the-scheduler, downloader, broken and last may all change it',
    ])
  })

  test('says which task waits for a person, while others work', async () => {
    const waiting = `
agent: slow
agents:
  slow: { command: "until [ -e $GO ]; do sleep 0.1; done; echo x > $PARALLEL_AGENTS_TASK.txt" }
  planner: { command: "echo plan > $PARALLEL_AGENTS_ANSWER_FILE" }
tasks:
  api: { prompt: x, files: [api.txt], plan-first: { agent: planner, approve: true } }
  docs: { prompt: x, files: [docs.txt] }
`
    const repository = makeRepository()
    const go = join(repository.folder, '.git', 'go')
    const plan = `env: { GO: ${go} }${waiting}`
    writeFileSync(join(repository.folder, 'parallel-agents.yml'), plan)
    const shown = runOnScreen(repository.folder, ['run'], { columns: 80, rows: 24 })
    const approve = (...task: string[]) => runCli(repository.folder, ['approve', ...task])
    while (!(await approve()).stdout.includes('api: api'));
    await sleep(2000) // for its display
    await approve('api')
    writeFileSync(go, '')
    const { pictures } = await shown

    expect(pictures.flat()).toContainEqual(expect.stringMatching(/^ {2}· api +its plan waits for approval$/))
    expect(pictures.flat()).toContainEqual(expect.stringMatching(/^ {2}0 of 2 done · 1 running/))
  })
})
