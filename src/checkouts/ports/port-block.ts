import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PortSettings } from '../../model/checkout/settings.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { listClaimed, machineFolder, type Release, tryClaim } from '../claims/claims.ts'

/** Consecutive ports reserved for one checkout. */
export interface PortBlock {
  readonly first: number
  readonly release: Release
}

const highestPort = 65_535
const mostMilliseconds = 30

/** Takes the first block that no checkout of this machine has and on which nothing listens. */
export async function takePorts(
  { from, count }: PortSettings,
  folder: string = machineFolder,
): Promise<PortBlock> {
  const claimed = await listClaimed(folder)
  for (let first = from; first + count - 1 <= highestPort; first += count) {
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const names = ports.map(port => `port-${port}`)
    if (names.some(name => claimed.has(name))) continue
    const release = await tryClaim(folder, names)
    if (release === undefined) {
      // Others that gave up at the same moment must not try the next block at the same moment, too.
      await sleep(Math.random() * mostMilliseconds)
      continue
    }
    if (await areFree(ports)) return { first, release }
    release()
  }
  throw new RefusedError(
    `there are no ${count} free ports from ${from} up: lower \`checkout.ports.from\`, or stop the programs listening there`,
  )
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) {
    for (const host of ['127.0.0.1', undefined]) if (!(await canListen(port, host))) return false
  }
  return true
}

/** @param host Undefined: all addresses of the machine. */
function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer()
  return new Promise(resolve => {
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The variables that pass the ports to everything in the checkout. */
export function toPortVariables(first: number, count: number): Record<string, string> {
  const more = Array.from({ length: count - 1 }, (_, index) => [
    `PARALLEL_AGENTS_PORT_${index + 1}`,
    String(first + index + 1),
  ])
  return { PORT: String(first), PARALLEL_AGENTS_PORT: String(first), ...Object.fromEntries(more) }
}
