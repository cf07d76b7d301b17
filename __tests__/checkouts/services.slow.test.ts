import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { identifyProcess } from '../../src/agents/process/table/process-identity.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

/** Answers with the content of a file, as it was when it was started. */
const server = `
const text = require('fs').readFileSync('page.txt', 'utf8')
console.log('listening on ' + process.env.PORT)
require('http').createServer((_, answer) => answer.end(text)).listen(process.env.PORT)
`
const client = `
const url = 'http://localhost:' + process.env.PORT
fetch(url).then(answer => answer.text()).then(text => { process.stdout.write(text); process.exit(text.includes(process.argv[2]) ? 0 : 1) }, () => process.exit(9))
`
const files = { 'server.cjs': server, 'client.cjs': client, 'page.txt': 'old\n' }
const checkout = { ports: { from: 22_000, count: 1 } }
const services = {
  web: { command: 'exec node server.cjs', ready: 'http://localhost:{port}/', timeout: 30 },
}

describe('a service', () => {
  test('runs beside the agent, and with the new code beside the tests of task and result', async () => {
    const repository = makeRepository(files)
    writePlan(
      repository,
      { a: { script: 'node client.cjs old > seen.txt && echo new > page.txt', test: 'node client.cjs new' } },
      { checkout, services, integration: { test: 'node client.cjs new' } },
    )
    const { tasks, integration } = await runToReport(repository)
    const log = readFileSync(join(tasks.a?.log as string, '../a.web.log'), 'utf8')

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(repository.show(tasks.a?.branch as string, 'seen.txt')).toBe('old')
    expect(integration.tests).toBe('passed')
    expect(log.match(/listening on/g)).toHaveLength(2)
  })

  test('that is broken by a task fails its test, with its output, and the agent can fix it', async () => {
    const repository = makeRepository(files)
    const script =
      'if [ $PARALLEL_AGENTS_ATTEMPT = 1 ]; then echo "throw new Error(\'no database\')" > server.cjs; else git checkout -q server.cjs; echo new > page.txt; fi'
    writePlan(repository, { a: { script, test: 'node client.cjs new', retries: 1 } }, { checkout, services })
    const { tasks, stderr } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(stderr).toMatch(/service web ended with exit code 1: .*no database/)
  })

  test('that leaves its process group is restarted before tests, and ends with the checkout', async () => {
    const repository = makeRepository(files)
    const command = 'setsid node server.cjs & echo $! >> $PIDS; sleep 1000'
    writePlan(
      repository,
      { a: { script: 'node client.cjs old && echo new > page.txt', test: 'node client.cjs new' } },
      {
        ...{ checkout, services: { web: { ...services.web, command } }, sandbox: 'none' },
        integration: { test: 'node client.cjs new' },
        env: { PIDS: join(repository.folder, '.git/pids') },
      },
    )
    const { tasks, integration } = await runToReport(repository)
    const pids = repository.read('.git/pids').trim().split('\n').map(Number)
    const left = await Promise.all(pids.map(identifyProcess))

    expect([tasks.a?.outcome, integration.tests]).toEqual(['succeeded', 'passed'])
    expect(left.filter(found => found !== undefined && found.started !== 'ended')).toEqual([])
  })

  test('that does not become ready fails in time, and leaves nothing', async () => {
    const repository = makeRepository(files)
    const never = {
      command: 'sleep 1000 & echo $! > $PIDS; wait',
      ready: 'tcp://localhost:{port}',
      timeout: 1,
    }
    writePlan(
      repository,
      { a: { script: 'echo a > a.txt', test: 'true', retries: 0 } },
      { checkout, services: { never }, env: { PIDS: join(repository.folder, '.git/pid') } },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'failed' })
    expect(tasks.a?.reason).toMatch(/service never was not ready at tcp:\/\/localhost:\d+ within 1 s/)
    const left = await identifyProcess(Number(repository.read('.git/pid')))
    expect([undefined, 'ended']).toContain(left?.started) // a zombie may wait for a reaper
  })
})
