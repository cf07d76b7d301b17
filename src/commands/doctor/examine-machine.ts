import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { runGit } from '../../git/process/run-git.ts'
import { configValue, type Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { requireCheckoutsFolder, toNamedFolder } from '../../run/checkouts-folder.ts'
import { findMachinePlaces } from '../../run/sandboxing/machine-places.ts'
import { toCoveredNetwork } from '../../run/sandboxing/network.ts'
import { openBubblewrap, openSandbox, type SandboxChoice, toSandboxLine } from '../../sandbox/sandbox.ts'
import { type DoctorFinding, toOk } from './finding.ts'

/** git, its settings, the place for checkouts, the disk and the sandbox. */
export async function examineMachine(
  repository: Repository,
  plan: Plan | undefined,
): Promise<DoctorFinding[]> {
  return [
    toOk('git', toVersion(await runGit(repository.place, ['--version']))),
    ...examineIdentity(repository),
    ...(await examineCheckouts(repository, plan)),
    await examineSandbox(repository, plan),
  ]
}

function examineIdentity({ config, env }: Repository): DoctorFinding[] {
  const isKnown = configValue(config, 'user.email') !== undefined || Boolean(env.GIT_AUTHOR_EMAIL)
  if (isKnown) return []
  return [
    {
      area: 'git',
      level: 'warning',
      text: 'git has no identity configured: commits get a name derived from your account',
      remedy: 'git config user.name "Your Name"; git config user.email you@example.com',
    },
  ]
}

export function toVersion(text: string): string {
  return text.replace(/^git version /, '')
}

async function examineCheckouts(repository: Repository, plan: Plan | undefined): Promise<DoctorFinding[]> {
  const notices: string[] = []
  try {
    const named = toNamedFolder(repository, plan ?? {})
    const folder = await requireCheckoutsFolder(repository, { named, notice: text => notices.push(text) })
    return [
      toOk('checkouts', folder),
      ...notices.map((text): DoctorFinding => ({ area: 'checkouts', level: 'warning', text, remedy: null })),
      await examineDisk(folder, plan),
    ]
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return [
      {
        area: 'checkouts',
        level: 'problem',
        text: error.message,
        remedy: 'set `worktrees:` in the plan to a writable folder',
      },
      await examineDisk(dirname(repository.directory), plan),
    ]
  }
}

const gigabyte = 1e9
const scarceGigabytes = 5
const tooFewGigabytes = 0.5

async function examineDisk(folder: string, plan: Plan | undefined): Promise<DoctorFinding> {
  const { bavail, bsize } = await statfs(folder)
  const free = (bavail * bsize) / gigabyte
  const text = `${free.toFixed(1)} GB are free for ${plan?.maxParallel ?? 'the'} checkouts`
  if (free >= scarceGigabytes) return toOk('disk', text)
  return {
    area: 'disk',
    level: free < tooFewGigabytes ? 'problem' : 'warning',
    text,
    remedy:
      'free disk space ("parallel-agents clean" removes leftovers of finished runs), or set `worktrees:` to a folder on another disk',
  }
}

/** A plan without a sandbox is told whether it could have one. */
function toWanted(plan: Plan | undefined): SandboxChoice {
  return plan === undefined || plan.sandbox === 'none' ? 'auto' : plan.sandbox
}

export async function examineSandbox(
  repository: Repository | undefined,
  plan: Plan | undefined,
): Promise<DoctorFinding> {
  const sandbox =
    repository === undefined
      ? await openBubblewrap()
      : await openSandbox(toWanted(plan), () => findMachinePlaces(repository, plan, dirname(repository.root)))
  if (sandbox.kind !== 'none') {
    const isUsed = plan?.sandbox !== 'none'
    return toOk(
      'sandbox',
      isUsed
        ? toSandboxLine(sandbox, plan && toCoveredNetwork(plan)).replace(/^sandbox: /, '')
        : `${sandbox.kind} works here; the plan has \`sandbox: none\``,
    )
  }
  return {
    area: 'sandbox',
    level: 'warning',
    text: toSandboxLine(sandbox, plan && toCoveredNetwork(plan)),
    remedy: null, // the reason names it
  }
}
