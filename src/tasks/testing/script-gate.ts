import { readTail } from '../../agents/process/log-file.ts'
import { toTellingEnd } from '../../agents/process/telling-line.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import type { Environment, Task } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { runScript, toCommandEndText } from '../../run/run-script.ts'
import type { Refusal } from '../gates/gate.ts'

export interface ScriptGate {
  readonly title: string
  readonly script: string
  /** Its name in messages: "the test failed: npm test". */
  readonly name: string
  readonly env: Environment
}

/** The part of the output that is searched for the reason. */
const tailBytes = 1 << 16
const feedbackLines = 60
const feedbackCharacters = 6000

/** A gate that runs a command in the worktree. The agent gets the end of its output. Undefined: passed. */
export async function runScriptGate(
  context: RunContext,
  { task, directory }: { readonly task: Task; readonly directory: string },
  { title, script, name, env }: ScriptGate,
): Promise<Refusal | 'stopped' | undefined> {
  const logPath = context.paths.log(task.id)
  const logOffset = sizeOfPlainFile(logPath)
  const { timeoutMinutes, stallMinutes } = task
  const end = await runScript(context, {
    script,
    directory,
    env,
    logPath,
    title,
    timeoutMinutes,
    stallMinutes,
  })
  if (end.kind === 'stopped') return 'stopped'
  if (end.kind === 'exited' && end.code === 0) return undefined
  const output = readTail(logPath, logOffset, tailBytes).slice(1)
  const reason = `${name} ${toCommandEndText(end, timeoutMinutes)}${toTellingEnd(output)}`
  const feedback = `This must pass, but did not: ${reason}. The end of its output:\n\n${toTail(output)}`
  return { outcome: 'failed', reason, feedback, undo: [] }
}

function toTail(lines: readonly string[]): string {
  return lines.slice(-feedbackLines).join('\n').slice(-feedbackCharacters)
}
