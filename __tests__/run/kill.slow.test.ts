import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { toCheckouts } from '../support/checkouts.ts'
import { runAndKill, runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'
import { until } from '../support/until.ts'

const kills = rounds(8, 30)

/** An agent that commits twice, and notes outside the repository what it does, with the tree of each commit: dates may be moved into the run. */
function committing(notes: string, id: string): string {
  const commit = (part: number) =>
    `echo ${id}${part} >> ${id}.txt; git add ${id}.txt; git commit -qm "${id} ${part}"; echo "tree $(git rev-parse HEAD^{tree})" >> ${notes}`
  return `echo "start ${id}" >> ${notes}; ${commit(1)}; sleep 0.05; ${commit(2)}; sleep 0.05; echo "end ${id}" >> ${notes}`
}

function prepare(): { repository: TestRepository; notes: string } {
  const repository = makeRepository()
  const notes = join(makeFolder('notes'), 'notes')
  const edges: Record<string, string[]> = { a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: [] }
  const tasks = Object.entries(edges).map(([id, needs]) => [
    id,
    { script: committing(notes, id), needs, test: `test -f ${id}.txt` },
  ])
  const fixed = { GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z', GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z' }
  writePlan(repository, Object.fromEntries(tasks), {
    'max-parallel': 2,
    env: fixed,
    integration: { test: 'test -f d.txt' },
  })
  return { repository, notes }
}

const readLines = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [])

function finishedTasks(repository: TestRepository): string[] {
  const refs = repository.git('for-each-ref', '--format=%(refname)', 'refs/parallel-agents/*/results')
  return refs
    .split('\n')
    .filter(ref => ref !== '')
    .map(ref => ref.split('/').at(-1) as string)
}

function toOutcome({ status, tasks, integration }: Report) {
  const landings = Object.fromEntries(
    Object.entries(tasks).map(([id, task]) => [id, [task.outcome, task.landing]]),
  )
  return { status, landings, commit: integration.commit, tests: integration.tests }
}

describe('a run that is killed', () => {
  test(`at ${kills} random moments is finished by the next one, with the same result and nothing lost or done twice`, async () => {
    const undisturbed = prepare()
    const startedAt = performance.now()
    // The trailers of merges name the run, so the same ids need the same run: only trees and landings are compared.
    const expected = toOutcome(await runToReport(undisturbed.repository))
    const duration = performance.now() - startedAt

    for (let kill = 0; kill < kills; kill++) {
      const { repository, notes } = prepare()
      await runAndKill(repository.folder, ['run'], ((kill + Math.random()) / kills) * duration)
      const finished = finishedTasks(repository)
      const startsBefore = readLines(notes)
      const report = await runToReport(repository)

      const context = `kill ${kill}, finished before: ${finished.join(' ')}`
      const tree = (branch: string | null, of: TestRepository) => of.git('rev-parse', `${branch}^{tree}`)
      expect({ context, ...toOutcome(report), commit: tree(report.integration.commit, repository) }).toEqual({
        context,
        ...expected,
        commit: tree(expected.commit, undisturbed.repository),
      })
      const startsAfter = readLines(notes).slice(startsBefore.length)
      for (const id of finished)
        expect({ context, again: startsAfter.includes(`start ${id}`) }).toEqual({ context, again: false })

      const reachable = new Set(repository.git('log', '--all', '--format=%T').split('\n'))
      const trees = readLines(notes)
        .filter(line => line.startsWith('tree '))
        .map(line => line.slice('tree '.length))
      for (const tree of trees)
        expect({ context, tree, kept: reachable.has(tree) }).toEqual({ context, tree, kept: true })
      // Killed after its report was written, a run is finished: the next one is new, and "clean" sweeps up.
      await runCli(repository.folder, ['clean'])
      expect(existsSync(toCheckouts(repository))).toBe(false)
      const left = readdirSync(join(repository.folder, '.git', 'parallel-agents', report.run))
      expect(left.filter(name => !name.endsWith('.log'))).toEqual([])
    }
  }, 1_200_000)
})

describe('two runs', () => {
  test('of different plans in one repository do not disturb each other', async () => {
    const repository = makeRepository()
    const plan = (id: string) =>
      JSON.stringify({
        agents: { sh: { command: `sleep 0.3; echo ${id} > ${id}.txt` } },
        agent: 'sh',
        tasks: {
          same: { prompt: 'x' },
          [`other-${id}`]: { prompt: 'x', needs: ['same'], 'allow-no-changes': true },
        },
      })
    repository.write({ 'one.yml': plan('one'), 'two.yml': plan('two') })
    const reports = await Promise.all([
      runToReport(repository, ['one.yml']),
      runToReport(repository, ['two.yml']),
    ])

    expect(reports.map(report => report.code)).toEqual([0, 0])
    expect(
      reports.map(({ integration }, index) =>
        repository.show(integration.branch as string, `${['one', 'two'][index]}.txt`),
      ),
    ).toEqual(['one', 'two'])
  })

  test('of the same plan: the second is refused, and told who holds the run', async () => {
    const repository = makeRepository()
    const begun = join(repository.folder, '.git', 'begun')
    const go = join(repository.folder, '.git', 'go')
    const script = `touch ${begun}; until [ -e ${go} ]; do sleep 0.05; done; echo a > a.txt`
    writePlan(repository, { a: { script } })
    const first = runToReport(repository)
    await until(() => existsSync(begun))
    const second = await runCli(repository.folder, ['run'])
    writeFileSync(go, '')
    const { run } = await first

    expect(second.code).toBe(2)
    expect(second.stderr).toMatch(new RegExp(`run ${run} is in use by process \\d+ since .*--new`))
    expect((await runToReport(repository, ['--new'])).run).not.toBe(run)
  })
})
