import { dirname, isAbsolute, join } from 'node:path'
import * as z from 'zod'
import { makeOwnFolder } from '../files/own-folder.ts'
import { isFolder, readPlainText, writePlainFile } from '../files/plain-file.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { TaskId } from '../model/plan.ts'
import { requireCheckoutsFolder, toDefaultFolder, toEarlierFolder } from './checkouts-folder.ts'
import type { RunId } from './run-id.ts'

const placeSchema = z.strictObject({
  /** The folder of the run's checkouts. */
  folder: z.string(),
  /** The suffix of each name, so that tests that name resources by their folder do not clash with those of other runs. */
  suffix: z.string(),
})

/** Where the checkouts of a run are, and how they are named. */
export type CheckoutPlace = Readonly<z.output<typeof placeSchema>>

export function toPlaceNote(state: string): string {
  return join(state, 'place')
}

/** The place recorded at the start of a run, or its default. */
export function readPlace(repository: Repository, state: string, run: RunId): CheckoutPlace {
  const earlier = { folder: join(toEarlierFolder(repository), run), suffix: '' }
  const noted = tryReadNote(state) ?? (isFolder(earlier.folder) ? earlier : undefined)
  return noted ?? { folder: join(toDefaultFolder(repository), run), suffix: toSuffix(run) }
}

/** Records of earlier versions are a path. If the repository was moved, a record is void. */
function tryReadNote(state: string): CheckoutPlace | undefined {
  const text = readPlainText(toPlaceNote(state))
  const place = text.startsWith('{') ? tryParse(text) : { folder: text, suffix: '' }
  return place === undefined || place.folder === '' || !isFolder(dirname(dirname(place.folder)))
    ? undefined
    : place
}

function tryParse(text: string): CheckoutPlace | undefined {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // interrupted
  }
}

export interface PlaceRequest {
  readonly repository: Repository
  readonly state: string
  readonly run: RunId
  /** The folder from a flag, the environment or the plan. */
  readonly named: string | undefined
  readonly notice: (text: string) => void
}

/** Chooses where the checkouts of a run are, and records it for later commands. Existing checkouts stay. */
export async function settlePlace(request: PlaceRequest): Promise<CheckoutPlace> {
  const { repository, state, run, named, notice } = request
  const before = readPlace(repository, state, run)
  const isThere = isFolder(before.folder)
  if (isThere && named !== undefined && isAbsolute(named) && named !== dirname(before.folder))
    notice(`the checkouts of run ${run} stay in ${before.folder}, where it started`)
  const folder = isThere
    ? dirname(before.folder)
    : await requireCheckoutsFolder(repository, { named, notice })
  const place = isThere ? before : { folder: join(folder, run), suffix: toSuffix(run) }
  makeOwnFolder(state)
  writePlainFile(toPlaceNote(state), JSON.stringify(place), { flush: true })
  return place
}

/** The random end of a run's id. */
function toSuffix(run: RunId): string {
  return run.slice(-4)
}

/** The folder of a task's checkout, or of another one, whose name begins with `_`: unique. */
export function toFolderName({ suffix }: CheckoutPlace, name: TaskId): string {
  if (suffix === '') return name
  return name.startsWith('_') ? `${name.slice(1)}_${suffix}` : `${name}-${suffix}`
}

/** The inverse. */
export function toName({ suffix }: CheckoutPlace, folder: string): TaskId | undefined {
  if (suffix === '') return folder
  const name = folder.slice(0, -suffix.length - 1)
  if (folder === `${name}_${suffix}`) return `_${name}`
  return folder === `${name}-${suffix}` ? name : undefined
}
