import { mergeEnds } from '../../jobs/tested-merge/merge-end.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { isRunId } from '../../run/run-id.ts'
import { sandboxChoices } from '../../sandbox/sandbox.ts'
import { InputReader, toInputLine } from './input-reader.ts'
import { type CommandName, commandNames, type GitHubApp, type Inputs } from './inputs.ts'
import { findForbidden } from './job-environment.ts'
import { laneExample, tryReadLane } from './read-lane.ts'
import { findUnknownInputs } from './unknown-inputs.ts'
import { tryWantedCli, type WantedCli } from './wanted-clis.ts'

const lands = ['pull-request', 'push', 'none'] as const
const mostParallel = 256
const mostParts = 100

/** GitHub ends hosted jobs after 360 minutes, and self-hosted ones after five days. */
const usualDeadline = 350
const latestDeadline = 7200

/**
 * Reads and validates the inputs of a step.
 *
 * @throws RefusedError with every problem, and for each the line to write in the workflow.
 */
export function readInputs(env: Environment): Inputs {
  const reader = new InputReader(env)
  const inputs: Inputs = {
    command:
      reader.choice('command', commandNames, {
        check: 'plan',
        execute: 'run',
        start: 'run',
        land: 'publish',
      }) ?? 'run',
    plan: reader.text('plan'),
    lane: readLane(reader),
    run: readRun(reader),
    ...readMerged(reader),
    part: reader.count('part', mostParts, '2') ?? 1,
    maxParts: reader.count('max-parts', mostParts, '10') ?? 1,
    tasks: reader.names('tasks', idPattern, 'invalid task ids', 'api, docs'),
    approve: reader.names('approve', idPattern, 'invalid task ids', 'api, docs'),
    feedback: reader.text('feedback'),
    label: reader.text('label') ?? 'agents',
    reason: reader.text('reason'),
    agent: reader.text('agent'),
    agents: readClis(reader),
    maxParallel: reader.count('max-parallel', mostParallel, '4'),
    push: reader.boolean('push'),
    land: reader.choice('land', lands, { pr: 'pull-request', merge: 'push', direct: 'push', false: 'none' }),
    sandbox: reader.choice('sandbox', sandboxChoices, {
      off: 'none',
      false: 'none',
      on: 'auto',
      true: 'auto',
    }),
    installSandbox: reader.boolean('install-sandbox', true),
    deadlineMinutes:
      reader.minutes('deadline-minutes', latestDeadline, String(usualDeadline)) ?? usualDeadline,
    dryRun: reader.boolean('dry-run'),
    env: readVariables(reader),
    githubToken: reader.text('github-token') ?? '',
    app: readApp(reader),
    workingDirectory: reader.text('working-directory') ?? '.',
  }
  const problems = [...findUnknownInputs(env), ...reader.problems, ...findContradictions(inputs)]
  if (problems.length > 0) throw new RefusedError(problems.join('\n\n'))
  return inputs
}

function readLane(reader: InputReader): Lane | undefined {
  const text = reader.text('lane')
  if (text === undefined) return undefined
  const lane = tryReadLane(text)
  if (lane === undefined)
    reader.refuse('lane', 'is not an entry of the output `lanes` of `command: plan`', laneExample)
  return lane
}

function readClis(reader: InputReader): readonly WantedCli[] {
  const words = (reader.text('agents') ?? '').split(/[\s,]+/).filter(word => word !== '')
  const wrong = words.filter(word => tryWantedCli(word) === undefined)
  if (wrong.length > 0)
    reader.refuse('agents', `includes CLIs that npm cannot install: ${wrong.join(', ')}`, 'claude@2.1, codex')
  return words.flatMap(word => tryWantedCli(word) ?? [])
}

/** Their values are not repeated in problems: one is a key. */
function readApp(reader: InputReader): GitHubApp | undefined {
  const [id, privateKey] = [reader.text('app-id'), reader.text('app-private-key')]
  if (id !== undefined && privateKey !== undefined) return { id, privateKey }
  if (id === undefined && privateKey === undefined) return undefined
  const missing = id === undefined ? 'app-id' : 'app-private-key'
  const example = id === undefined ? `\${{ vars.APP_ID }}` : `\${{ secrets.APP_PRIVATE_KEY }}`
  reader.problems.push(`a GitHub App needs \`${missing}\`, too. Write:\n${toInputLine(missing, example)}`)
  return undefined
}

function readVariables(reader: InputReader): string[] {
  const names = reader.names('env', /^[A-Za-z_][A-Za-z0-9_]*$/, 'invalid variable names', 'NPM_TOKEN')
  const forbidden = findForbidden(names)
  if (forbidden.length > 0) {
    const rest = names.filter(name => !forbidden.includes(name))
    const why = `names variables that no agent may see (${forbidden.join(', ')}: they authenticate as the job)`
    reader.refuse('env', why, rest.join(', ') || 'NPM_TOKEN')
  }
  return names
}

function readRun(reader: InputReader): string | undefined {
  const text = reader.text('run')
  if (text === undefined || isRunId(text)) return text
  reader.refuse(
    'run',
    'is not the id of a run, such as 20261120-101500-ab12',
    `\${{ needs.plan.outputs.run }}`,
  )
  return undefined
}

/** The digest of a merge, or GitHub's status of the job that should have made it. */
function readMerged(reader: InputReader): Pick<Inputs, 'merged' | 'mergeEnd'> {
  const text = reader.text('merged')
  const none = { merged: undefined, mergeEnd: undefined }
  if (text === undefined) return none
  if (/^[0-9a-f]{64}$/.test(text)) return { ...none, merged: text }
  const mergeEnd = mergeEnds.find(end => end === text)
  const line = `\${{ needs.merge.outputs.merged || needs.merge.result }}`
  if (mergeEnd === undefined) reader.refuse('merged', 'is not the output `merged` of `command: merge`', line)
  return { ...none, mergeEnd }
}

/** Commands that start nothing by agents. */
const withoutAgents: readonly CommandName[] = ['plan', 'publish', 'comment', 'answer']

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
