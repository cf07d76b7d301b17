import type { JobSetup } from './job-setup.ts'
import type { RunFacts } from './run-facts.ts'

/** What a step asks of `actions/checkout`. */
export interface Checkout {
  readonly repository: string
  /** As asked for, or the ref of the run; empty when only a commit is asked for. */
  readonly ref: string
  readonly commit: string | undefined
  readonly path: string
  readonly token: string
  readonly persistsCredentials: boolean
  /** 0 is everything. */
  readonly depth: number
}

const supported = ['repository', 'ref', 'path', 'token', 'persist-credentials', 'fetch-depth']
/** They change nothing that a test sees. */
const ignored = ['show-progress', 'set-safe-directory', 'clean', 'fetch-tags']

/** Reads the inputs. Throws at one that this runner does not have. */
export function readCheckout(inputs: Readonly<Record<string, string>>, { run, token }: JobSetup): Checkout {
  const unknown = Object.keys(inputs).filter(name => ![...supported, ...ignored].includes(name))
  if (unknown.length > 0) throw new Error(`actions/checkout: this runner has no ${unknown.join(', ')}`)
  const repository = inputs.repository || run.repository.name
  const isOwn = repository.toLowerCase() === run.repository.name.toLowerCase()
  return {
    repository,
    ...toRef(inputs.ref ?? '', isOwn ? run : undefined),
    path: inputs.path || '.',
    token: inputs.token || token,
    persistsCredentials: (inputs['persist-credentials'] || 'true').toLowerCase() === 'true',
    depth: Number(inputs['fetch-depth'] || '1'),
  }
}

function toRef(asked: string, run: RunFacts | undefined): Pick<Checkout, 'ref' | 'commit'> {
  if (/^[0-9a-f]{40}$/i.test(asked)) return { ref: '', commit: asked }
  if (asked !== '') return { ref: asked, commit: undefined }
  return run === undefined ? { ref: 'refs/heads/main', commit: undefined } : { ref: run.ref, commit: run.sha }
}

/** What is fetched, and what may then be checked out: the first candidate that exists. */
export interface RefPlan {
  readonly name: string
  /** One after the other: all history first, and what may have moved meanwhile where the run says. */
  readonly fetches: readonly (readonly string[])[]
  readonly candidates: readonly { readonly ref: string; readonly args: readonly string[] }[]
}

export function toRefPlan({ ref, commit, depth }: Checkout): RefPlan {
  const everything = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
  const plan = ref === '' ? toCommitPlan(commit ?? '') : toNamedPlan(ref, commit)
  return depth > 0 ? plan : { ...plan, fetches: [everything, ...plan.fetches] }
}

function toCommitPlan(commit: string): RefPlan {
  return { name: commit, fetches: [[commit]], candidates: [{ ref: commit, args: [commit] }] }
}

function toNamedPlan(ref: string, commit: string | undefined): RefPlan {
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
  if (branch !== undefined) {
    const fetches = [[`+${commit ?? ref}:refs/remotes/origin/${branch}`]]
    return { name: ref, fetches, candidates: [toBranch(branch)] }
  }
  if (ref.startsWith('refs/')) {
    return { name: ref, fetches: [[`+${commit ?? ref}:${ref}`]], candidates: [{ ref, args: [ref] }] }
  }
  const tag = `refs/tags/${ref}`
  return {
    name: ref,
    fetches: [[`+refs/heads/${ref}*:refs/remotes/origin/${ref}*`, `+${tag}*:${tag}*`]],
    candidates: [toBranch(ref), { ref: tag, args: [tag] }],
  }
}

function toBranch(branch: string): RefPlan['candidates'][number] {
  const remote = `refs/remotes/origin/${branch}`
  return { ref: remote, args: ['-B', branch, remote] }
}
