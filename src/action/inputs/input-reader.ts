import type { Environment } from '../../model/plan.ts'
import { trySuggest } from '../../plan/schema/suggest.ts'
import type { InputName } from './inputs.ts'

/** A line under `with:` in a workflow. */
export function toInputLine(name: string, value: string): string {
  return `    ${name}: ${value}`
}

/** Reads the inputs of a step one by one, and collects their problems. */
export class InputReader {
  readonly problems: string[] = []
  private readonly env: Environment

  /** @param env Environment of the job: GitHub passes the input `dry-run` as `INPUT_DRY-RUN`. */
  constructor(env: Environment) {
    this.env = env
  }

  /** Undefined if the input is missing or empty. */
  text(name: InputName): string | undefined {
    return this.env[toVariable(name)]?.trim() || undefined
  }

  /** As in YAML 1.2; false if empty, unless stated otherwise. */
  boolean(name: InputName, whenEmpty = false): boolean {
    const text = this.text(name)?.toLowerCase() ?? String(whenEmpty)
    if (text === 'true' || text === 'false') return text === 'true'
    const meant = ['yes', 'y', 'on', '1'].includes(text)
    this.refuse(name, 'must be `true` or `false`', String(meant))
    return false
  }

  count(name: InputName, most: number, example: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const count = Number(text)
    if (/^\d+$/.test(text) && count >= 1 && count <= most) return count
    this.refuse(name, `must be a whole number from 1 to ${most}`, example)
    return undefined
  }

  /** May be fractional. */
  minutes(name: InputName, most: number, example: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const minutes = Number(text)
    if (/^\d+(\.\d+)?$/.test(text) && minutes > 0 && minutes <= most) return minutes
    this.refuse(name, `must be a number of minutes above 0, at most ${most}`, example)
    return undefined
  }

  /** @param synonyms Other words for the choices. */
  choice<T extends string>(
    name: InputName,
    choices: readonly T[],
    synonyms: Readonly<Record<string, T>>,
  ): T | undefined {
    const text = this.text(name)
    const found = choices.find(choice => choice === text)
    if (text === undefined || found !== undefined) return found
    const meant = synonyms[text.toLowerCase()] ?? trySuggest(text, choices) ?? choices[0]
    this.refuse(name, `must be one of ${choices.join(', ')}`, String(meant))
    return undefined
  }

  /** Names that match a pattern, separated by commas, spaces or lines. */
  names(name: InputName, pattern: RegExp, what: string, example: string): string[] {
    const names = (this.text(name) ?? '').split(/[\s,]+/).filter(word => word !== '')
    const wrong = names.filter(word => !pattern.test(word))
    if (wrong.length > 0) this.refuse(name, `contains ${what}: ${wrong.join(', ')}`, example)
    return names
  }

  /** Records a wrong input, with the line to write instead. */
  refuse(name: InputName, why: string, example: string): void {
    const given = toShort(this.text(name) ?? '')
    this.problems.push(`the input \`${name}: ${given}\` ${why}. Write:\n${toInputLine(name, example)}`)
  }
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs */
export function toVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function toShort(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
