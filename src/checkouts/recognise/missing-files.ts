import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'
import { listNamed } from '../files/list-files.ts'

/** What the plan wants from the user's checkout, and is not there: mostly a typing error. */
export async function findMissingFiles(
  repository: Repository,
  { copy, link }: CheckoutSettings,
): Promise<string[]> {
  const isThere = (path: string) => existsSync(join(repository.root, path))
  const wanted = copy.filter(pattern => !pattern.startsWith('!'))
  const found = await Promise.all(
    wanted.map(async pattern => isThere(pattern) || (await listNamed(repository, [pattern])).length > 0),
  )
  const unmatched = wanted.filter((_, index) => !found[index])
  const unlinked = link.map(({ path }) => path).filter(path => !isThere(path))
  return [
    ...(unmatched.length === 0
      ? []
      : [`\`checkout.copy\` names ${unmatched.join(', ')}: no untracked file in your checkout matches`]),
    ...(unlinked.length === 0
      ? []
      : [`\`checkout.link\` names ${unlinked.join(', ')}, which is not in your checkout`]),
  ]
}
