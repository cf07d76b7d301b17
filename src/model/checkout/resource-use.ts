import * as z from 'zod'

/** What commands took of the machine, measured about once a second. */
export const resourceUseSchema = z.object({
  /** How long they ran. */
  seconds: z.number(),
  cpuSeconds: z.number(),
  /** How long their processes could have run and waited for a CPU. */
  waitedSeconds: z.number(),
  /** The most at once. */
  memoryBytes: z.number(),
  /** What the checkout and its temporary files took in the end. */
  diskBytes: z.number(),
})

export type ResourceUse = Readonly<z.output<typeof resourceUseSchema>>

export const noResources: ResourceUse = {
  seconds: 0,
  cpuSeconds: 0,
  waitedSeconds: 0,
  memoryBytes: 0,
  diskBytes: 0,
}

/** The use of commands that ran one after another. */
export function addResources(one: ResourceUse, other: ResourceUse): ResourceUse {
  return {
    seconds: one.seconds + other.seconds,
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    waitedSeconds: one.waitedSeconds + other.waitedSeconds,
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
    diskBytes: Math.max(one.diskBytes, other.diskBytes),
  }
}

/** What the commands of a whole run took, and of which machine. */
export const runResourcesSchema = z.object({
  cores: z.number().int(),
  /** With git and all else that the run did. */
  cpuSeconds: z.number(),
  /** The most that commands took at once. */
  memoryBytes: z.number(),
  /** What went from the disk while they ran, at most. */
  diskBytes: z.number(),
})

export type RunResources = Readonly<z.output<typeof runResourcesSchema>>
