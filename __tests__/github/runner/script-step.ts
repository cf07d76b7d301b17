import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { StepDefinition } from '../workflow/read-workflow.ts'
import { child, type Token, toText } from '../workflow/token.ts'
import type { JobSetup } from './job-setup.ts'
import { toShellCommand } from './shell.ts'
import type { StepExecution } from './step-execution.ts'
import type { StepPlan } from './step-plan.ts'

/** The plan of a step with `run`. */
export function toScriptPlan(setup: JobSetup, definition: StepDefinition): StepPlan {
  const { token, condition } = definition
  return {
    ...toIds(definition.id),
    name: 'Run a script',
    condition,
    token,
    kind: 'main',
    perform: execution => runScript(setup, token, execution),
  }
}

/** Steps without an `id` are not in the context `steps`. */
export function toIds(id: string): Pick<StepPlan, 'id' | 'action'> {
  return { id: id.startsWith('__') ? undefined : id, action: id }
}

async function runScript(setup: JobSetup, token: Token, execution: StepExecution): Promise<number | null> {
  const { state } = setup
  const scope = state.toScope(execution.env)
  const setting = (name: string) => toText(child(token, name), scope) ?? toDefault(setup, name, execution)
  const directory = resolve(state.folders.workspace, setting('working-directory') ?? '.')
  if (!existsSync(directory)) throw new Error(`the working directory ${directory} does not exist`)

  const scriptPath = join(state.folders.temp, `${randomUUID()}.sh`)
  writeFileSync(scriptPath, `${toText(child(token, 'run'), scope)}\n`)
  const code = await execution.run(toShellCommand(setting('shell'), scriptPath), { directory })
  if (code !== 0 && code !== null) {
    execution.reader.annotate({ level: 'error', message: `Process completed with exit code ${code}.` })
  }
  return code
}

/** The job's `defaults.run`, else the workflow's. */
function toDefault({ loaded, definition, state }: JobSetup, name: string, { env }: StepExecution) {
  const found =
    child(definition.token, 'defaults', 'run', name) ?? child(loaded.workflow.token, 'defaults', 'run', name)
  return toText(found, state.toScope(env))
}
