import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const manifest = (...names: string[]) =>
  `${JSON.stringify({ dependencies: Object.fromEntries(names.map(name => [name, '1.0.0'])) }, null, 2)}\n`
const depend = (name: string) => `printf '${manifest('a', name).replaceAll('\n', '\\n')}' > package.json`
const linear = { history: 'linear', overlap: 'warn', retries: 0 }

describe('linear history', () => {
  test('has one commit a task, of its author, on top of the base, and takes one out by a revert', async () => {
    const repository = makeRepository({ 'package.json': manifest('a') })
    const say = 'echo "Adds c.\n\nAgent-Commit: none" > "$PARALLEL_AGENTS_REPORT_FILE"'
    writePlan(
      repository,
      {
        b: { title: 'Add b', script: depend('b') },
        c: { title: 'Add c', script: `${depend('c')}; git commit -qam mine; echo c > c; ${say}` },
        bad: { script: 'touch bad' },
        both: { title: 'Use both', script: 'cp package.json both.json', needs: ['b', 'c'] },
      },
      { ...linear, integration: { test: '! [ -f bad ]', land: 'push' } },
    )
    const { run, tasks, code } = await runToReport(repository)

    expect([code, tasks.bad?.landing]).toEqual([1, 'evicted'])
    const log = repository.git('log', '--reverse', '--format=%p|%s|%an|%cn', 'main').split('\n')
    expect(log.map(line => line.replace(/^\w*/, ''))).toEqual([
      '|start|Test User|Test User',
      '|Add b|Test User|parallel-agents',
      '|Add c|Test User|parallel-agents',
      '|Use both|Test User|parallel-agents',
    ])
    const told = repository.git('log', '-1', '--format=%b', 'main~1').replace(/ \(rule:keys; .*/, '')
    expect(told.split('\n')).toEqual([
      'Adds c.',
      '',
      `Agent-Run: ${run}`,
      'Agent-Task: c',
      'Resolved: package.json',
      'Agent: does-c',
      `Agent-Commit: ${tasks.c?.commit}`,
      'Co-Authored-By: does-c <parallel-agents@users.noreply.github.com>',
    ])
    expect(JSON.parse(repository.read('both.json'))).toEqual(JSON.parse(manifest('a', 'b', 'c')))

    const { stderr } = await runCli(repository.folder, ['rollback', 'both'])
    expect(stderr).not.toContain('error')
    expect(repository.git('log', '-2', '--format=%s', 'main')).toBe('Revert task both: Use both\nUse both')
    expect(repository.git('ls-files', 'both.json')).toBe('')
  })

  test('continues from what has landed, also with tasks that build on what only that has', async () => {
    const repository = makeRepository({ 'x.txt': '1\n2\n3\n' })
    const edit = (from: string, to: string) => `sed -i s/${from}/${to}/ x.txt`
    const tasks = {
      a: { script: edit('1', 'one') },
      b: { script: edit('3', 'three') },
      later: { script: 'exit 1', needs: ['a'] },
    }
    writePlan(repository, tasks, linear)
    const { run } = await runToReport(repository)
    const changed = {
      ...tasks,
      later: { ...tasks.later, script: `${edit('one', 'uno')}; ${edit('three', 'tre')}` },
    }
    writePlan(repository, changed, linear)
    const { integration, code } = await runToReport(repository, ['plan.yml', '--resume', run])

    expect([code, integration.conflicts]).toEqual([0, []])
    expect(repository.show(integration.branch as string, 'x.txt')).toBe('uno\n2\ntre')
    expect(repository.git('log', '--format=%s', integration.branch as string)).toBe('later\nb\na\nstart')
  })
})
