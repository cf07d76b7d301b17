import * as z from 'zod'
import { LogFollower } from '../../agents/process/log-file.ts'
import { removePlain } from '../../files/plain-file.ts'
import type { TaskId } from '../../model/plan.ts'
import { longestMessage, mostMessages, type TaskMessage } from '../../model/task-message.ts'
import { steadyTime } from '../../model/timing/steady-clock.ts'
import { toPlainLine, toPlainText } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { maskSecrets } from '../../secrets/masking.ts'

const pollMilliseconds = 300
/** Maximum number of inspected lines per attempt. Later ones are ignored. */
const mostLines = 1000

const lineSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{8,32}$/),
  to: z.string().max(40),
  text: z.string().max(longestMessage * 4),
})

/** Reads an agent's messages to other tasks from its outbox file. Nothing in it is trusted. */
export class Mailbox {
  private readonly context: RunContext
  private readonly task: TaskId
  private outbox: LogFollower
  private lines = 0
  private current: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined

  constructor(context: RunContext, task: TaskId) {
    this.context = context
    this.task = task
    this.outbox = new LogFollower(context.paths.task(task).outbox, 0)
  }

  /** From now on messages are read and delivered. Messages of an interrupted attempt are sent first. */
  async open(): Promise<void> {
    const { outbox } = this.context.paths.task(this.task)
    this.look()
    await this.current
    removePlain(outbox)
    this.outbox = new LogFollower(outbox, 0)
    await this.context.messages.open(this.task)
    this.timer = setInterval(() => this.look(), pollMilliseconds)
  }

  /** Reads the rest. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    this.look()
    await this.current
    this.context.messages.close(this.task)
  }

  /** One read at a time. A message that cannot be stored does not end the task. */
  private look(): void {
    this.current = this.current
      .then(() => this.takeAll())
      .catch(error => this.say(`not sent: ${error.message}`))
  }

  private async takeAll(): Promise<void> {
    if (this.lines > mostLines) return
    const lines = this.outbox.readLines()
    const read = lines.slice(0, mostLines - this.lines).map(line => this.readMessage(line))
    this.lines += lines.length
    const problems = new Set(read.filter(message => typeof message === 'string'))
    const messages = read.filter(message => typeof message !== 'string')
    for (const problem of problems) await this.say(problem)
    await this.post(messages, Math.max(0, this.lines - mostLines))
  }

  private async post(messages: readonly TaskMessage[], unread: number): Promise<void> {
    const posted = await this.context.messages.post(this.task, messages)
    for (const { to, text } of posted.messages) {
      await this.say(`to ${to}: ${text}`)
      this.context.emit({ kind: 'activity', task: this.task, text: `to ${to}: ${toPlainLine(text)}` })
    }
    const leftOut = posted.leftOut + unread
    if (leftOut > 0) await this.say(`a task may send ${mostMessages} messages: ${leftOut} are dropped`)
  }

  /** Or why it is invalid. */
  private readMessage(line: string): TaskMessage | string {
    const read = tryReadLine(line)
    if (read === undefined) return 'an unreadable message is dropped'
    const { id, to, text } = read
    if (to !== this.task && this.context.plan.tasks.some(task => task.id === to))
      return { from: this.task, to, id, at: steadyTime(), text }
    return `there is no other task ${toPlainLine(to)}: a message to it is dropped`
  }

  private say(text: string): Promise<void> {
    return writeLogLine(this.context.paths.log(this.task), toPlainLine(text).slice(0, longestMessage))
  }
}

function tryReadLine(line: string): z.output<typeof lineSchema> | undefined {
  try {
    const read = lineSchema.parse(JSON.parse(line))
    const lines = maskSecrets(read.text).split(/\r\n?|\n/)
    const text = lines.map(toPlainText).join('\n').trim().slice(0, longestMessage)
    return text === '' ? undefined : { ...read, text }
  } catch {
    return undefined // the caller reports it
  }
}
