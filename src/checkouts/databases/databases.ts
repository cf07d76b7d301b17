import { readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { ServerDatabase } from '../../model/checkout/settings.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toStateFolder } from '../../run/run-paths.ts'
import { listStaleRecords, removeRecord, writeRecord } from './records.ts'
import { awaitLeftCreation, createDatabase, dropDatabase } from './server-database.ts'

const folderName = 'databases'

/** The databases of one checkout on servers. */
export class CheckoutDatabases {
  private readonly context: RunContext
  private readonly id: string
  private readonly made: {
    readonly record: string
    readonly name: string
    readonly settings: ServerDatabase
  }[] = []

  /** @param id The checkout. */
  constructor(context: RunContext, id: string) {
    this.context = context
    this.id = id
  }

  /** Creates all of them and replaces earlier ones. Returns their addresses by variable. */
  async create(): Promise<Map<string, string>> {
    const { plan, repository } = this.context
    const addresses = new Map<string, string>()
    const wanted = plan.checkout.databases.filter(settings => settings.kind !== 'sqlite')
    for (const [index, settings] of wanted.entries()) {
      const name = `pa_${this.id.replaceAll('-', '_')}${index === 0 ? '' : `_${index + 1}`}`
      try {
        await this.record(name, settings)
        addresses.set(settings.variable, await createDatabase(settings, name, repository))
      } catch (cause) {
        throw new Error(`no database for ${this.id}: ${(cause as Error).message}`, { cause })
      }
    }
    return addresses
  }

  /** Not if the server cannot be reached: what was never created would be reported as left for ever. */
  private async record(name: string, settings: ServerDatabase): Promise<void> {
    const { paths, repository } = this.context
    const isNew = !this.made.some(other => other.name === name)
    if (isNew && settings.kind !== 'commands') await dropDatabase(settings, name, repository)
    const record = await writeRecord(join(paths.state, folderName), name, settings)
    if (isNew) this.made.push({ record, name, settings })
  }

  /** Databases that cannot be dropped stay recorded, for `clean` and the next run. */
  async drop(): Promise<void> {
    const { repository, emit } = this.context
    for (const { record, name, settings } of this.made.splice(0)) {
      try {
        await dropDatabase(settings, name, repository)
        removeRecord(record)
      } catch (error) {
        emit({ kind: 'notice', text: toLeftText(name, { record, error: error as Error }) })
      }
    }
    removeEmpty(join(this.context.paths.state, folderName))
  }
}

/** Drops databases that dead processes of a repository left. Returns those that could not be dropped, with the reason. */
export async function dropLeftDatabases(repository: Repository): Promise<string[]> {
  const state = toStateFolder(repository)
  const problems: string[] = []
  for (const run of tryList(state)) {
    const folder = join(state, run, folderName)
    for (const { path, name, settings } of await listStaleRecords(folder)) {
      try {
        await awaitLeftCreation(name)
        await dropDatabase(settings, name, repository)
        removeRecord(path)
      } catch (error) {
        problems.push(toLeftText(name, { record: path, error: error as Error }))
      }
    }
    removeEmpty(folder)
  }
  return problems
}

function toLeftText(
  name: string,
  { record, error }: { readonly record: string; readonly error: Error },
): string {
  return `the database ${name} could not be dropped; the next run or "parallel-agents clean" tries again (until ${record} is deleted): ${error.message}`
}

function tryList(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no run yet
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // missing, or part of it is still needed
  }
}
