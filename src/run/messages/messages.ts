import { writePlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import { mostMessages, type TaskMessage } from '../../model/task-message.ts'
import { readMessages, writeMessage } from './message-log.ts'

export interface MessagesSite {
  readonly repository: Repository
  readonly store: {
    readonly refs: { messages(task: TaskId): string }
    resolve(ref: string): Promise<ObjectId | undefined>
    pointRefs(wanted: readonly (readonly [ref: string, to: ObjectId])[]): Promise<void>
  }
  /** The file with a task's incoming messages. */
  inboxOf(task: TaskId): string
  readonly tasks: readonly TaskId[]
}

interface Sent {
  /** The commit of the last one. */
  readonly tip: ObjectId | undefined
  readonly messages: readonly TaskMessage[]
}

const nothingSent: Sent = { tip: undefined, messages: [] }

export interface Posted {
  /** The new ones. */
  readonly messages: readonly TaskMessage[]
  /** Number of messages beyond the sender's limit. */
  readonly leftOut: number
}

/** The messages between the tasks of a run: stored as commits on a ref of each sender, and delivered to files of running tasks. */
export class Messages {
  private readonly site: MessagesSite
  private readonly sent = new Map<TaskId, Sent>()
  /** Tasks with an inbox. */
  private readonly running = new Set<TaskId>()

  constructor(site: MessagesSite) {
    this.site = site
  }

  /** Messages to a task, by time. */
  to(task: TaskId): TaskMessage[] {
    return [...this.sent.values()]
      .flatMap(({ messages }) => messages)
      .filter(message => message.to === task)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }

  async from(task: TaskId): Promise<readonly TaskMessage[]> {
    return (await this.read(task)).messages
  }

  /** Gives a starting task its inbox, including messages from other jobs and earlier processes. */
  async open(task: TaskId): Promise<void> {
    await Promise.all(this.site.tasks.map(id => this.read(id)))
    this.running.add(task)
    this.deliver(task)
  }

  close(task: TaskId): void {
    this.running.delete(task)
  }

  /** Stores a task's messages, and delivers them to running tasks. Not to be called concurrently for one sender. */
  async post(from: TaskId, messages: readonly TaskMessage[]): Promise<Posted> {
    const { repository, store } = this.site
    const before = await this.read(from)
    const known = new Set(before.messages.map(({ id }) => id))
    const fresh = messages.filter(({ id }) => !known.has(id) && known.add(id))
    const taken = fresh.slice(0, mostMessages - before.messages.length)
    const leftOut = fresh.length - taken.length
    if (taken.length === 0) return { messages: [], leftOut }
    let { tip } = before
    for (const message of taken) tip = await writeMessage(repository, message, tip)
    await store.pointRefs([[store.refs.messages(from), tip as ObjectId]])
    this.sent.set(from, { tip, messages: [...before.messages, ...taken] })
    for (const to of new Set(taken.map(message => message.to))) if (this.running.has(to)) this.deliver(to)
    return { messages: taken, leftOut }
  }

  /** A task's sent messages, including those from other jobs. */
  private async read(task: TaskId): Promise<Sent> {
    const { repository, store } = this.site
    const known = this.sent.get(task) ?? nothingSent
    const tip = await store.resolve(store.refs.messages(task))
    if (tip === known.tip) return known
    const messages = (await readMessages(repository, tip)).filter(({ from }) => from === task)
    const read = { tip, messages }
    this.sent.set(task, read)
    return read
  }

  /** From memory and synchronous, so that no message is added in between. */
  private deliver(task: TaskId): void {
    const lines = this.to(task).map(message => `${JSON.stringify(message)}\n`)
    writePlainFile(this.site.inboxOf(task), lines.join(''))
  }
}
