import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { isReady } from '../../src/checkouts/services/ready.ts'

test.each(['127.0.0.1', '::1'])('a service that listens on %s alone is found there', async host => {
  const server = createServer(socket => socket.end())
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const isThere = await isReady(`tcp://${host === '::1' ? '[::1]' : host}:${port}`)
  server.close()

  expect(isThere).toBe(true)
})
