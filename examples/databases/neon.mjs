// A branch of a Neon database for each checkout. In the plan:
//   checkout:
//     database: { create: node scripts/neon.mjs create, drop: node scripts/neon.mjs drop }
// Needs NEON_API_KEY and NEON_PROJECT_ID; NEON_ROLE and NEON_DATABASE if they are not neondb_owner and neondb.

const {
  NEON_API_URL = 'https://console.neon.tech/api/v2',
  NEON_API_KEY,
  NEON_PROJECT_ID,
  NEON_ROLE = 'neondb_owner',
  NEON_DATABASE = 'neondb',
  PARALLEL_AGENTS_DATABASE: name,
} = process.env
const branches = `/projects/${NEON_PROJECT_ID}/branches`

async function call(method, path, body) {
  const response = await fetch(`${NEON_API_URL}${path}`, {
    method,
    headers: { Authorization: `Bearer ${NEON_API_KEY}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (response.status === 404 && method === 'DELETE') return undefined
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

async function tryFind() {
  const { branches: found } = await call('GET', `${branches}?search=${encodeURIComponent(name)}`)
  return found.find(branch => branch.name === name)
}

/** A run that was killed may have made it already. */
async function create() {
  const branch =
    (await tryFind()) ??
    (await call('POST', branches, { branch: { name }, endpoints: [{ type: 'read_write' }] })).branch
  const query = new URLSearchParams({
    branch_id: branch.id,
    role_name: NEON_ROLE,
    database_name: NEON_DATABASE,
  })
  const { uri } = await call('GET', `/projects/${NEON_PROJECT_ID}/connection_uri?${query}`)
  console.log(uri)
}

async function drop() {
  const branch = await tryFind()
  if (branch !== undefined) await call('DELETE', `${branches}/${branch.id}`)
}

await (process.argv[2] === 'drop' ? drop() : create())
