import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { StepDefinition } from '../workflow/read-workflow.ts'
import { toInputTexts } from './action-inputs.ts'
import { type Checkout, type RefPlan, readCheckout, toRefPlan } from './checkout.ts'
import type { JobSetup } from './job-setup.ts'
import { toIds } from './script-step.ts'
import type { StepExecution } from './step-execution.ts'
import type { StepPlan } from './step-plan.ts'

/** A git command did not succeed. */
class GitStepError extends Error {
  override name = 'GitStepError'
}

/** `actions/checkout`: the same git commands, with the same setting for the token. */
export function toCheckoutPlan(setup: JobSetup, { id, condition, token }: StepDefinition): StepPlan {
  return {
    ...toIds(id),
    name: 'Run actions/checkout',
    condition,
    token,
    kind: 'main',
    perform: async execution => {
      const checkout = readCheckout(toInputTexts(token, execution), setup)
      await checkOut(setup, checkout, execution)
      return 0
    },
  }
}

async function checkOut(setup: JobSetup, checkout: Checkout, execution: StepExecution): Promise<void> {
  const { state, services } = setup
  const folder = resolve(state.folders.workspace, checkout.path)
  if (!`${folder}/`.startsWith(`${state.folders.workspace}/`)) {
    throw new GitStepError(`Repository path '${folder}' is not under '${state.folders.workspace}'`)
  }
  const git = new StepGit(execution, folder)
  const url = `${services.serverUrl}/${checkout.repository}`
  await prepareFolder(git, folder, url)

  const header = `http.${services.serverUrl}/.extraheader`
  const credentials = Buffer.from(`x-access-token:${checkout.token}`).toString('base64')
  state.masks.add(credentials)
  await git.run('config', '--local', header, `AUTHORIZATION: basic ${credentials}`)
  if (checkout.persistsCredentials) state.posts.unshift(toPostPlan(execution, folder, header))
  try {
    await fetchAndCheckOut(git, checkout)
  } finally {
    if (!checkout.persistsCredentials) await git.run('config', '--local', '--unset-all', header)
  }
  execution.reader.outputs.ref = checkout.ref
}

async function prepareFolder(git: StepGit, folder: string, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const isSame =
    existsSync(join(folder, '.git')) && (await git.try('remote', 'set-url', 'origin', url, url)) === 0
  if (isSame) {
    await git.run('clean', '-ffdx')
    await git.run('reset', '--hard', 'HEAD')
    return
  }
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true })
  await git.run('-c', 'init.defaultBranch=main', 'init', folder)
  await git.run('remote', 'add', 'origin', url)
  await git.run('config', '--local', 'gc.auto', '0')
}

async function fetchAndCheckOut(git: StepGit, checkout: Checkout): Promise<void> {
  const plan = toRefPlan(checkout)
  const depth = checkout.depth > 0 ? ['--no-tags', `--depth=${checkout.depth}`] : []
  for (const refspecs of plan.fetches) {
    await git.run('fetch', '--prune', '--no-recurse-submodules', ...depth, 'origin', ...refspecs)
  }
  await git.run('checkout', '--progress', '--force', ...(await toCheckoutArguments(git, plan)))
  await git.run('log', '-1', '--format=%H')
}

async function toCheckoutArguments(git: StepGit, plan: RefPlan): Promise<readonly string[]> {
  for (const { ref, args } of plan.candidates) {
    if ((await git.try('rev-parse', '--verify', '--quiet', `${ref}^{object}`)) === 0) return args
  }
  throw new GitStepError(`A branch or tag with the name '${plan.name}' could not be found`)
}

/** Takes the token out of the repository again. */
function toPostPlan({ plan }: StepExecution, folder: string, header: string): StepPlan {
  return {
    ...plan,
    id: undefined,
    name: 'Post Run actions/checkout',
    condition: 'always()',
    kind: 'post',
    perform: async execution => {
      if (!existsSync(join(folder, '.git'))) return 0
      await new StepGit(execution, folder).try('config', '--local', '--unset-all', header)
      return 0
    },
  }
}

/** Runs git in a step, so that its log shows what git says. */
class StepGit {
  private readonly execution: StepExecution
  private readonly folder: string

  constructor(execution: StepExecution, folder: string) {
    this.execution = execution
    this.folder = folder
  }

  try(...args: readonly string[]): Promise<number | null> {
    this.execution.reader.print(`[command]git ${args.join(' ')}`)
    const variables = { GIT_TERMINAL_PROMPT: '0' }
    return this.execution.run(['git', ...args], { directory: this.folder, variables })
  }

  async run(...args: readonly string[]): Promise<void> {
    const code = await this.try(...args)
    if (code !== 0) throw new GitStepError(`The process 'git' failed with exit code ${code}`)
  }
}
