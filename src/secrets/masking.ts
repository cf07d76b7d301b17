import type { SecretValue } from './secret-values.ts'

/** What stands in place of a secret. */
const mask = '***'

/** Tokens that are known by their shape, each with a prefix that nothing else has. */
const shapes = [
  'sk-[A-Za-z0-9_-]{32,200}',
  'gh[pousr]_[A-Za-z0-9]{36,255}',
  'github_pat_\\w{50,255}',
  'glpat-[\\w-]{20,100}',
  '(?:AKIA|ASIA)[0-9A-Z]{16}',
  'xox[abeoprs]-[\\w-]{10,200}',
  'AIza[\\w-]{35}',
  'npm_[A-Za-z0-9]{36}',
  'hf_[A-Za-z0-9]{30,100}',
  'eyJ[\\w-]{10,2000}\\.eyJ[\\w-]{10,4000}\\.[\\w-]{10,2000}',
].map(shape => `\\b${shape}`)

/** Names of secret values by every form in which they can be written. */
const forms = new Map<string, string>()
let pattern = toPattern()

/**
 * From now on these values are masked wherever text of agents and commands enters. They belong to the process, as its environment does:
 * whatever passes here may end in a place that others can read.
 */
export function protectValues(values: readonly SecretValue[]): void {
  const before = forms.size
  for (const { name, value } of values)
    for (const form of toForms(value)) if (!forms.has(form)) forms.set(form, name)
  if (forms.size > before) pattern = toPattern()
}

/** The text with `***` in place of secrets: values that were given to the run, and tokens of known shapes. */
export function maskSecrets(text: string): string {
  return text.replace(pattern, mask)
}

/** The variable whose value a text holds; undefined: none. */
export function tryHeldValue(text: string): string | undefined {
  for (const [form, name] of forms) if (text.includes(form)) return name
  return undefined
}

/** A value as it is written in texts, JSON, addresses and base64; of several lines, each long one. */
function toForms(value: string): string[] {
  const lines = value.split(/\r?\n/).filter(line => line.length >= 16)
  const texts = value.includes('\n') ? lines : [value]
  return texts.flatMap(text => [
    ...new Set([
      text,
      JSON.stringify(text).slice(1, -1),
      toAddressForm(text),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ]),
  ])
}

function toAddressForm(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text // it is not well-formed Unicode
  }
}

/** Longer values first, so that one which begins like another is masked as a whole. */
function toPattern(): RegExp {
  const values = [...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map(text => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp([...values, ...shapes].join('|'), 'g')
}
