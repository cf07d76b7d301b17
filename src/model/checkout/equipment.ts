/** What an open checkout has beside its files. */
export interface Equipment {
  /** Variables for everything that runs in the checkout. */
  readonly env: Readonly<Record<string, string>>
  /**
   * Starts the services, even where they run already: they shall run what is in the checkout now. Answers with what is wrong when one does not
   * become ready.
   *
   * @param env Of the commands beside which they run.
   */
  startServices(env: Readonly<Record<string, string>>): Promise<string | undefined>
  stopServices(): Promise<void>
  /** Makes files and databases again what they were, for other code in the same checkout. */
  refresh(): Promise<void>
  /** Lets everything go that others may want: ports, folders. */
  close(): Promise<void>
}

/** The equipment of all open checkouts of a run, by their names. */
export type OpenEquipment = Map<string, Equipment>
