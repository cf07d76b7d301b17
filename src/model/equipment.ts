import type { Agent } from './plan.ts'

/** The equipment of an open checkout, beside its files. */
export interface Equipment {
  /** Variables for everything that runs in the checkout. */
  readonly env: Readonly<Record<string, string>>
  /**
   * Starts the services, or restarts running ones with the current code. Returns an error if a service does not
   * become ready.
   *
   * @param env Environment of the commands that use them.
   * @param beside The agent that will run beside them.
   */
  startServices(env: Readonly<Record<string, string>>, beside?: Agent): Promise<string | undefined>
  stopServices(): Promise<void>
  /** Restores files and databases for other code in the same checkout. */
  refresh(): Promise<void>
  /** Releases shared resources: ports, folders. */
  close(): Promise<void>
}

/** The equipment of all open checkouts of a run, by their names. */
export type OpenEquipment = Map<string, Equipment>
