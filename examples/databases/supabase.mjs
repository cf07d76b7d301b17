// A preview branch of a Supabase project for each checkout. In the plan:
//   checkout:
//     database: { create: node scripts/supabase.mjs create, drop: node scripts/supabase.mjs drop }
// Needs SUPABASE_ACCESS_TOKEN and SUPABASE_PROJECT_REF. A branch has the project's migrations and seed, and none of its data.
import { setTimeout as sleep } from 'node:timers/promises'

const {
  SUPABASE_API_URL = 'https://api.supabase.com/v1',
  SUPABASE_ACCESS_TOKEN,
  SUPABASE_PROJECT_REF,
  PARALLEL_AGENTS_DATABASE: name,
} = process.env
const branches = `/projects/${SUPABASE_PROJECT_REF}/branches`
const pauseMilliseconds = 2000
const mostPauses = 300

async function call(method, path, body) {
  const response = await fetch(`${SUPABASE_API_URL}${path}`, {
    method,
    headers: { Authorization: `Bearer ${SUPABASE_ACCESS_TOKEN}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (response.status === 404 && method === 'DELETE') return undefined
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

const tryFind = async () => (await call('GET', branches)).find(branch => branch.name === name)

/** A run that was killed may have made it already. */
async function create() {
  const { id } = (await tryFind()) ?? (await call('POST', branches, { branch_name: name }))
  const { db_host, db_port, db_user, db_pass } = await untilHealthy(id)
  const [user, password] = [db_user, db_pass].map(encodeURIComponent)
  console.log(`postgresql://${user}:${password}@${db_host}:${db_port}/postgres`)
}

async function untilHealthy(id) {
  for (let count = 0; count < mostPauses; count++) {
    const details = await call('GET', `/branches/${id}`)
    if (details.status === 'ACTIVE_HEALTHY') return details
    await sleep(pauseMilliseconds)
  }
  throw new Error(`the branch ${name} is not ready`)
}

async function drop() {
  const branch = await tryFind()
  if (branch !== undefined) await call('DELETE', `/branches/${branch.id}`)
}

await (process.argv[2] === 'drop' ? drop() : create())
