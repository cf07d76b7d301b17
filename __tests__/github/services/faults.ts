import type { ServerResponse } from 'node:http'
import { type Responder, sendJson } from './http.ts'

interface Fault {
  readonly path: RegExp
  readonly status: number
  /** Whether what was asked for happens, and only the answer goes wrong. */
  readonly isLate: boolean
  times: number
}

/** Answers that go wrong on purpose: for git, the REST API, artifacts and their blobs. */
export class Faults {
  private readonly faults: Fault[] = []

  /** The next so many requests whose path (with its query) matches are answered with a status. */
  add(path: RegExp, status: number, times: number): void {
    this.faults.push({ path, status, times, isLate: false })
  }

  /** The same, after everything that was asked for has happened. */
  addLate(path: RegExp, status: number, times: number): void {
    this.faults.push({ path, status, times, isLate: true })
  }

  /** From now on everything goes right. */
  clear(): void {
    this.faults.length = 0
  }

  readonly respond: Responder = async (request, response) => {
    const fault = this.faults.find(({ path, times }) => times > 0 && path.test(request.url ?? ''))
    if (fault === undefined) return false
    fault.times -= 1
    if (fault.isLate) {
      spoil(response, fault.status)
      return false
    }
    request.resume()
    sendJson(response, fault.status, { message: 'a fault on purpose', msg: 'a fault on purpose' })
    return true
  }
}

/** Whatever is answered becomes an error. */
function spoil(response: ServerResponse, status: number): void {
  const { end, writeHead } = response
  response.writeHead = (() =>
    writeHead.call(response, status, { 'content-type': 'application/json' })) as typeof writeHead
  response.end = (() =>
    end.call(response, JSON.stringify({ message: 'a fault on purpose' }), 'utf8')) as typeof end
}
