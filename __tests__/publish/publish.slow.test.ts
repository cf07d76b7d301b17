import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { run, World } from './world.ts'

const two = { a: { files: ['a.txt'], title: 'Task *A*' }, b: { files: ['b.txt'], issue: 7 } }

/** Both tasks are done, merged and tested: once for each of these settings, and each test has its own copy. */
async function copyMerged(integration: Readonly<Record<string, unknown>> = {}): Promise<World> {
  const settings = JSON.stringify(integration)
  const made = merged.get(settings) ?? makeMerged(integration)
  merged.set(settings, made)
  return (await made).copy()
}

const merged = new Map<string, Promise<World>>()

async function makeMerged(integration: Readonly<Record<string, unknown>>): Promise<World> {
  const world = await World.make({ tasks: two, plan: { integration } })
  await world.handOver('a', { 'a.txt': 'a\n' })
  await world.handOver('b', { 'b.txt': 'b\n' })
  await world.merge()
  return world
}

describe('publishing a run', () => {
  test('pushes every branch and the state, opens a draft and comments on it', async () => {
    const world = await copyMerged({ test: 'cat a.txt b.txt' })
    const { report, problems, pullRequests } = await world.publish()
    const remote = world.listRemote()

    expect(problems).toEqual([])
    expect(report.status).toBe('landed')
    expect(report.integration).toMatchObject({ tests: 'passed', branch: `agents/${run}/integration` })
    expect(remote.integration).toBe(report.integration.commit)
    expect(remote['tasks/a']).toBe(report.tasks.a?.commit)
    expect(Object.keys(remote)).toEqual(
      expect.arrayContaining(['tasks/b', 'plan', 'base', 'report', 'results/a', 'results/b', 'logs/a']),
    )
    expect(Object.keys(remote)).not.toContain('lock')
    expect(remote['refs/heads/main']).toBe(world.base)
    expect(world.remote.show(remote.integration as string, 'b.txt')).toBe('b')
    expect(world.remote.git('log', '-1', '--format=%b', remote.integration as string)).toContain(
      'I did it. ✓',
    )
    expect(pullRequests.integration).toMatchObject({ kind: 'placed', number: 1, isByActions: true })
    const [pull] = world.api.pulls
    expect(pull).toMatchObject({
      title: 'Test',
      base: 'main',
      head: expect.stringMatching(/^agents\/results\/test-[0-9a-f]{8}$/),
      draft: true,
    })
    expect(pull?.body).toMatch(/^Closes #7$/m)
    expect(pull?.body).toContain('Task \\*A\\* · 1 file')
    expect(pull?.body).toContain('  - asked: a\n  - done: I did it.')
    expect(pull?.body).toContain('[the run](https://github.com/octo/project/actions/runs/7)')
    expect(pull?.comments.map(({ body }) => body)).toEqual([expect.stringContaining('landed 2 of 2')])
    expect(world.api.issues.get(7)?.map(({ body }) => body)).toEqual([
      expect.stringContaining('The change is proposed in https://github.com/octo/project/pull/1.'),
    ])
  })

  test('reports what the agents of the merge job have cost', async () => {
    const reviewer = {
      command: `echo '{"verdict":"approve","findings":[]}' > "$PARALLEL_AGENTS_ANSWER_FILE"; echo '{"cost":0.25}'`,
      output: 'jsonl',
      usage: { 'cost-usd': 'cost' },
    }
    const plan = { agents: { reviewer }, integration: { review: { agent: 'reviewer' } } }
    const world = await World.make({ tasks: { a: { files: ['a.txt'] } }, plan })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.merge()
    const { report } = await world.publish()

    expect(report.status).toBe('landed')
    expect(report.cost).toMatchObject({ conflictsUsd: 0.25 })
  })

  test('names branches by the pattern of the plan, and replaces none that was there before', async () => {
    const world = await World.make({ tasks: { a: {}, b: {} }, plan: { branch: 'feature/{task}' } })
    world.remote.git('update-ref', 'refs/heads/feature/b', world.base)
    await world.handOver('a', { 'a.txt': 'a' })
    await world.handOver('b', { 'b.txt': 'b' })
    await world.merge()
    const { problems } = await world.publish()
    const tip = (name: string) => world.remote.git('rev-parse', name)

    expect(world.remote.show('feature/a', 'a.txt')).toBe('a')
    expect(world.remote.show('feature/integration', 'b.txt')).toBe('b')
    expect(tip('feature/b')).toBe(world.base)
    expect(problems.join()).toContain('feature/b')
    expect(world.api.pulls.map(({ head }) => head)).toEqual([expect.stringMatching(/^agents\/results\//)])
  })

  test('twice is the same as once', async () => {
    const world = await copyMerged()
    await world.publish()
    const refs = world.listRemote()
    const [pull] = structuredClone(world.api.pulls)
    const writes = world.api.requests.filter(line => !line.startsWith('GET')).length
    const again = await world.publish()

    expect(again.problems).toEqual([])
    expect(world.listRemote()).toEqual(refs)
    expect(world.api.pulls).toEqual([pull])
    expect(world.api.requests.filter(line => !line.startsWith('GET'))).toHaveLength(writes)
  })

  test('leaves what people wrote into the pull request', async () => {
    const world = await copyMerged()
    await world.publish()
    const [pull] = world.api.pulls
    if (pull === undefined) throw new Error('there is no pull request')
    pull.body = `Look at b first.\n\n${pull.body.replace('landed 2', 'landed 1')}\n\nThanks!`
    await world.publish()

    expect(pull.body).toMatch(/^Look at b first\.\n[\s\S]*landed 2 of 2[\s\S]*\nThanks!$/)
  })

  test('publishes the rest when what was handed over of one task is refused', async () => {
    const world = await World.make({ tasks: two })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOver('b', { 'elsewhere.txt': 'b\n' })
    const { report: merged } = await world.merge()
    const { report, problems } = await world.publish()

    expect(merged.tasks.b?.reason).toContain('elsewhere.txt')
    expect(problems).toEqual([expect.stringMatching(/^the handover of b is refused: .*elsewhere\.txt/)])
    expect(report).toMatchObject({
      status: 'partial',
      tasks: { a: { landing: 'landed' }, b: { landing: 'none' } },
    })
    expect(Object.keys(world.listRemote())).not.toContain('tasks/b')
    expect(world.api.pulls[0]?.body).toContain('infrastructure-error')
  })

  test('publishes the rest when the server refuses a ref', async () => {
    const world = await World.make({ tasks: two })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOverFailure('b', { kept: world.commit({ '.github/workflows/ci.yml': 'on: push\n' }) })
    await world.merge()
    const hook = '#!/bin/sh\ncase $1 in */kept/*) echo "refusing to allow workflows" >&2; exit 1;; esac\n'
    writeFileSync(join(world.remote.folder, 'hooks', 'update'), hook, { mode: 0o755 })
    const { problems } = await world.publish()

    expect(problems).toEqual([
      expect.stringMatching(/kept\/b is not pushed: .*remote rejected.*refusing to allow workflows/),
    ])
    expect(Object.keys(world.listRemote())).toEqual(
      expect.arrayContaining(['integration', 'tasks/a', 'results/b', 'report']),
    )
    expect(world.api.pulls).toHaveLength(1)
  })

  test('publishes the branches of tasks when there is no merge', async () => {
    const world = await World.make({ tasks: two })
    const commit = await world.handOver('a', { 'a.txt': 'a\n' })
    const { report, problems } = await world.publish()
    const remote = world.listRemote()

    expect(problems).toEqual([expect.stringContaining('no job handed over a tested merge')])
    expect(remote['tasks/a']).toBe(commit)
    expect(remote.integration).toBeUndefined()
    expect(report.tasks).toMatchObject({
      a: { landing: 'held' },
      b: { landing: 'none', reason: 'no job handed it over' },
    })
    expect(world.api.pulls).toEqual([])
  })

  test('says how evicted, conflicted and held tasks ended', async () => {
    const world = await World.make({
      tasks: {
        good: { files: ['f.txt'] },
        clash: { files: ['f.txt'] },
        bad: { files: ['bad.txt'] },
        late: { files: ['late.txt'], needs: ['bad'] },
      },
      plan: { integration: { test: 'test ! -e bad.txt', 'flaky-retries': 0 } },
      files: { 'f.txt': 'words\n' },
    })
    await world.handOver('good', { 'f.txt': 'good\n' })
    await world.handOver('clash', { 'f.txt': 'clash\n' })
    const bad = await world.handOver('bad', { 'bad.txt': 'bad\n' })
    await world.handOver('late', { 'late.txt': 'late\n' }, { start: bad })
    await world.merge()
    const { report, problems } = await world.publish()

    expect(problems).toEqual([])
    expect(Object.entries(report.tasks).map(([id, { landing }]) => [id, landing])).toEqual([
      ['good', 'landed'],
      ['clash', 'conflicted'],
      ['bad', 'evicted'],
      ['late', expect.stringMatching(/evicted|held/)],
    ])
    expect(report.integration.conflicts).toMatchObject([{ task: 'clash', resolution: 'unresolved' }])
    expect(Object.keys(world.listRemote())).toEqual(
      expect.arrayContaining(['tasks/bad', 'tasks/clash', 'tasks/late', 'integration']),
    )
  })

  test('publishes branches, and no result, when the test fails without any of them', async () => {
    const world = await copyMerged({ test: 'false', 'flaky-retries': 0 })
    const { report, problems } = await world.publish()

    expect(problems).toEqual([])
    expect(report.integration).toMatchObject({ branch: null, commit: null })
    expect(report.integration.problem).toContain('the test already fails on the base')
    expect(report.tasks.a?.landing).toBe('held')
    expect(Object.keys(world.listRemote())).toEqual(expect.arrayContaining(['tasks/a', 'tasks/b']))
    expect(world.api.pulls).toEqual([])
  })

  test('opens a pull request for each task where the plan wants that', async () => {
    const world = await copyMerged({ 'pull-requests': 'both' })
    const { pullRequests } = await world.publish()

    expect(world.api.pulls.map(({ head, title }) => [head.split('/').slice(2).join('/'), title])).toEqual([
      [expect.stringMatching(/^test-/), 'Test'],
      ['tasks/a', 'Task *A*'],
      ['tasks/b', 'b'],
    ])
    expect(world.api.pulls[2]?.body).toContain('Closes #7')
    expect([...pullRequests.tasks.keys()]).toEqual(['a', 'b'])
  })

  test('opens pull requests for tasks alone', async () => {
    const world = await copyMerged({ 'pull-requests': 'tasks' })
    await world.publish()

    expect(world.api.pulls.map(({ title }) => title)).toEqual(['Task *A*', 'b'])
    expect(world.listRemote().integration).toBeDefined()
  })

  test('says what it would push in a dry run, and pushes nothing', async () => {
    const world = await copyMerged()
    const before = world.listRemote()
    const { updates, pullRequests, problems } = await world.preview()

    expect(problems).toEqual([])
    expect(updates).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^refs/heads/agents/${run}/tasks/a → [0-9a-f]{40}$`)),
      ]),
    )
    expect(pullRequests).toEqual([expect.stringMatching(/^agents\/results\/test-[0-9a-f]{8} → main$/)])
    expect(world.listRemote()).toEqual(before)
    expect(world.api.requests).toEqual([])
  })

  test('stacks pull requests for tasks in the order of what they need', async () => {
    const tasks = { a: { files: ['a.txt'] }, b: { files: ['b.txt'], needs: ['a'], issue: 7 } }
    const world = await World.make({ tasks, plan: { integration: { 'pull-requests': 'stacked' } } })
    const a = await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOver('b', { 'b.txt': 'b\n' }, { start: a })
    await world.merge()
    await world.publish()

    expect(world.api.pulls.map(({ title, base }) => [title, base])).toEqual([
      ['a', 'main'],
      ['b', `agents/${run}/tasks/a`],
    ])
    expect(world.api.issues.get(7)?.map(({ body }) => body)).toEqual([
      expect.stringMatching(/The change is proposed in \S+\/pull\/2\./),
    ])
  })

  test('opens the pull request as the plan says, once, and names what GitHub did not accept', async () => {
    const settings = {
      title: 'Two files',
      draft: false,
      labels: ['agents'],
      reviewers: ['octocat', 'acme/backend'],
      assignees: ['hubot'],
      milestone: 'Never',
      template: 'TEMPLATE.md',
    }
    const files = { 'TEMPLATE.md': '## Checklist\n- [ ] read' }
    const world = await World.make({ tasks: two, files, plan: { integration: { 'pull-request': settings } } })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.merge()
    const { problems } = await world.publish()
    const [pull] = world.api.pulls

    expect(pull).toMatchObject({ title: 'Two files', draft: false })
    expect(pull?.body).toMatch(/^## Checklist\n- \[ \] read\n\n<!-- parallel-agents: begin -->/)
    expect(pull?.dress).toEqual([
      { reviewers: ['octocat'], team_reviewers: ['backend'] },
      { labels: ['agents'] },
      { assignees: ['hubot'] },
    ])
    expect(problems).toEqual([expect.stringContaining('the milestone Never could not be set')])
  })

  test('keeps one pull request for the plan: its branch moves on from an earlier result, and not from what people have added', async () => {
    const world = await copyMerged()
    await world.publish()
    const head = world.api.pulls[0]?.head ?? ''
    const earlier = world.commitResult('20200101-000000-0000')
    world.push(earlier, `refs/heads/${head}`)
    world.artifacts.removed.clear()
    await world.publish()
    const moved = world.remote.git('rev-parse', head)
    const mine = world.commit({ 'mine.txt': 'mine\n' })
    world.push(mine, `refs/heads/${head}`)
    world.artifacts.removed.clear()
    await world.publish()

    expect(moved).toBe(world.listRemote().integration)
    expect(world.remote.git('rev-parse', head)).toBe(mine)
    expect(world.api.pulls.map(pull => pull.head)).toEqual([head, `agents/${run}/integration`])
  })
})

describe('land: push', () => {
  test('moves the target to the tested result', async () => {
    const world = await copyMerged({ test: 'true' })
    const { report, problems } = await world.publish({ land: 'push' })

    expect(problems).toEqual([])
    expect(report.integration.land).toMatchObject({ mode: 'push', done: true })
    expect(world.listRemote()['refs/heads/main']).toBe(report.integration.commit)
    expect(world.api.pulls).toEqual([])
    expect(world.api.issues.get(7)?.map(({ body }) => body)).toEqual([
      expect.stringContaining('Done: it is on `main`.'),
    ])
    expect((await world.publish({ land: 'push' })).problems).toEqual([])
  })

  test('makes a linear history again that another job has tested', async () => {
    const world = await World.make({ tasks: two, plan: { history: 'linear', integration: { test: 'true' } } })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOver('b', { 'b.txt': 'b\n' })
    await world.merge()
    const { report, problems } = await world.publish({ land: 'push' })

    expect([problems, report.integration.land.done]).toEqual([[], true])
    const subjects = world.remote.git('log', '--format=%s', 'main').split('\n')
    expect(subjects).toEqual(['b', 'Task *A*', 'start'])
  })

  test('leaves a target that has moved where it is, says so, and opens a pull request instead', async () => {
    const world = await copyMerged()
    const moved = world.commit({ 'other.txt': 'other\n' })
    world.push(moved, 'refs/heads/main')
    const { report, problems } = await world.publish({ land: 'push' })

    expect(problems).toEqual([
      expect.stringMatching(/main has moved since the run started.*it is proposed instead: .*\/pull\/1$/),
    ])
    expect(report.status).toBe('partial')
    expect(world.api.pulls).toMatchObject([{ state: 'open', base: 'main' }])
    expect(world.listRemote()['refs/heads/main']).toBe(moved)
    expect(world.listRemote().integration).toBe(report.integration.commit)
  })

  test('opens nothing and moves nothing with `land: none`, and says so on issues', async () => {
    const world = await copyMerged()
    const { problems } = await world.publish({ land: 'none' })

    expect(problems).toEqual([])
    expect(world.listRemote()['refs/heads/main']).toBe(world.base)
    expect(world.api.pulls).toEqual([])
    expect(world.api.issues.get(7)?.map(({ body }) => body)).toEqual([
      expect.stringContaining('Done, but not landed: the tested result is on the branch'),
    ])
  })
})

describe('a later attempt', () => {
  test('updates branch, pull request and comment, and keeps the kept work of earlier attempts', async () => {
    const world = await World.make({ tasks: two })
    await world.handOver('a', { 'a.txt': 'a\n' })
    const half = world.commit({ 'b.txt': 'half\n' })
    await world.handOverFailure('b', { kept: half })
    await world.merge()
    const first = await world.publish()
    const before = world.listRemote()

    world.forget('b')
    const other = world.commit({ 'b.txt': 'other\n' })
    await world.handOver('b', { 'b.txt': 'b\n' }, { attempt: 2, kept: other })
    await world.merge({ attempt: 2 })
    const second = await world.publish({ attempt: 2 })
    const after = world.listRemote()

    expect(first.report.status).toBe('partial')
    expect(second).toMatchObject({ problems: [], report: { status: 'landed' } })
    expect(after.integration).not.toBe(before.integration)
    expect(after['tasks/a']).toBe(before['tasks/a'])
    expect(world.remote.git('rev-parse', `${after['kept/b']}^1`, `${after['kept/b']}^2`).split('\n')).toEqual(
      [other, half],
    )
    expect(world.api.pulls).toHaveLength(1)
    expect(world.api.pulls[0]?.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('landed 2 of 2'),
    ])
    expect((await world.publish({ attempt: 2 })).problems).toEqual([])
    expect(world.listRemote()).toEqual(after)
  })

  test('replaces no branch that others have changed', async () => {
    const world = await copyMerged()
    await world.publish()
    const mine = world.commit({ 'mine.txt': 'mine\n' }, world.listRemote()['tasks/a'])
    world.push(mine, `refs/heads/agents/${run}/tasks/a`)
    world.push(mine, `refs/heads/agents/${run}/integration`)
    world.artifacts.removed.clear() // as if they could not be deleted
    const { problems, report } = await world.publish()

    expect(world.listRemote()).toMatchObject({ 'tasks/a': mine, integration: mine })
    expect(problems).toEqual([
      expect.stringMatching(/tasks\/a is not pushed: it already exists/),
      expect.stringMatching(/integration is not pushed: it already exists/),
    ])
    expect(report.integration.branch).toBeNull()
  })

  test('ignores a merge of other branches', async () => {
    const world = await World.make({ tasks: two })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOverFailure('b')
    await world.merge()
    world.forget('b')
    await world.handOver('b', { 'b.txt': 'b\n' }, { attempt: 2 })
    const { problems } = await world.publish({ attempt: 2 })

    expect(problems).toEqual([
      expect.stringMatching(/merge\.json is refused: wrong branches: it says a at .*, but a at .*, b at/),
    ])
    expect(Object.keys(world.listRemote())).toEqual(expect.arrayContaining(['tasks/a', 'tasks/b']))
    expect(world.listRemote().integration).toBeUndefined()
  })
})

describe('direct mode', () => {
  test('merges what was pushed, and publishes that', async () => {
    const world = await World.make({ tasks: two, plan: { integration: { test: 'cat a.txt b.txt' } } })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.handOver('b', { 'b.txt': 'b\n' })
    const merged = await world.mergeDirectly()
    const { problems, report } = await world.publishDirectly()

    expect(merged.left).toEqual([])
    expect(problems).toEqual([])
    expect(report).toMatchObject({ status: 'landed', integration: { tests: 'passed' } })
    expect(world.listRemote().integration).toBe(report.integration.commit)
    expect(world.api.pulls).toHaveLength(1)
  })

  test('publishes no branch that is not what was tested', async () => {
    const world = await World.make({ tasks: two })
    await world.handOver('a', { 'a.txt': 'a\n' })
    await world.mergeDirectly()
    world.push(world.commit({ 'mine.txt': 'x' }), `refs/heads/agents/${run}/integration`)
    const { problems } = await world.publishDirectly({ land: 'push' })

    expect(problems).toEqual([
      expect.stringContaining('no tested result is published: the integration branch is at'),
    ])
    expect(world.listRemote()['refs/heads/main']).toBe(world.base)
  })
})
