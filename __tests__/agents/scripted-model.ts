import { LLMock } from '@copilotkit/aimock'

/** What the model does for a task: one shell command, then a last message. */
export interface ScriptedAnswer {
  /** A text that is in the prompt of this task and of no other. */
  readonly about: string
  readonly command: string
}

/** A model on loopback that every kind of agent CLI can talk to, and that answers from a script. */
export async function startScriptedModel(answers: readonly ScriptedAnswer[]): Promise<LLMock> {
  const model = new LLMock({ port: 0, strict: false })
  for (const { about, command } of answers) {
    const isAbout = (request: { messages: readonly { role: string; content?: unknown }[] }) =>
      request.messages.some(
        ({ role, content }) => role === 'user' && JSON.stringify(content ?? '').includes(about),
      )
    model.on(
      { predicate: request => isAbout(request) && hasResult(request) },
      { content: 'I have done the task.', usage },
    )
    model.on({ predicate: request => isAbout(request) && !hasResult(request) }, request => ({
      toolCalls: [toShellCall(request.tools ?? [], command)],
      usage,
    }))
  }
  model.on({ predicate: () => true }, { content: 'ok' })
  await model.start()
  return model
}

/** What each answer costs. */
const usage = { input_tokens: 1000, output_tokens: 50 }

function hasResult({ messages }: { messages: readonly { role: string }[] }): boolean {
  return messages.some(({ role }) => role === 'tool')
}

interface Tool {
  readonly function?: { readonly name?: string; readonly parameters?: { readonly properties?: object } }
}

/** The call of whatever tool the CLI offers for running a shell command. */
function toShellCall(tools: readonly Tool[], command: string): { name: string; arguments: string } {
  const names = tools.map(tool => tool.function?.name ?? '')
  const name = ['Bash', 'exec_command', 'shell_command', 'shell'].find(candidate => names.includes(candidate))
  if (name === undefined) throw new Error(`no shell tool among ${names.join(', ')}`)
  const forms: Record<string, object> = {
    Bash: { command, description: 'do the task' },
    exec_command: { cmd: command },
    shell_command: { command },
    shell: { command: ['sh', '-c', command] },
  }
  return { name, arguments: JSON.stringify(forms[name]) }
}
