import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Begins an answer like that of a service. False if node does not write such a head, for example with status 99: then the answer is an
 * error.
 */
export function tryWriteHead(answer: ServerResponse, response: IncomingMessage): boolean {
  try {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    return true
  } catch (error) {
    response.destroy()
    answer.writeHead(502).end(`${(error as Error).message}\n`)
    return false
  }
}
