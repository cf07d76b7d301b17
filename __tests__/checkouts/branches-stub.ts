import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the stub of a service with database branches was asked, and what it has. */
export interface BranchesStub {
  readonly address: string
  /** The branches that there are now. */
  readonly branches: ReadonlySet<string>
  /** All that there ever were, in the order in which they were made. */
  readonly made: readonly string[]
  close(): void
}

interface Answer {
  readonly status: number
  readonly body?: unknown
}

interface Request {
  readonly method: string
  readonly url: URL
  readonly body: Record<string, unknown>
  readonly branches: Set<string>
}

/** One of the services: which requests it knows. Undefined: none like this. */
export type BranchesApi = (request: Request) => Answer | undefined

/** Starts a service that only takes requests with this authorization, and refuses a second branch of a name. */
export async function startBranchesStub(api: BranchesApi, authorization: string): Promise<BranchesStub> {
  const branches = new Set<string>()
  const made: string[] = []
  const server = createServer(async (request, response) => {
    const before = new Set(branches)
    const url = new URL(request.url ?? '', 'http://localhost')
    const isKnown = request.headers.authorization === authorization
    const asked = { method: request.method ?? '', url, body: await readBody(request), branches }
    const { status, body } = isKnown ? (api(asked) ?? { status: 404 }) : { status: 401 }
    made.push(...[...branches].filter(name => !before.has(name)))
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, branches, made, close: () => server.close() }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

function add(branches: Set<string>, name: string): boolean {
  const isNew = !branches.has(name)
  branches.add(name)
  return isNew
}

/** https://api-docs.neon.tech */
export const neon: BranchesApi = ({ method, url, body, branches }) => {
  const place = `${method} ${url.pathname}`
  if (place === 'GET /projects/p1/branches') {
    const found = [...branches].filter(name => name.includes(url.searchParams.get('search') ?? ''))
    return { status: 200, body: { branches: found.map(name => ({ id: `br-${name}`, name })) } }
  }
  if (place === 'POST /projects/p1/branches') {
    const { name } = body.branch as { name: string }
    const isRight = Array.isArray(body.endpoints) && add(branches, name)
    return isRight ? { status: 201, body: { branch: { id: `br-${name}`, name } } } : { status: 409 }
  }
  if (place === 'GET /projects/p1/connection_uri') {
    const id = url.searchParams.get('branch_id') ?? ''
    const isThere = branches.has(id.slice(3)) && url.searchParams.has('role_name')
    return isThere ? { status: 200, body: { uri: `postgresql://o:s@${id}.neon.example/neondb` } } : undefined
  }
  const id = /^DELETE \/projects\/p1\/branches\/br-(.+)$/.exec(place)?.[1]
  return id !== undefined && branches.delete(id) ? { status: 200, body: {} } : undefined
}

/** https://planetscale.com/docs/api */
export const planetscale: BranchesApi = ({ method, url, body, branches }) => {
  const [name = '', more] =
    url.pathname.split('/organizations/o1/databases/d1/branches/')[1]?.split('/') ?? []
  if (method === 'POST' && url.pathname.endsWith('/branches')) {
    const wanted = String(body.name)
    const isRight = /^[a-z0-9-]+$/.test(wanted) && body.parent_branch === 'main' && add(branches, wanted)
    return isRight ? { status: 201, body: { name: wanted, ready: false } } : { status: 422 }
  }
  if (!branches.has(name)) return undefined
  if (method === 'POST' && more === 'passwords')
    return {
      status: 201,
      body: { username: 'u', plain_text: 'pscale_pw/1', access_host_url: `${name}.psdb.example` },
    }
  if (method === 'DELETE') {
    branches.delete(name)
    return { status: 204 }
  }
  return method === 'GET' ? { status: 200, body: { name, ready: true } } : undefined
}

/** https://supabase.com/docs/reference/api */
export const supabase: BranchesApi = ({ method, url, body, branches }) => {
  const id = /^\/branches\/(.+)$/.exec(url.pathname)?.[1] ?? ''
  const isList = url.pathname === '/projects/r1/branches'
  if (method === 'GET' && isList)
    return { status: 200, body: [...branches].map(name => ({ id: name, name, project_ref: 'b1' })) }
  if (method === 'POST' && isList) {
    const name = String(body.branch_name)
    return add(branches, name) ? { status: 201, body: { id: name, name } } : { status: 422 }
  }
  if (!branches.has(id)) return undefined
  if (method === 'DELETE') branches.delete(id)
  const details = { db_host: `${id}.supabase.example`, db_port: 5432, db_user: 'postgres', db_pass: 'p@ss' }
  return { status: 200, body: { ref: id, status: 'ACTIVE_HEALTHY', ...details } }
}
