import type { ObjectId } from '../../git/objects/objects.ts'
import type { Task } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { listPaths } from '../gates/gate.ts'
import { definesTests } from '../gates/sensitive-files.ts'
import type { CollectedWork } from '../work/collect-work.ts'

/** At most this many are named. */
const mostNamed = 20

/** Says, and answers, by which files a task has changed what the tests prove. */
export async function nameTestDefinitions(
  context: RunContext,
  { id }: Task,
  collected: CollectedWork,
): Promise<string[]> {
  const named = await listTestDefinitions(context, collected)
  const text = `${id} changed which tests run, or how: ${listPaths(named)}`
  if (named.length > 0) context.emit({ kind: 'notice', text })
  return named
}

/** Files by which a task has changed what the tests prove. Of a `package.json`, only its scripts count. */
async function listTestDefinitions(
  { repository }: Pick<RunContext, 'repository'>,
  { changes }: Pick<CollectedWork, 'changes'>,
): Promise<string[]> {
  const named: string[] = []
  for (const { path, oldId, newId } of changes.filter(change => definesTests(change.path))) {
    const isManifest = path.endsWith('package.json')
    if (isManifest && (await readScripts(oldId)) === (await readScripts(newId))) continue
    if (named.length < mostNamed) named.push(path)
  }
  return named

  async function readScripts(id: ObjectId): Promise<string> {
    const object = /^0+$/.test(id) ? undefined : await repository.objects.read(id)
    try {
      return JSON.stringify(JSON.parse(String(object?.content)).scripts ?? {})
    } catch {
      return '' // there is none, or none that npm could read
    }
  }
}
