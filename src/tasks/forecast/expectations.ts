import { isUtf8 } from 'node:buffer'
import { listCandidates } from '../../conflicts/candidates/list-candidates.ts'
import { toGeneratedRule } from '../../conflicts/formats/generated.ts'
import { resolveText } from '../../conflicts/resolve-text.ts'
import type { FileConflict } from '../../conflicts/text/text-conflict.ts'
import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Forecast } from './forecast.ts'

/** Above this number of conflicts, no expectation is computed. */
const mostConflicts = 200

/** Computes the expected resolver of each forecast conflict. Results are cached by the three contents. */
export class Expectations {
  private readonly context: Pick<RunContext, 'plan' | 'repository'>
  private readonly forecast: Forecast
  private readonly known = new Map<string, string | null>()

  constructor(context: Pick<RunContext, 'plan' | 'repository'>, forecast: Forecast) {
    this.context = context
    this.forecast = forecast
  }

  async add(conflicts: readonly ForecastConflict[]): Promise<ForecastConflict[]> {
    if (conflicts.length > mostConflicts) return [...conflicts]
    const expected: ForecastConflict[] = []
    for (const conflict of conflicts) expected.push({ ...conflict, expected: await this.find(conflict) })
    return expected
  }

  private async find(conflict: ForecastConflict): Promise<string | null> {
    const { onConflict, agent } = this.context.plan.integration
    if (onConflict === 'stop') return null
    const byAgent = agent === undefined && onConflict !== 'agent' ? null : 'agent'
    const ids = this.forecast.blobsOf(conflict)
    if (ids === undefined) return byAgent
    if (this.isGenerated(conflict.path)) return 'rule:generated'
    const key = [conflict.path, ...ids].join(' ')
    const known = this.known.get(key)
    const found = known === undefined ? await this.resolve(conflict, ids) : known
    this.known.set(key, found)
    return found === 'candidates' ? (this.hasTest(conflict) ? 'tests' : byAgent) : (found ?? byAgent)
  }

  private isGenerated(path: string): boolean {
    const { resolvers, generated } = this.context.plan.integration
    if (!resolvers.includes('generated')) return false
    return toMatcher(Object.keys(generated))(path) || toGeneratedRule(path) !== undefined
  }

  private hasTest({ tasks }: ForecastConflict): boolean {
    return this.context.plan.tasks.some(({ id, test }) => tasks.includes(id) && test !== undefined)
  }

  private async resolve(
    { path }: ForecastConflict,
    ids: readonly (string | undefined)[],
  ): Promise<string | null> {
    const texts = await Promise.all(ids.map(id => this.readText(id)))
    if (ids.some((id, index) => id !== undefined && texts[index] === undefined)) return null
    const [base, ours, theirs] = texts
    const { resolvers, candidates } = this.context.plan.integration
    const versions: FileConflict = { path, base, ours, theirs }
    const answer = await resolveText(versions, { resolvers })
    if (answer.kind === 'resolved') return `rule:${answer.tier}`
    const some = candidates.most === 0 ? [] : await listCandidates(versions, { resolvers, limit: 1 })
    return some.length === 0 ? null : 'candidates'
  }

  private async readText(id: string | undefined): Promise<string | undefined> {
    const object = id === undefined ? undefined : await this.context.repository.objects.read(id)
    return object?.type === 'blob' && isUtf8(object.content) ? object.content.toString('utf8') : undefined
  }
}
