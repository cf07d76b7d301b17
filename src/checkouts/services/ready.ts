import { connect } from 'node:net'

const answerMilliseconds = 2000

/** Whether a service answers at an address: http:// and https:// with a status below 400, tcp:// by taking a connection. */
export function isReady(address: string): Promise<boolean> {
  return address.startsWith('tcp://') ? canConnect(new URL(address)) : canFetch(address)
}

async function canFetch(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(answerMilliseconds) })
    await response.body?.cancel()
    return response.status < 400
  } catch {
    return false // nothing listens there yet
  }
}

function canConnect({ hostname, port }: URL): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port),
      timeout: answerMilliseconds,
    })
    const answer = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => answer(true))
    socket.once('timeout', () => answer(false))
    socket.once('error', () => answer(false))
  })
}
