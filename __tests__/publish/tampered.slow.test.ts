import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { toArtifactName } from '../../src/jobs/handover/artifact-name.ts'
import { hashObject } from '../handover/fixture.ts'
import { openTestRepository } from '../support/repository.ts'
import { type Call, run, World } from './world.ts'

const words = (...lines: string[]) => `${lines.join('\n')}\n`
const base = words('start', 'limit 5', 'end')

/** Two tasks that conflict in a way that no rule resolves, and an agent that is asked about it. */
async function makeConflict(
  resolution = words('start', 'limit 10 for b', 'limit 20 for c', 'end'),
  rest = '',
): Promise<World> {
  const script = `printf ${JSON.stringify(resolution)} > limit.txt; ${rest}`
  const world = await World.make({
    tasks: { b: { files: ['limit.txt'] }, c: { files: ['limit.txt'] }, d: { files: ['d.txt'] } },
    plan: {
      agents: { merger: { command: script } },
      integration: { agent: 'merger', test: 'grep -q end limit.txt' },
    },
    files: { 'limit.txt': base },
  })
  await world.handOver('b', { 'limit.txt': words('start', 'limit 10 for b', 'end') })
  await world.handOver('c', { 'limit.txt': words('start', 'limit 20 for c', 'end') })
  await world.handOver('d', { 'd.txt': 'd\n' })
  await world.merge()
  return world
}

/** Publishes, and makes sure that nothing but the branches of tasks has come of it. */
async function publishRefused(world: World, call: Call = {}): Promise<string> {
  const { problems, report } = await world.publish(call)
  const remote = world.listRemote()
  const branches = Object.keys(remote).filter(name => name.startsWith('tasks/'))

  expect(branches).toEqual(['tasks/b', 'tasks/c', 'tasks/d'])
  expect(remote.integration).toBeUndefined()
  expect(remote['refs/heads/main']).toBe(world.base)
  expect(world.api.pulls).toEqual([])
  expect(report.integration).toMatchObject({ branch: null, commit: null })
  expect(report.status).toBe('failed')
  expect(problems).toHaveLength(1)
  return problems[0] as string
}

/** Puts a text in place of what the agent resolved, under the right name. */
function replaceResolution(world: World, text: string | Buffer, choices: readonly string[] = []): void {
  const id = hashObject(openTestRepository(world.remote.folder), 'blob', text)
  world.forgeMerge(merge => ({
    ...merge,
    resolutions: merge.resolutions.map(resolution => ({
      ...resolution,
      result: { ...resolution.result, id },
      choices: [...choices],
    })),
  }))
  writeFileSync(join(world.mergeFolder(), 'files', id), text)
}

/** Made once: each test has its own copy. */
const merged = makeConflict()
const copyConflict = async () => (await merged).copy()

describe('what an agent resolved', () => {
  test('travels as data, and is the same merge', async () => {
    const world = await copyConflict()
    const merge = world.readMerge()
    const { problems, report } = await world.publish()

    expect(merge.resolutions).toMatchObject([{ path: 'limit.txt', by: 'agent' }])
    expect(readdirSync(join(world.mergeFolder(), 'files'))).toEqual([merge.resolutions[0]?.result.id])
    expect(problems).toEqual([])
    expect(report).toMatchObject({
      status: 'landed',
      integration: { commit: merge.commit, tests: 'passed', conflicts: [{ task: 'c', resolution: 'agent' }] },
    })
    expect(world.remote.show(merge.commit, 'limit.txt')).toBe('start\nlimit 10 for b\nlimit 20 for c\nend')
    expect(world.remote.git('cat-file', '-p', `${world.listRemote().resolutions}:index.json`)).toContain(
      'limit.txt',
    )
  })

  test('may drop what it names, where both sides have changed the same place', async () => {
    const choice = JSON.stringify({
      path: 'limit.txt',
      sentence: 'The higher limit counts.',
      dropped: ['limit 10 for b'],
    })
    const world = await makeConflict(
      words('start', 'limit 20 for c', '# for b', 'end'),
      `printf '%s\\n' '${choice}' > "$(dirname "$PARALLEL_AGENTS_REPORT_FILE")/choices.jsonl"`,
    )
    const { problems, report } = await world.publish()

    expect(world.readMerge().resolutions[0]?.choices).toEqual(['The higher limit counts.'])
    expect(problems).toEqual([])
    expect(report.integration.conflicts[0]?.choices).toEqual(['The higher limit counts.'])
  })

  test('is refused when it drops something', async () => {
    const world = await copyConflict()
    replaceResolution(world, words('start', 'limit 10 for b', 'end'))

    expect(await publishRefused(world)).toMatch(
      /the resolution of "limit\.txt" \(agent\) is refused: this line was dropped/,
    )
  })

  test('is refused when it drops something that is not contested, whatever it chooses', async () => {
    const world = await copyConflict()
    replaceResolution(world, words('limit 10 for b', 'limit 20 for c', 'end'), ['No start.'])

    expect(await publishRefused(world)).toMatch(/is refused: .*`start`/)
  })

  test('is refused with conflict markers, and when it is not text', async () => {
    for (const [text, why] of [
      [
        words('start', '<<<<<<< b', 'limit 10 for b', 'limit 20 for c', 'end'),
        'a conflict marker is left in line 2',
      ],
      [Buffer.from([0xff, 0xfe]), 'it is not UTF-8 text'],
    ] as const) {
      const world = await copyConflict()
      replaceResolution(world, text)
      expect(await publishRefused(world)).toContain(why)
    }
  })

  test('is refused when it passes the proof and is not what was tested', async () => {
    const world = await copyConflict()
    replaceResolution(world, words('start', 'limit 20 for c', 'limit 10 for b', 'end'))

    expect(await publishRefused(world)).toMatch(/wrong tree: it says that \w+ was tested/)
  })
})

describe('a merge that was tampered with is refused, with its name:', () => {
  const forgeries: [string, (world: World) => void, RegExp][] = [
    ['another tree', world => world.forgeMerge(merge => ({ ...merge, tree: 'a'.repeat(40) })), /wrong tree/],
    [
      'another commit',
      world => world.forgeMerge(merge => ({ ...merge, commit: 'a'.repeat(40) })),
      /wrong commit/,
    ],
    [
      'another order',
      world => world.forgeMerge(merge => ({ ...merge, landed: merge.landed.toReversed() })),
      /wrong branches/,
    ],
    [
      'a branch at another commit',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          landed: merge.landed.map(branch => ({ ...branch, commit: merge.base })),
        })),
      /wrong branches/,
    ],
    [
      'a branch less',
      world => world.forgeMerge(merge => ({ ...merge, landed: merge.landed.slice(0, 2) })),
      /wrong branches/,
    ],
    [
      'a task that no lane has',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          landed: [...merge.landed, { task: 'evil', commit: merge.base }],
        })),
      /unknown task: the plan has no evil/,
    ],
    [
      'a task twice',
      world => world.forgeMerge(merge => ({ ...merge, left: [{ task: 'b', landing: 'held', reason: '' }] })),
      /it names b twice/,
    ],
    [
      'a task evicted that landed elsewhere',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          landed: merge.landed.filter(({ task }) => task !== 'd'),
          left: [{ task: 'd', landing: 'evicted', reason: 'I do not like it' }],
        })),
      /wrong tree/,
    ],
    ['another base', world => world.forgeMerge(merge => ({ ...merge, base: 'b'.repeat(40) })), /wrong base/],
    ['another plan', world => world.forgeMerge(merge => ({ ...merge, plan: 'b'.repeat(40) })), /wrong plan/],
    [
      'another run',
      world => world.forgeMerge(merge => ({ ...merge, run: '20261120-101500-ffff' })),
      /wrong run/,
    ],
    ['another attempt', world => world.forgeMerge(merge => ({ ...merge, attempt: 2 })), /wrong attempt/],
    [
      'no test',
      world => world.forgeMerge(merge => ({ ...merge, tests: { ...merge.tests, verdict: 'none' } })),
      /it was not tested/,
    ],
    [
      'a failed test',
      world => world.forgeMerge(merge => ({ ...merge, tests: { ...merge.tests, verdict: 'failed' } })),
      /it was not tested/,
    ],
    [
      'problem and a result',
      world => world.forgeMerge(merge => ({ ...merge, problem: 'x' })),
      /it names a problem/,
    ],
    [
      'a resolution of a path that does not conflict',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          resolutions: merge.resolutions.flatMap(resolution => [
            resolution,
            { ...resolution, path: 'd.txt' },
          ]),
        })),
      /a resolution of "d\.txt", which has no such conflict/,
    ],
    [
      'a resolution of other versions',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          resolutions: merge.resolutions.flatMap(resolution => [
            resolution,
            { ...resolution, ours: 'c'.repeat(40) },
          ]),
        })),
      /has no such conflict/,
    ],
    [
      'a resolution twice',
      world =>
        world.forgeMerge(merge => ({ ...merge, resolutions: [...merge.resolutions, ...merge.resolutions] })),
      /has no such conflict/,
    ],
    [
      'a resolution by a command that the plan does not have',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          resolutions: merge.resolutions.map(resolution => ({ ...resolution, by: 'command' })),
        })),
      /has no such conflict/,
    ],
    [
      'a resolution less',
      world => world.forgeMerge(merge => ({ ...merge, resolutions: [] })),
      /wrong branches/,
    ],
    [
      'a program for a text',
      world =>
        world.forgeMerge(merge => ({
          ...merge,
          resolutions: merge.resolutions.map(resolution => ({
            ...resolution,
            result: { ...resolution.result, mode: '100755' },
          })),
        })),
      /its file mode is 100755 instead of 100644/,
    ],
    ['a file less', world => rmSync(join(world.mergeFolder(), 'files'), { recursive: true }), /is missing/],
    [
      'a file with other content',
      world => {
        const [name = ''] = readdirSync(join(world.mergeFolder(), 'files'))
        appendFileSync(join(world.mergeFolder(), 'files', name), 'x')
      },
      /does not match its name/,
    ],
    [
      'a file that is a link',
      world => {
        const [name = ''] = readdirSync(join(world.mergeFolder(), 'files'))
        const path = join(world.mergeFolder(), 'files', name)
        rmSync(path)
        symlinkSync('/etc/passwd', path)
      },
      /is a symlink/,
    ],
    [
      'a file that is huge',
      world => {
        const [name = ''] = readdirSync(join(world.mergeFolder(), 'files'))
        writeFileSync(join(world.mergeFolder(), 'files', name), Buffer.alloc(21 * 2 ** 20))
      },
      /is too large/,
    ],
    [
      'unknown keys',
      world => rewrite(world, text => text.replace('{', '{"hooks": "x",')),
      /Unrecognized key/,
    ],
    [
      'a key twice',
      world => rewrite(world, text => text.replace('{', '{\n  "version": 1,')),
      /not the canonical form/,
    ],
    [
      'a path that leads out',
      world =>
        rewrite(world, text => text.replace('"landed": [', '"landed": [{"task": "../x", "commit": "a"}, ')),
      /it is wrong: landed/,
    ],
    [
      'too much text',
      world => rewrite(world, text => text + ' '.repeat(9 * 2 ** 20)),
      /merge\.json is too large/,
    ],
    [
      'what another process has signed',
      world => world.signMerge('something else'),
      /not signed by the process that merged and tested/,
    ],
    [
      'what another job has left',
      world => world.attributeMerge('job of an agent'),
      /not from the job that began to merge/,
    ],
    ['no JSON', world => rewrite(world, () => 'nothing'), /it is not JSON in UTF-8/],
    ['nothing in it', world => rmSync(join(world.mergeFolder(), 'merge.json')), /merge\.json is missing/],
    [
      'a folder for a file',
      world => {
        rmSync(join(world.mergeFolder(), 'merge.json'))
        mkdirSync(join(world.mergeFolder(), 'merge.json'))
      },
      /is not a plain file/,
    ],
  ]

  test.each(forgeries)('%s', async (_, forge, reason) => {
    const world = await copyConflict()
    forge(world)
    expect(await publishRefused(world)).toMatch(reason)
  })
})

function rewrite(world: World, change: (text: string) => string): void {
  world.writeMerge(change(readFileSync(join(world.mergeFolder(), 'merge.json'), 'utf8')))
}

describe('a file that a command makes', () => {
  async function makeGenerated(): Promise<World> {
    const world = await World.make({
      tasks: {
        b: { files: ['b.json', 'all.json'] },
        c: { files: ['c.json', 'all.json'] },
        d: { files: ['d.txt'] },
      },
      plan: {
        integration: {
          generated: {
            'all.json': `node -e "require('fs').writeFileSync('all.json', JSON.stringify(require('fs').readdirSync('.').filter(n => n.length === 6)))"`,
          },
        },
      },
      files: { 'all.json': '[]' },
    })
    await world.handOver('b', { 'b.json': '1', 'all.json': '["b.json"]' })
    await world.handOver('c', { 'c.json': '1', 'all.json': '["c.json"]' })
    await world.handOver('d', { 'd.txt': 'd\n' })
    await world.merge()
    return world
  }

  test('travels as data, and is not made again', async () => {
    const world = await makeGenerated()
    const { problems, report } = await world.publish()

    expect(world.readMerge().resolutions).toMatchObject([{ path: 'all.json', by: 'command' }])
    expect(problems).toEqual([])
    expect(world.remote.show(report.integration.commit as string, 'all.json')).toBe('["b.json","c.json"]')
    expect(report.integration.conflicts).toMatchObject([{ path: 'all.json', resolution: 'rule:generated' }])
  })

  test('is refused when it is broken', async () => {
    const world = await makeGenerated()
    replaceResolution(world, '["b.json"')
    expect(await publishRefused(world)).toContain('it has a syntax error')
  })
})

describe('an unverified merge', () => {
  test('is refused, whoever uploaded it under that name', async () => {
    const world = await copyConflict()

    expect(await publishRefused(world, { merged: undefined })).toContain(
      `write: merged: \${{ needs.merge.outputs.merged || needs.merge.result }}`,
    )
    expect(await publishRefused(world, { merged: 'a'.repeat(64) })).toContain(
      'merge.json is refused: it is not the file that the merge job wrote',
    )
  })
})

describe('artifacts of tasks that the plan does not have', () => {
  test('are not downloaded, however many a job left', async () => {
    const world = await World.make({ tasks: { b: { files: ['b.txt'] } } })
    await world.handOver('b', { 'b.txt': 'b\n' })
    await world.merge()
    const downloaded: string[] = []
    const { artifacts } = world
    const download = artifacts.download.bind(artifacts)
    artifacts.download = (name, folder) => {
      downloaded.push(name)
      return download(name, folder)
    }
    for (let number = 0; number < 20; number++)
      mkdirSync(join(artifacts.folder, toArtifactName({ run, attempt: 1, task: `junk-${number}` })))
    const { report } = await world.publish()

    expect(report.status).toBe('landed')
    expect(downloaded.filter(name => name.includes('junk'))).toEqual([])
  })
})
