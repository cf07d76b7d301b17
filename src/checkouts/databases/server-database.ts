import { setTimeout as sleep } from 'node:timers/promises'
import { endMarkedProcesses, findMarkedProcesses } from '../../agents/process/marked-processes.ts'
import { requireProgram } from '../../files/programs.ts'
import type { ServerDatabase } from '../../model/checkout/settings.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { requireUrl } from './database-url.ts'
import { createMysql, dropMysql } from './mysql.ts'
import { createPostgres, dropPostgres } from './postgres.ts'
import { runCommandLine } from './run-program.ts'

/** Where the commands of a plan run, and their environment. */
export interface UserPlace {
  readonly root: string
  readonly env: Environment
}

/** Tells `create` and `drop` the name of the database. */
const nameVariable = 'PARALLEL_AGENTS_DATABASE'
const longestCreation = 60_000
const pollMilliseconds = 200

/** Creates a copy of a database and replaces one of that name. Returns its address. */
export async function createDatabase(
  settings: ServerDatabase,
  name: string,
  place: UserPlace,
): Promise<string> {
  if (settings.kind === 'postgres')
    return createPostgres(requireUrl(settings.url, place.env), name, place.env)
  if (settings.kind === 'mysql') return createMysql(requireUrl(settings.url, place.env), name, place.env)
  const printed = await run(settings.create, name, place)
  const address = printed.trimEnd().split('\n').at(-1)?.trim() ?? ''
  if (address === '')
    throw new RefusedError('`create` printed no address: its last line on stdout must be one')
  return address
}

/** Removes a complete or incomplete copy. */
export async function dropDatabase(settings: ServerDatabase, name: string, place: UserPlace): Promise<void> {
  if (settings.kind === 'postgres') await dropPostgres(requireUrl(settings.url, place.env), name, place.env)
  else if (settings.kind === 'mysql') await dropMysql(requireUrl(settings.url, place.env), name, place.env)
  else await run(settings.drop, name, place)
}

/** A killed run may have left its `create` at work: what that still makes would stay. */
export async function awaitLeftCreation(name: string): Promise<void> {
  const marks = { [nameVariable]: name }
  const deadline = performance.now() + longestCreation
  while ((await findMarkedProcesses(marks)).length > 0 && performance.now() < deadline)
    await sleep(pollMilliseconds)
  await endMarkedProcesses(marks)
}

function run(script: string, name: string, { root, env }: UserPlace): Promise<string> {
  const variables = { ...env, [nameVariable]: name }
  return runCommandLine([requireProgram('sh'), '-c', script], { directory: root, env: variables })
}
