import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { tryOpenJobWatch } from '../../src/action/github/github-job-watch.ts'
import type { JobWatch } from '../../src/jobs/lane/job-watch.ts'
import { TransportError } from '../../src/jobs/transport/transport.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function watchServer(listener: RequestListener): Promise<JobWatch> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { GITHUB_REPOSITORY: 'octo/project', GITHUB_RUN_ID: '7', GITHUB_API_URL: url }
  const step = { env, inputs: { githubToken: 'a token' } } as unknown as Parameters<typeof tryOpenJobWatch>[0]
  return (await tryOpenJobWatch(step)) as JobWatch
}

test('an API that never answers does not hold a job', async () => {
  const watch = await watchServer(() => {})

  await expect(watch.readJobs()).rejects.toThrow(TransportError)
}, 60_000)

test('an API whose pages never end does not hold a job', async () => {
  let pages = 0
  const watch = await watchServer((request, response) => {
    pages += 1
    const job = {
      id: pages,
      name: 'x',
      status: 'queued',
      runner_name: null,
      started_at: null,
      completed_at: null,
    }
    const link = `<http://${request.headers.host}${request.url?.replace(/page=\d+$/, '')}page=${pages + 1}>; rel="next"`
    response.writeHead(200, { 'content-type': 'application/json', link })
    response.end(JSON.stringify({ total_count: 1e9, jobs: Array(100).fill(job) }))
  })

  expect((await watch.readJobs()).length).toBeLessThan(10_000)
})

test.each([null, {}, { jobs: null }, { jobs: [null] }, 'a page'])(
  'an API that answers %j is one that cannot be read',
  async answer => {
    const watch = await watchServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })

    await expect(watch.readSpans()).rejects.toThrow(TransportError)
  },
)
