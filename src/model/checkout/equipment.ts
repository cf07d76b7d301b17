/** What an open checkout has beside its files. */
export interface Equipment {
  /** Variables for everything that runs in the checkout. */
  readonly env: Readonly<Record<string, string>>
  /** Lets everything go that others may want: ports, folders. */
  close(): Promise<void>
}

/** The equipment of all open checkouts of a run, by their names. */
export type OpenEquipment = Map<string, Equipment>
