import { at, listAt, textAt } from '../output/json-at.ts'

/** A plan's settings for an agent with ACP. */
export interface WantedSettings {
  readonly model: string | undefined
  readonly mode: string | undefined
  readonly effort: string | undefined
  /** The mode if the plan names none, for agents that have it. */
  readonly usualMode: string | undefined
}

/** One request that applies a setting. */
export type SettingStep =
  | { readonly kind: 'option'; readonly configId: string; readonly value: string }
  | { readonly kind: 'mode'; readonly modeId: string }

export type SettingSteps =
  | { readonly kind: 'steps'; readonly steps: readonly SettingStep[] }
  /** A setting that the agent does not support is never ignored. */
  | { readonly kind: 'impossible'; readonly reason: string }

interface Choice {
  readonly id: string
  readonly values: readonly { readonly value: string; readonly name: string }[]
  readonly current: string | undefined
}

/**
 * How to apply a plan's settings in a session, given what the agent offered at its beginning.
 *
 * @param isFirst Whether it still has the settings that it began with: those are not set again.
 */
export function toSettingSteps(
  session: unknown,
  wanted: WantedSettings,
  { isFirst }: { readonly isFirst: boolean },
): SettingSteps {
  const steps: SettingStep[] = []
  const settings = [
    { word: 'model', category: 'model', value: wanted.model },
    { word: 'effort', category: 'thought_level', value: wanted.effort },
  ]
  for (const { word, category, value } of settings) {
    if (value === undefined) continue
    const choice = tryChoice(session, category)
    const chosen = tryValue(choice, value)
    if (choice === undefined || chosen === undefined)
      return {
        kind: 'impossible',
        reason: toReason(
          word,
          value,
          choice?.values.map(option => option.value),
        ),
      }
    if (!isFirst || chosen !== choice.current)
      steps.push({ kind: 'option', configId: choice.id, value: chosen })
  }
  const mode = toModeStep(session, wanted)
  if (mode !== undefined && 'reason' in mode) return mode
  return { kind: 'steps', steps: mode === undefined ? steps : [...steps, mode] }
}

function toModeStep(
  session: unknown,
  { mode, usualMode }: WantedSettings,
): SettingStep | Extract<SettingSteps, { kind: 'impossible' }> | undefined {
  const ids = listAt(session, 'modes', 'availableModes').map(offered => textAt(offered, 'id'))
  const choice = tryChoice(session, 'mode')
  const wanted = mode ?? usualMode
  if (wanted === undefined) return undefined
  if (ids.includes(wanted))
    return textAt(session, 'modes', 'currentModeId') === wanted ? undefined : { kind: 'mode', modeId: wanted }
  const chosen = tryValue(choice, wanted)
  if (choice !== undefined && chosen !== undefined)
    return chosen === choice.current ? undefined : { kind: 'option', configId: choice.id, value: chosen }
  if (mode === undefined) return undefined
  const offered = ids.length > 0 ? ids : choice?.values.map(option => option.value)
  return { kind: 'impossible', reason: toReason('mode', wanted, offered) }
}

function toReason(word: string, value: string, offered: readonly (string | undefined)[] = []): string {
  const named = offered.filter(text => text !== undefined).slice(0, 30)
  const what = named.length === 0 ? `it has no setting for \`${word}\`` : `it offers ${named.join(', ')}`
  return `its ${word} cannot be ${value}: ${what}`
}

function tryChoice(session: unknown, category: string): Choice | undefined {
  const option = listAt(session, 'configOptions').find(
    candidate => textAt(candidate, 'category') === category && at(candidate, 'type') === 'select',
  )
  const id = textAt(option, 'id')
  if (id === undefined) return undefined
  const listed = listAt(option, 'options').flatMap(entry => {
    const grouped = listAt(entry, 'options')
    return grouped.length > 0 ? grouped : [entry]
  })
  const values = listed.flatMap(entry => {
    const value = textAt(entry, 'value')
    return value === undefined ? [] : [{ value, name: textAt(entry, 'name') ?? value }]
  })
  return { id, values, current: textAt(option, 'currentValue') }
}

/** By its value, its name, or the end of a value such as `anthropic/claude-opus-5`. */
function tryValue(choice: Choice | undefined, wanted: string): string | undefined {
  const values = choice?.values ?? []
  const found =
    values.find(({ value }) => value === wanted) ??
    values.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ??
    values.find(({ value }) => value.endsWith(`/${wanted}`))
  return found?.value
}

/** The model of a session, if the agent reports it. */
export function tryCurrentModel(session: unknown): string | undefined {
  return tryChoice(session, 'model')?.current
}
