import { endMarkedProcesses } from '../agents/process/marked-processes.ts'
import type { Worktree } from '../git/worktree/worktree.ts'
import { fillIn } from '../model/checkout/placeholders.ts'
import type { CheckoutSettings } from '../model/checkout/settings.ts'
import type { Agent } from '../model/plan.ts'
import type { RunContext } from '../run/run-context.ts'
import { protectFound } from '../secrets/protect-found.ts'
import { toCheckoutId } from './checkout-id.ts'
import { makeTemporaryFolder } from './claims/temporary-folder.ts'
import { CheckoutDatabases } from './databases/databases.ts'
import { placeFiles } from './files/place-files.ts'
import { takePorts, toPortVariables } from './ports/port-block.ts'
import { Services } from './services/services.ts'

const idVariable = 'PARALLEL_AGENTS_CHECKOUT'

/** Releases one part of a checkout's equipment. */
type Closer = () => unknown

/** The values of `{port}` and other placeholders in a checkout. */
type Values = ReadonlyMap<string, string>

/**
 * Equips a checkout according to the plan, so that its commands disturb no other checkout. Earlier equipment is released.
 *
 * @param name The task, or the purpose of the checkout.
 */
export async function equip(context: RunContext, name: string, worktree: Worktree): Promise<void> {
  await unequip(context, name)
  const closers: Closer[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const values = await takeValues(context, name, closers)
    const databases = new CheckoutDatabases(context, values.get('checkout') ?? '')
    closers.push(() => databases.drop())
    closers.push(() => endMarkedProcesses({ [idVariable]: values.get('checkout') ?? '' }))
    const refresh = async () => {
      const addresses = await databases.create()
      protectFound(Object.fromEntries(addresses))
      const env = toVariables(context.plan.checkout, values, addresses)
      const fileValues = toFileVariables(context, env, addresses)
      await placeFiles({ ...context, worktree, settings: context.plan.checkout, values: fileValues })
      const control = toServiceControl(context, { name, worktree, values }, closers)
      context.equipment.set(name, { env, ...control, refresh, close })
    }
    await refresh()
  } catch (error) {
    await close()
    throw error
  }
}

/** Releases a checkout's equipment, if it has any. */
export async function unequip({ equipment }: Pick<RunContext, 'equipment'>, name: string): Promise<void> {
  const open = equipment.get(name)
  equipment.delete(name)
  await open?.close()
}

async function takeValues(
  { plan, paths, repository }: RunContext,
  name: string,
  closers: Closer[],
): Promise<Map<string, string>> {
  const id = toCheckoutId(name, paths.worktree(name))
  const folder = await makeTemporaryFolder(repository.env, id)
  closers.push(folder.remove)
  const values = new Map([
    ['checkout', id],
    ['tmp', folder.path],
  ])
  const { ports } = plan.checkout
  if (ports === undefined) return values
  const { first, release } = await takePorts(ports)
  closers.push(release)
  values.set('port', String(first))
  for (let index = 1; index < ports.count; index++) values.set(`port.${index}`, String(first + index))
  return values
}

function toVariables(
  { ports, env }: CheckoutSettings,
  values: Values,
  addresses: Values,
): Record<string, string> {
  const id = values.get('checkout') ?? ''
  const own = Object.entries(env).map(([name, template]) => [name, fillIn(template, values)] as const)
  return {
    [idVariable]: id,
    COMPOSE_PROJECT_NAME: id,
    TMPDIR: values.get('tmp') ?? '',
    ...(ports === undefined ? {} : toPortVariables(Number(values.get('port')), ports.count)),
    ...Object.fromEntries(addresses),
    ...Object.fromEntries(own),
  }
}

/** Variables that a copied file may also assign. */
function toFileVariables(
  { plan }: RunContext,
  all: Readonly<Record<string, string>>,
  addresses: Values,
): Record<string, string> {
  const known = ['PORT', 'COMPOSE_PROJECT_NAME']
  const names = new Set([...Object.keys(plan.checkout.env), ...addresses.keys(), ...known])
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}

interface ServedCheckout {
  readonly name: string
  readonly worktree: Worktree
  readonly values: Values
}

function toServiceControl(
  context: RunContext,
  { name, worktree, values }: ServedCheckout,
  closers: Closer[],
) {
  let services: Services | undefined
  const stopServices = async () => {
    await services?.stop()
    services = undefined
  }
  closers.push(stopServices)
  const startServices = async (env: Readonly<Record<string, string>>, beside?: Agent) => {
    await stopServices()
    services = new Services({ context, name, directory: worktree.path, env, beside, values })
    return services.start()
  }
  return { startServices, stopServices }
}
