import { chmodSync, chownSync, existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandLine } from '../../model/command-line.ts'
import { type ClaimedUser, claimUser } from './user-claims.ts'
import { makeUserCommand, splitVariables } from './user-command.ts'
import { giveToUser, removeLeft } from './user-files.ts'
import { endUserProcesses, listUserProcesses } from './user-processes.ts'

/** A checkout with its folders. Commands in it run as one user, which commands elsewhere are not. */
export interface OwnPlace {
  readonly name: string
  /** Folders that its user owns. */
  readonly own: readonly string[]
  /** The folder of the harness around them, which no other user can enter. */
  readonly around: string
  /** Folders with the places of a run, which no user can list. */
  readonly all: readonly string[]
}

type Variables = Readonly<Record<string, string>>

/** The right to run one command in a place. */
export interface UserTurn {
  /** A folder for temporary files. */
  readonly temporary: string
  wrap(command: CommandLine, env: Variables): { readonly command: CommandLine; readonly env: Variables }
  /**
   * Call it when the command has ended: with the last command of the place, all its processes end.
   *
   * @param takeBack What has to be done when nothing of the user runs.
   */
  end(takeBack: () => void): Promise<void>
}

interface UsedPlace extends ClaimedUser {
  running: number
  /** What ended commands have left to do when nothing of the user runs. */
  readonly left: (() => void)[]
  temporary: string
  /** One change of owners after another. */
  last: Promise<unknown>
}

/** Only the owner can list it; others can enter it. */
const enterMode = 0o711
const aroundMode = 0o710
const sharedTemporary = '/tmp'

/** The users of a run, one for each place. */
export class UserPlaces {
  private readonly used = new Map<string, Promise<UsedPlace>>()

  /**
   * Prepares a place for a command.
   *
   * @param furnish Puts files into the place. Called for the first of several commands at once, while nothing of its user runs.
   */
  async begin(place: OwnPlace, furnish: () => void): Promise<UserTurn> {
    const used = await this.claim(place)
    await inTurn(used, async () => {
      const { user } = used
      // Beside others, root must not touch the place: a stopped process may have asked the kernel to let it go on.
      if (used.running === 0) {
        await requireNone(user)
        furnish()
        protect(place, user)
        await giveToUser(user, place.own)
      }
      if (!existsSync(used.temporary)) used.temporary = makeTemporary(user)
      used.running++
    })
    return {
      temporary: used.temporary,
      wrap: (command, env) => {
        const { outer, inner } = splitVariables(env)
        return { command: makeUserCommand(used.user, command, inner), env: outer }
      },
      end: takeBack => inTurn(used, () => end(used, takeBack)),
    }
  }

  /** Ends everything that still runs, and makes the files of all places root's again. */
  async close(): Promise<void> {
    const all = [...this.used.values()]
    this.used.clear()
    for (const used of all) await (await used).release().catch(() => {}) // the id stays taken, and the next run cleans up
  }

  /** A place keeps its user until the run ends: git would read all its files again if their owner changed. */
  private claim({ name, all }: OwnPlace): Promise<UsedPlace> {
    const known = this.used.get(name)
    if (known !== undefined) return known
    const claimed = claimUser(all).then(user => ({
      ...{ ...user, running: 0, left: [], temporary: '', last: Promise.resolve() as Promise<unknown> },
    }))
    this.used.set(name, claimed)
    claimed.catch(() => this.used.delete(name)) // the caller gets the error
    return claimed
  }
}

function inTurn<T>(used: UsedPlace, work: () => Promise<T>): Promise<T> {
  const turn = used.last.catch(() => {}).then(work)
  used.last = turn
  return turn
}

async function requireNone(user: number): Promise<void> {
  if (listUserProcesses(user).length > 0 && !(await endUserProcesses(user)))
    throw new Error(`processes of user ${user} cannot be ended`)
}

function protect({ around, all }: OwnPlace, user: number): void {
  for (const folder of all) chmodSync(folder, enterMode)
  chownSync(around, 0, user)
  chmodSync(around, aroundMode)
}

/** Its path is short, because tools put sockets there. */
function makeTemporary(user: number): string {
  const folder = mkdtempSync(join(sharedTemporary, 'pa-'))
  chownSync(folder, user, user)
  return folder
}

async function end(used: UsedPlace, takeBack: () => void): Promise<void> {
  used.running--
  used.left.push(takeBack)
  if (used.running > 0) return
  await endUserProcesses(used.user)
  try {
    for (const work of used.left.splice(0)) work()
  } finally {
    await removeLeft(used.user)
  }
}
