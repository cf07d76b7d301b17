import type { Transport } from './transport.ts'

/** For jobs that work in one and the same repository: what one of them writes is where the others read. */
export const localTransport: Transport = {
  give: async () => {},
  take: async () => [],
  endLane: async () => {},
  readEndedTasks: async () => new Set(),
}
