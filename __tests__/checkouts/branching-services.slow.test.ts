import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'
import {
  type BranchesApi,
  type BranchesStub,
  neon,
  planetscale,
  startBranchesStub,
  supabase,
} from './branches-stub.ts'

interface Service {
  readonly name: string
  readonly api: BranchesApi
  readonly authorization: string
  readonly env: (address: string) => Record<string, string>
  /** The address of the branch of task `a`. */
  readonly url: RegExp
}

const services: readonly Service[] = [
  {
    name: 'neon',
    api: neon,
    authorization: 'Bearer key-1',
    env: address => ({ NEON_API_URL: address, NEON_API_KEY: 'key-1', NEON_PROJECT_ID: 'p1' }),
    url: /^postgresql:\/\/o:s@br-pa_a_[0-9a-f]{8}\.neon\.example\/neondb$/,
  },
  {
    name: 'planetscale',
    api: planetscale,
    authorization: 'id-1:token-1',
    env: address => ({
      PLANETSCALE_API_URL: address,
      PLANETSCALE_ORG: 'o1',
      PLANETSCALE_DATABASE: 'd1',
      PLANETSCALE_SERVICE_TOKEN_ID: 'id-1',
      PLANETSCALE_SERVICE_TOKEN: 'token-1',
    }),
    url: /^mysql:\/\/u:pscale_pw%2F1@pa-a-[0-9a-f]{8}\.psdb\.example\/d1\?sslaccept=strict$/,
  },
  {
    name: 'supabase',
    api: supabase,
    authorization: 'Bearer token-2',
    env: address => ({
      SUPABASE_API_URL: address,
      SUPABASE_ACCESS_TOKEN: 'token-2',
      SUPABASE_PROJECT_REF: 'r1',
    }),
    url: /^postgresql:\/\/postgres:p%40ss@pa_a_[0-9a-f]{8}\.supabase\.example:5432\/postgres$/,
  },
]

describe.each(services)('the example for $name', ({ name, api, authorization, env, url }) => {
  const script = fileURLToPath(new URL(`../../examples/databases/${name}.mjs`, import.meta.url))
  const database = { create: `node '${script}' create`, drop: `node '${script}' drop` }

  async function withStub(work: (stub: BranchesStub) => Promise<void>): Promise<void> {
    const stub = await startBranchesStub(api, authorization)
    try {
      await work(stub)
    } finally {
      stub.close()
    }
  }

  test('gives each task and each tree under test a branch, and deletes it with the checkout', () =>
    withStub(async stub => {
      const repository = makeRepository()
      const out = makeFolder('out')
      const note = `echo "$DATABASE_URL" > ${out}/$PARALLEL_AGENTS_TASK; touch $PARALLEL_AGENTS_TASK.txt`
      const integration = { test: '[ -n "$DATABASE_URL" ]' }
      writePlan(
        repository,
        { a: { script: note }, b: { script: note } },
        { checkout: { database }, integration },
      )
      const { status } = await runToReport(repository, [], { env: env(stub.address) })

      expect(status).toBe('landed')
      expect(readFileSync(join(out, 'a'), 'utf8').trim()).toMatch(url)
      const owners = new Set(stub.made.map(name => name.split(/[_-]/)[1]))
      owners.delete('base') // tested for as long as there are tasks to do
      expect(owners).toEqual(new Set(['a', 'b', 'integration']))
      expect([...stub.branches]).toEqual([])
    }))

  test('leaves nothing that clean does not delete, when the run is killed', () =>
    withStub(async stub => {
      const repository = makeRepository()
      writePlan(repository, { a: { script: 'sleep 60' } }, { checkout: { database } })
      const run = startCli(repository.folder, ['run'], { env: env(stub.address) })
      const closed = untilClosed(run)
      await until(() => stub.branches.size > 0)
      run.kill('SIGKILL')
      await closed
      const { code } = await runCli(repository.folder, ['clean'], { env: env(stub.address) })

      expect(code).toBe(0)
      expect([...stub.branches]).toEqual([])
    }))
})

test('a database that a killed run is still making is dropped', async () => {
  const repository = makeRepository()
  const branches = makeFolder('branches')
  const database = {
    create: `touch '${branches}/started'; sleep 3; touch '${branches}/'$PARALLEL_AGENTS_DATABASE`,
    drop: `rm -f '${branches}/'$PARALLEL_AGENTS_DATABASE`,
  }
  writePlan(repository, { a: { script: 'true' } }, { checkout: { database } })
  const run = startCli(repository.folder, ['run'])
  const closed = untilClosed(run)
  await until(() => existsSync(join(branches, 'started')))
  run.kill('SIGKILL')
  await closed
  await runCli(repository.folder, ['clean'])
  await sleep(3500)

  expect(readdirSync(branches)).toEqual(['started'])
})
