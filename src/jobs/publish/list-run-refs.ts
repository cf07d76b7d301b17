import { listRefs, type Ref } from '../../git/refs/refs.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import { listBranches } from '../../run/branches/list-branches.ts'
import type { RunContext } from '../../run/run-context.ts'
import { stateRefs } from '../../run/run-refs.ts'
import { setWorkflowsAside } from '../../tasks/gates/kept-workflows.ts'

type Site = Pick<RunContext, 'repository' | 'run' | 'store'>

/** The branches of a run, those of its tasks first: they are published even if the rest fails. */
export async function listRunBranches({ repository, store }: Site): Promise<Ref[]> {
  const refs = await listBranches(repository, store)
  const isTask = ({ name }: Ref) => name !== store.refs.integration
  return [...refs.filter(isTask), ...refs.filter(ref => !isTask(ref))]
}

/** The shared state of a run: everything except this machine's lock. */
export async function listRunState({ repository, run, store }: Site): Promise<Ref[]> {
  const refs = await listRefs(repository, [`${stateRefs}${run}`])
  return refs.filter(({ name }) => name !== store.refs.lock)
}

/** The same, once kept work is what the server accepts. */
export async function listPushableState(site: Site, access: RemoteAccess): Promise<Ref[]> {
  const { repository, store } = site
  const kept = (await listRunState(site)).filter(({ name }) => name.startsWith(store.refs.kept('')))
  const names = kept.map(({ name }) => name)
  await setWorkflowsAside(repository, store, access, names)
  return listRunState(site)
}

export async function listRunRefs(site: Site): Promise<Ref[]> {
  return [...(await listRunBranches(site)), ...(await listRunState(site))]
}
