import { LLMock } from '@copilotkit/aimock'

/** What the model does for a task: one shell command, then a last message. */
export interface ScriptedAnswer {
  /** A text that is in the prompt of this task and of no other. */
  readonly about: string
  readonly command: string
  /** So often it is answered with an error first. */
  readonly errors?: { readonly status: number; readonly message: string; readonly times: number }
  /** The command when the conversation continues after a refusal. */
  readonly afterRefusal?: string
  /** What it reports by the tool for that, after the command. */
  readonly finish?: string
}

interface Message {
  readonly role: string
  readonly content?: unknown
}

interface Asked {
  readonly messages: readonly Message[]
  readonly tools?: readonly Tool[]
}

/** A model on loopback that every kind of agent CLI can talk to, and that answers from a script. */
export async function startScriptedModel(answers: readonly ScriptedAnswer[]): Promise<LLMock> {
  const model = new LLMock({ port: 0, strict: false })
  for (const { about, command, afterRefusal, finish, errors } of answers) {
    const isAbout = (request: { messages: readonly Message[] }) =>
      request.messages.some(({ role, content }) => role === 'user' && toText(content).includes(about))
    let failed = 0
    const { status = 500, message = '', times = 0 } = errors ?? {}
    model.on({ predicate: request => isAbout(request) && failed < times }, () => {
      failed++
      return { error: { message, type: 'error', code: String(status) }, status, retryAfter: 1 }
    })
    const isToReport = (request: Asked) =>
      finish !== undefined && countResults(request) === 1 && tryFinishTool(request) !== undefined
    model.on(
      { predicate: request => isAbout(request) && countResults(request) > 0 && !isToReport(request) },
      { content: 'I have done the task.', usage },
    )
    model.on({ predicate: request => isAbout(request) && isToReport(request) }, request => ({
      toolCalls: [
        { name: tryFinishTool(request) ?? '', arguments: JSON.stringify({ summary: finish, questions: [] }) },
      ],
      usage,
    }))
    model.on({ predicate: request => isAbout(request) && countResults(request) === 0 }, request => ({
      toolCalls: [toShellCall(request.tools ?? [], isRefused(request) ? (afterRefusal ?? command) : command)],
      usage,
    }))
  }
  model.on({ predicate: () => true }, { content: 'ok' })
  await model.start()
  return model
}

function toText(content: unknown): string {
  return JSON.stringify(content ?? '')
}

/** What the harness writes first when a conversation continues after a refusal. */
const refusal = '# Your work was refused'

function isRefused({ messages }: { messages: readonly Message[] }): boolean {
  return messages.some(({ role, content }) => role === 'user' && toText(content).includes(refusal))
}

/** What each answer costs. */
const usage = { input_tokens: 1000, output_tokens: 50 }

/** What the harness writes first when a conversation goes on with another task. */
const nextTask = '# Your next task'

/** How many tools were used since the last prompt. */
function countResults({ messages }: { messages: readonly Message[] }): number {
  const last = messages.findLastIndex(({ content }) =>
    [refusal, nextTask].some(words => toText(content).includes(words)),
  )
  return messages.slice(last + 1).filter(({ role }) => role === 'tool').length
}

interface Tool {
  readonly function?: { readonly name?: string; readonly parameters?: { readonly properties?: object } }
}

/** The tool by which an agent reports, whatever its CLI has put before the name. Some CLIs offer it in a form that the scripted model does not see. */
function tryFinishTool({ tools = [] }: Asked): string | undefined {
  return tools.map(tool => tool.function?.name ?? '').find(name => /(^|_)finish$/.test(name))
}

/** The call of whatever tool the CLI offers for running a shell command. */
function toShellCall(tools: readonly Tool[], command: string): { name: string; arguments: string } {
  const names = tools.map(tool => tool.function?.name ?? '')
  const name = Object.keys(toForms(command)).find(candidate => names.includes(candidate))
  if (name === undefined) throw new Error(`no shell tool among ${names.join(', ')}`)
  return { name, arguments: JSON.stringify(toForms(command)[name]) }
}

/** The tools that CLIs have for a shell command, in the order in which they are looked for. */
function toForms(command: string): Record<string, object> {
  return {
    Bash: { command, description: 'do the task' },
    bash: { command, description: 'do the task' },
    run_shell_command: { command, description: 'do the task', is_background: false },
    exec_command: { cmd: command },
    shell_command: { command },
    shell: { command: ['sh', '-c', command] },
  }
}
