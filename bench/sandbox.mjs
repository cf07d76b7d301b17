// What the sandbox costs: the start of a command, and a script that is busy with files, against the same without a sandbox.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { importBuilt, median, withRepository } from './support.mjs'

const startRounds = 15
const busyRounds = 5
const busy =
  'i=0; while [ $i -lt 150 ]; do echo $i > f$i; cat f$i > g$i; git hash-object f$i >/dev/null; i=$((i + 1)); done; rm -f f* g*'

export async function measureSandbox() {
  const { openSandbox } = await importBuilt('sandbox/sandbox.js')
  const { enclose } = await importBuilt('run/sandboxing/enclose.js')
  const { DeniedHosts } = await importBuilt('run/sandboxing/denied-hosts.js')
  const { findPrograms } = await importBuilt('files/programs.js')
  findPrograms(process.env.PATH, process.cwd())
  const sandbox = await openSandbox('auto', () => undefined)
  if (sandbox.kind !== 'bubblewrap') return []
  return withRepository({ 'a.txt': 'a\n' }, async folder => {
    const run = { ...(await toRun(folder)), sandbox, deniedHosts: new DeniedHosts(() => {}) }
    const directory = join(run.paths.worktrees, 'a')
    mkdirSync(directory, { recursive: true })
    const timed = async (script, kind) => {
      const startedAt = performance.now()
      const request = { directory, command: ['/bin/sh', '-c', script], env: process.env, log: '/dev/null' }
      const enclosed = await enclose(kind === 'none' ? { ...run, sandbox: { kind } } : run, request)
      const [program, ...args] = enclosed.command
      const { status } = spawnSync(program, args, { cwd: directory, env: enclosed.env, stdio: 'ignore' })
      if (status !== 0) throw new Error(`the command ended with ${status}`)
      const time = performance.now() - startedAt
      await enclosed.end()
      return time
    }
    const [bare, enclosed] = await compare(timed, ':', { rounds: startRounds, of: shortest })
    const [plain, inside] = await compare(timed, busy, { rounds: busyRounds, of: median })
    return [
      {
        what: 'start of a command',
        value: enclosed - bare,
        ...{ unit: ' ms', limit: 60 },
        detail: `${enclosed.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
      },
      {
        what: 'a script that is busy with files / the same without a sandbox',
        value: (inside - (enclosed - bare)) / plain,
        limit: 1.05,
        detail: `${inside.toFixed(0)} ms against ${plain.toFixed(0)} ms`,
      },
    ]
  })
}

/** In turn, so that whatever else the machine does meets both. */
async function compare(timed, script, { rounds, of }) {
  const times = { none: [], bubblewrap: [] }
  for (let round = 0; round < rounds; round++)
    for (const kind of ['none', 'bubblewrap']) times[kind].push(await timed(script, kind))
  return [of(times.none), of(times.bubblewrap)]
}

/** Whatever else the machine does only adds to so short a time. */
function shortest(times) {
  return Math.min(...times)
}

/** A run of an empty plan, as far as the sandbox asks for it. */
async function toRun(folder) {
  const { openRepository } = await importBuilt('git/repository/open-repository.js')
  const { findRunPaths } = await importBuilt('run/run-paths.js')
  const repository = await openRepository(folder, process.env)
  return {
    repository,
    announceSandbox: () => {},
    plan: { env: {}, limits: {}, homeFiles: [], services: {}, checkout: { link: [], databases: [] } },
    paths: findRunPaths(repository, '20260101-000000-abcd'),
  }
}
