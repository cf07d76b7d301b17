import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { listClaimed, tryClaim } from '../../src/checkouts/claims/claims.ts'
import { takePorts } from '../../src/checkouts/ports/port-block.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** Far from what other tests and programs use. */
const from = 21_000

describe('a claim', () => {
  test('is held by one process at a time, and can be taken after release', async () => {
    const folder = makeFolder('claims')
    const release = await tryClaim(folder, ['a', 'b'])

    expect(await tryClaim(folder, ['b', 'c'])).toBeUndefined()
    expect(await listClaimed(folder)).toEqual(new Set(['a', 'b']))
    release?.()
    expect(await tryClaim(folder, ['b', 'c'])).toBeDefined()
  })

  test('of an ended process, or of a reused process id, is void', async () => {
    const folder = makeFolder('claims')
    const pid = Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }))
    writeFileSync(join(folder, 'a~1'), JSON.stringify({ pid, started: 'boot/1' }))
    writeFileSync(join(folder, 'a~2'), JSON.stringify({ pid: process.pid, started: 'boot/2' }))
    writeFileSync(join(folder, 'a~3'), '{"pid":')

    expect(await tryClaim(folder, ['a'])).toBeDefined()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('can be read by other users, whatever the umask of its user', async () => {
    const folder = makeFolder('claims')
    chmodSync(folder, 0o755)
    const umask = process.umask(0o077)
    await tryClaim(folder, ['a']).finally(() => process.umask(umask))
    const [file = ''] = readdirSync(folder)

    expect(statSync(folder).mode & 0o7777).toBe(0o1777)
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o644)
  })
})

describe('a block of ports', () => {
  test('is different for each of many simultaneous requests', async () => {
    const folder = makeFolder('claims')
    const settings = { from, count: 3 }
    const blocks = await Promise.all(Array.from({ length: 8 }, () => takePorts(settings, folder)))
    const firsts = blocks.map(({ first }) => first)

    expect(new Set(firsts).size).toBe(8)
    expect(firsts.every(first => (first - from) % 3 === 0)).toBe(true)
  })

  test('has no port that another program listens on, on any address', async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(from + 1, '127.0.0.1', resolve))
    const { first } = await takePorts({ from, count: 2 }, makeFolder('claims'))
    server.close()

    expect(first).toBeGreaterThan(from + 1)
  })

  test('is refused with a remedy when there is none', async () => {
    await expect(takePorts({ from: 65_530, count: 10 }, makeFolder('claims'))).rejects.toThrow(
      'lower `checkout.ports.from`',
    )
  })
})

describe('the variables of a checkout', () => {
  const show =
    'echo $PORT $PARALLEL_AGENTS_PORT_1 $API_URL $COMPOSE_PROJECT_NAME $TMPDIR > $PARALLEL_AGENTS_TASK.txt; touch $TMPDIR/x'

  test('differ between tasks and the tree under test, and reach set-up, agent and tests', async () => {
    const repository = makeRepository()
    const checkout = { ports: { from, count: 2 }, env: { API_URL: 'http://localhost:{port.1}/{checkout}' } }
    const setup = 'echo $PORT > setup.log; touch .gitignore'
    const isSame = '[ "$(cat setup.log)" = "$PORT" ] && [ ! -e $TMPDIR/y ]'
    // Both run until the other one has started, so that neither gets what the other has let go.
    const meet = (other: string) => `until [ -e ../${other}-*/setup.log ]; do sleep 0.05; done; ${show}`
    writePlan(
      repository,
      {
        a: { script: meet('b'), setup, test: isSame },
        b: { script: meet('a'), setup, test: isSame },
      },
      { checkout, integration: { test: 'echo $PORT $API_URL > ../seen; [ -d $TMPDIR ]' } },
    )
    const { tasks, integration } = await runToReport(repository)
    const [a, b] = ['a', 'b'].map(id =>
      repository.show(tasks[id]?.branch as string, `${id}.txt`).split(' '),
    ) as [string[], string[]]

    expect(integration.tests).toBe('passed')
    expect(Number(a[1])).toBe(Number(a[0]) + 1)
    expect(a[2]).toBe(`http://localhost:${a[1]}/${a[3]}`)
    expect(a.filter((word, index) => word === b[index])).toEqual([])
  })

  test('are refused with the plan if there are not so many ports', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'true' } }, { checkout: { ports: { from: 65_535, count: 2 } } })

    await expect(runToReport(repository)).rejects.toThrow(/the last one is 65535/)
  })

  test('are refused with the plan if a placeholder has no value', async () => {
    const repository = makeRepository()
    const checkout = { ports: { count: 2 }, env: { A: '{port.2}', B: '{post}' } }
    writePlan(repository, { a: { script: 'true' } }, { checkout })

    await expect(runToReport(repository)).rejects.toThrow(
      /beyond the 2 ports of a checkout[\s\S]*`\{post\}` is not a placeholder/,
    )
  })
})
