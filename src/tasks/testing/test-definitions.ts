import type { ObjectId } from '../../git/objects/objects.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Task } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { definesTests } from '../gates/sensitive-files.ts'
import { findWeakened, toWeakenedText } from '../gates/weakened-tests-gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'

/** Maximum number of names. */
const mostNamed = 20

/** Reports, and returns, how a task changed what the tests prove: which files, and which of its own tests prove less. */
export async function nameTestChanges(
  context: RunContext,
  { id }: Task,
  collected: CollectedWork,
): Promise<Pick<TaskResult, 'testDefinitions' | 'weakenedTests'>> {
  const testDefinitions = await listTestDefinitions(context, collected)
  const weakened = await findWeakened(context.repository, collected.changes)
  const weakenedTests = weakened.slice(0, mostNamed).map(toWeakenedText)
  const notice = (text: string) => context.emit({ kind: 'notice', text })
  if (testDefinitions.length > 0)
    notice(`${id} changed which tests run, or how: ${listSome(testDefinitions)}`)
  if (weakenedTests.length > 0) notice(`${id} weakened tests: ${listSome(weakenedTests)}`)
  return { testDefinitions, weakenedTests }
}

/** Keys of a `package.json` for dependencies and for those who use the package: others may configure a test runner. */
const otherKeys =
  /^(name|version|private|description|keywords|homepage|bugs|repository|funding|license|author|contributors|maintainers|publishConfig|(|dev|peer|optional|bundle|bundled)dependencies|(peer)?dependenciesMeta|main|module|types|typings|typesVersions|exports|browser|bin|man|files|directories|sideEffects|icon)$/i

/** Files with which a task changed what the tests prove. */
export async function listTestDefinitions(
  { repository }: Pick<RunContext, 'repository'>,
  { changes }: Pick<CollectedWork, 'changes'>,
): Promise<string[]> {
  const named: string[] = []
  for (const { path, oldId, newId } of changes.filter(change => definesTests(change.path))) {
    const isManifest = path.endsWith('package.json')
    if (isManifest && (await readSettings(oldId)) === (await readSettings(newId))) continue
    if (named.length < mostNamed) named.push(path)
  }
  return named

  async function readSettings(id: ObjectId): Promise<string> {
    const object = /^0+$/.test(id) ? undefined : await repository.objects.read(id)
    try {
      const entries = Object.entries(JSON.parse(String(object?.content)) as object)
      return JSON.stringify(entries.filter(([key]) => !otherKeys.test(key)).sort())
    } catch {
      return '' // missing, or invalid for npm
    }
  }
}
