import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { InputReader, toInputLine } from './input-reader.ts'
import {
  type CommandName,
  type GitHubApp,
  type Inputs,
  inputNames,
  inputTable,
  type ReadInputs,
} from './inputs.ts'
import { findUnknownInputs } from './unknown-inputs.ts'

/**
 * Reads and validates the inputs of a step.
 *
 * @throws RefusedError with every problem, and for each the line to write in the workflow.
 */
export function readInputs(env: Environment): Inputs {
  const problems = findUnknownInputs(env)
  const { appId, appPrivateKey, merged, ...others } = readAll(env, problems)
  const app = toApp(appId, appPrivateKey, problems)
  const inputs = { ...others, ...merged, app }
  problems.push(...findContradictions(inputs))
  if (problems.length > 0) throw new RefusedError(problems.join('\n\n'))
  return inputs
}

function readAll(env: Environment, problems: string[]): ReadInputs {
  const entries = inputNames.map(name => {
    const field = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return [field, inputTable[name](new InputReader(name, env, problems))]
  })
  return Object.fromEntries(entries) as ReadInputs
}

/** Their values are not repeated in problems: one is a key. */
function toApp(
  id: string | undefined,
  privateKey: string | undefined,
  problems: string[],
): GitHubApp | undefined {
  if (id !== undefined && privateKey !== undefined) return { id, privateKey }
  if (id === undefined && privateKey === undefined) return undefined
  const missing = id === undefined ? 'app-id' : 'app-private-key'
  const example = id === undefined ? `\${{ vars.APP_ID }}` : `\${{ secrets.APP_PRIVATE_KEY }}`
  problems.push(`a GitHub App needs \`${missing}\`, too. Write:\n${toInputLine(missing, example)}`)
  return undefined
}

/** Commands that start nothing by agents. */
const withoutAgents: readonly CommandName[] = ['plan', 'cache', 'publish', 'comment', 'answer']

function findContradictions({ app, approve, command, lane, run }: Inputs): string[] {
  const problems: string[] = []
  if (lane !== undefined && command !== 'run')
    problems.push(
      `\`lane\` is for \`command: run\`, and this is \`command: ${command}\`. Write:\n${toInputLine('command', 'run')}`,
    )
  if (lane !== undefined && run === undefined)
    problems.push(`a lane belongs to a run. Write:\n${toInputLine('run', `\${{ needs.plan.outputs.run }}`)}`)
  if (app !== undefined && !withoutAgents.includes(command))
    problems.push(
      `agents or tests run in the job of \`command: ${command}\`, so it must not have the key of a GitHub App: move \`app-id\` and \`app-private-key\` to the job of \`command: publish\``,
    )
  if (approve.length > 0 && (run === undefined || lane !== undefined))
    problems.push(
      `\`approve\` needs the run to continue. Write:\n${toInputLine('run', '20261120-101500-ab12')}`,
    )
  return problems
}
