import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { RunContext } from '../run/run-context.ts'

const failedTest = z.strictObject({
  id: z.string(),
  file: z.string().nullable(),
  name: z.string(),
  message: z.string().nullable(),
  runner: z.string(),
})

const verdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passed'),
    /** Number of tests that ran, if known. */
    ran: z.number().nullable().optional(),
    /** Why that may not be true. */
    doubt: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('failed'),
    failed: z.array(failedTest).nullable(),
    isBroken: z.boolean(),
    stage: z.enum(['setup', 'test']),
    reason: z.string(),
  }),
])

/** The result of a test command on a tree, with everything needed to rerun single tests. */
export type StoredVerdict = Readonly<z.output<typeof verdictSchema>>

const storeSchema = z.strictObject({ version: z.literal(1), verdicts: z.record(z.string(), verdictSchema) })

/** Stores test results by tree and command on a ref of the run, so that nothing is tested twice, also after a crash. */
export class VerdictStore {
  private readonly context: RunContext
  private verdicts: Map<string, StoredVerdict> | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(context: RunContext) {
    this.context = context
  }

  async tryFind(key: string): Promise<StoredVerdict | undefined> {
    return (await this.load()).get(key)
  }

  /** Resolves when stored. */
  async add(key: string, verdict: StoredVerdict): Promise<void> {
    const verdicts = await this.load()
    verdicts.set(key, verdict)
    this.writing = this.writing.then(() => this.write(verdicts))
    await this.writing
  }

  /** A failure counts for one search: when the user asks again, its external cause may be gone. */
  async forgetFailures(): Promise<void> {
    const verdicts = await this.load()
    const passed = [...verdicts].filter(([, { kind }]) => kind === 'passed')
    if (passed.length === verdicts.size) return
    this.verdicts = new Map(passed)
    await this.write(this.verdicts)
  }

  private async load(): Promise<Map<string, StoredVerdict>> {
    if (this.verdicts === undefined) {
      const { store } = this.context
      const stored = await store.readJson(store.refs.verdicts, storeSchema)
      this.verdicts ??= new Map(Object.entries(stored?.verdicts ?? {}))
    }
    return this.verdicts
  }

  private async write(verdicts: ReadonlyMap<string, StoredVerdict>): Promise<void> {
    const { store } = this.context
    const blob = await store.writeJson({ version: 1, verdicts: Object.fromEntries(verdicts) })
    await store.pointRefs([[store.refs.verdicts, blob]])
  }
}

/** The key of a result: the tree and everything that decides what runs on it. */
export function toVerdictKey(tree: string, commands: readonly (string | number | undefined)[]): string {
  return `${tree} ${createHash('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 16)}`
}
