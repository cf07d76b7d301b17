import type { Worktree } from '../git/worktree/worktree.ts'
import { fillIn } from '../model/checkout/placeholders.ts'
import type { CheckoutSettings } from '../model/checkout/settings.ts'
import type { RunContext } from '../run/run-context.ts'
import { toCheckoutId } from './checkout-id.ts'
import { placeFiles } from './files/place-files.ts'
import { takePorts, toPortVariables } from './ports/port-block.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

type EquippingContext = Pick<RunContext, 'plan' | 'paths' | 'equipment' | 'repository'> &
  Pick<RunContext, 'harness'>

/**
 * Gives a checkout what the plan wants every checkout to have, so that commands in it disturb no other one. What it had before is let go.
 *
 * @param name Of the task, or of what else is checked out.
 */
export async function equip(context: EquippingContext, name: string, worktree: Worktree): Promise<void> {
  await unequip(context, name)
  const { plan, paths, equipment, repository } = context
  const id = toCheckoutId(name, paths.worktree(name))
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const folder = await makeTemporaryFolder(repository.env, id)
    closers.push(folder.remove)
    const facts = new Map([
      ['checkout', id],
      ['tmp', folder.path],
    ])
    const ports = plan.checkout.ports === undefined ? undefined : await takePorts(plan.checkout.ports)
    if (ports !== undefined) closers.push(ports.release)
    const env = toVariables(plan.checkout, facts, ports?.first)
    const values = toOwnVariables(plan.checkout, env)
    await placeFiles({ repository, harness: context.harness, worktree, settings: plan.checkout, values })
    equipment.set(name, { env, close })
  } catch (error) {
    await close()
    throw error
  }
}

/** Lets go what a checkout has, if it has anything. */
export async function unequip({ equipment }: Pick<RunContext, 'equipment'>, name: string): Promise<void> {
  const open = equipment.get(name)
  equipment.delete(name)
  await open?.close()
}

/** Those that a file may assign as well. */
function toOwnVariables(
  { env }: CheckoutSettings,
  all: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set([...Object.keys(env), 'PORT', 'COMPOSE_PROJECT_NAME'])
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}

function toVariables(
  { ports, env }: CheckoutSettings,
  facts: ReadonlyMap<string, string>,
  first: number | undefined,
): Record<string, string> {
  const id = facts.get('checkout') ?? ''
  const values = new Map(facts)
  if (ports !== undefined && first !== undefined) {
    values.set('port', String(first))
    for (let index = 1; index < ports.count; index++) values.set(`port.${index}`, String(first + index))
  }
  const own = Object.entries(env).map(([name, template]) => [name, fillIn(template, values)] as const)
  return {
    PARALLEL_AGENTS_CHECKOUT: id,
    COMPOSE_PROJECT_NAME: id,
    TMPDIR: facts.get('tmp') ?? '',
    ...(ports === undefined || first === undefined ? {} : toPortVariables(first, ports.count)),
    ...Object.fromEntries(own),
  }
}
