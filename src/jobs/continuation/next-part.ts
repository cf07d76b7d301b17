import { type RemoteAccess, readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { RunId } from '../../run/run-id.ts'
import { toStateRefs } from '../../run/run-refs.ts'

/** Whether the workflow run that continues this run was started; false if the remote cannot be asked. */
export async function hasNextPart(
  { repository, run }: { readonly repository: Repository; readonly run: RunId },
  access: RemoteAccess,
  part: number,
): Promise<boolean> {
  const mark = toStateRefs(run).part(part + 1)
  const remote = await readRemoteRefs(repository, access, [mark])
  return remote.kind === 'read' && remote.refs.has(mark)
}
