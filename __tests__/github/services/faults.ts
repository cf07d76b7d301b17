import { type Responder, sendJson } from './http.ts'

interface Fault {
  readonly path: RegExp
  readonly status: number
  times: number
}

/** Answers that go wrong on purpose: for git, the REST API, artifacts and their blobs. */
export class Faults {
  private readonly faults: Fault[] = []

  /** The next so many requests whose path (with its query) matches are answered with a status. */
  add(path: RegExp, status: number, times: number): void {
    this.faults.push({ path, status, times })
  }

  readonly respond: Responder = async (request, response) => {
    const fault = this.faults.find(({ path, times }) => times > 0 && path.test(request.url ?? ''))
    if (fault === undefined) return false
    fault.times -= 1
    request.resume()
    sendJson(response, fault.status, { message: 'a fault on purpose', msg: 'a fault on purpose' })
    return true
  }
}
