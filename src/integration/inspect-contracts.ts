import type { LostContract } from '../conflicts/contracts/contract.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { grepCommit } from '../git/trees/grep-commit.ts'
import type { TaskId } from '../model/plan.ts'
import type { InspectedMerge } from './inspected-merge.ts'

/**
 * Routes, tables and types that one task removed and that files of another one still use in literals: no import tells it, and each task
 * was right by itself.
 */
export async function inspectContracts(
  repository: Repository,
  merges: readonly InspectedMerge[],
): Promise<{ readonly task: TaskId; readonly text: string }[]> {
  const tip = merges.at(-1)?.tree
  if (tip === undefined || merges.length < 2) return []
  const site = { repository, tip, texts: new Map<string, Promise<string>>() }
  const warnings: { readonly task: TaskId; readonly text: string }[] = []
  for (const removing of merges)
    for (const lost of await listLost(site, removing))
      for (const { using, place } of await listBrokenUses(site, lost, { removing, merges })) {
        const later = merges.indexOf(using) > merges.indexOf(removing) ? using : removing
        const by = `which ${removing.task} removed in ${lost.path}`
        const text = `${place} of ${using.task} uses the ${lost.kind} \`${lost.name}\`, ${by}`
        warnings.push({ task: later.task, text })
      }
  return warnings
}

interface Site {
  readonly repository: Repository
  readonly tip: ObjectId
  readonly texts: Map<string, Promise<string>>
}

const mayDeclare = /\.(?:[cm]?[jt]sx?|py|go|rb|sql|prisma|graphqls?|gql|json|ya?ml)$/

async function listLost(site: Site, { base, commit, changes }: InspectedMerge): Promise<LostContract[]> {
  const { listLostContracts } = await import('../conflicts/contracts/lost-contracts.ts')
  const paths = changes.map(({ path }) => path).filter(path => mayDeclare.test(path))
  const files = paths.map(async path => ({
    path,
    before: await readText(site, `${base}:${path}`),
    after: await readText(site, `${commit}:${path}`),
  }))
  return listLostContracts(await Promise.all(files))
}

interface Parties {
  readonly removing: InspectedMerge
  readonly merges: readonly InspectedMerge[]
}

interface Use {
  readonly using: InspectedMerge
  /** `web/client.ts:12` */
  readonly place: string
}

/** Uses in files of other tasks, if nothing in the result provides the contract any more. */
async function listBrokenUses(site: Site, lost: LostContract, { removing, merges }: Parties): Promise<Use[]> {
  const uses: Use[] = []
  for (const using of merges.filter(merge => merge !== removing))
    for (const { path, status } of using.changes)
      if (status !== 'D') uses.push(...(await listUsesIn(site, lost, { removing, using, path })))
  return uses.length > 0 && (await isStillThere(site, lost)) ? [] : uses
}

interface UsingPlace {
  readonly removing: InspectedMerge
  readonly using: InspectedMerge
  readonly path: string
}

/** Of a file that the removing task changed as well, only lines that it has not seen. */
async function listUsesIn(
  site: Site,
  lost: LostContract,
  { removing, using, path }: UsingPlace,
): Promise<Use[]> {
  const { findContractUses } = await import('../conflicts/contracts/lost-contracts.ts')
  const text = await readText(site, `${site.tip}:${path}`)
  const isShared = removing.changes.some(change => change.path === path)
  const seen = isShared ? toLines(await readText(site, `${removing.commit}:${path}`)) : []
  const lines = toLines(text)
  return findContractUses(lost, path, text)
    .map(offset => text.slice(0, offset).split('\n').length)
    .filter(number => !seen.includes(lines[number - 1] ?? ''))
    .map(number => ({ using, place: `${path}:${number}` }))
}

function toLines(text: string): string[] {
  return text.split('\n').map(line => line.trim())
}

/** Whether any file of the result still provides it. */
async function isStillThere(site: Site, lost: LostContract): Promise<boolean> {
  if (lost.kind === 'table' || lost.kind === 'column') return false // migrations that made it stay for ever
  const { mayProvide } = await import('../conflicts/contracts/lost-contracts.ts')
  const words = lost.kind === 'route' ? lost.key.split('/').filter(part => part !== '' && part !== ':') : []
  const [word = lost.name.split('/').at(-1) ?? lost.name] = words
  const found = await grepCommit(site.repository, site.tip, ['-F', '-m1', '-e', word])
  const paths = [...new Set(found.map(({ path }) => path))]
  // Frameworks that route by files: `pages/api/users.ts`.
  if (words.length > 0 && paths.some(path => path.includes(words.join('/')))) return true
  for (const path of paths.filter(each => mayDeclare.test(each)))
    if (mayProvide(lost, path, await readText(site, `${site.tip}:${path}`))) return true
  return false
}

/** Larger files are data. */
const mostBytes = 1 << 18

function readText({ repository, texts }: Site, name: string): Promise<string> {
  const known = texts.get(name) ?? read(repository, name)
  texts.set(name, known)
  return known
}

async function read(repository: Repository, name: string): Promise<string> {
  const object = await repository.objects.read(name)
  return object?.type === 'blob' && object.content.length <= mostBytes ? object.content.toString('utf8') : ''
}
