import * as z from 'zod'

export const longestMessage = 2000
/** Per task, over all attempts. */
export const mostMessages = 50

/** A message from the agent of one task to that of another. */
export const taskMessageSchema = z.object({
  from: z.string().max(40),
  to: z.string().max(40),
  /** Identifies a message that is read twice. */
  id: z.string().regex(/^[a-z0-9]{8,32}$/),
  at: z.iso.datetime(),
  text: z.string().min(1).max(longestMessage),
})

export type TaskMessage = Readonly<z.output<typeof taskMessageSchema>>
