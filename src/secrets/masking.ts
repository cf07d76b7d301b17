import type { SecretValue } from './secret-values.ts'

/** Replaces a secret. */
const mask = '***'

/** Known token formats, each with a unique prefix. */
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

/** Names of secret values by each of their encodings. */
const forms = new Map<string, string>()
let pattern = toPattern()

/**
 * Masks these values from now on, wherever text of agents and commands enters. They are global, as the environment is: any text here
 * may end in a place that others can read.
 */
export function protectValues(values: readonly SecretValue[]): void {
  const before = forms.size
  for (const { name, value } of values)
    for (const form of toForms(value)) if (!forms.has(form)) forms.set(form, name)
  if (forms.size > before) pattern = toPattern()
}

/** The text with `***` in place of secrets: values given to the run, and tokens of known formats. */
export function maskSecrets(text: string): string {
  return text.replace(pattern, mask)
}

/** The secrets in a text. */
export function listSecretTexts(text: string): readonly string[] {
  return text.match(pattern) ?? []
}

/** Shorter texts can come about by chance, where parts meet. */
export const shortestByChance = 16

/** Whether there are values to look for. */
export function hasValues(): boolean {
  return forms.size > 0
}

/** The variable whose value is in the text, in a form with that many characters; undefined: none. */
export function tryHeldValue(text: string, shortest = 0): string | undefined {
  for (const [form, name] of forms) if (form.length >= shortest && text.includes(form)) return name
  return undefined
}

/** A value as written in texts, JSON, addresses, hexadecimal digits, base64 and base32; if it has several lines, each long line. */
function toForms(value: string): string[] {
  const lines = value.split(/\r?\n/).filter(line => line.length >= 16)
  const texts = value.includes('\n') ? lines : [value]
  return texts.flatMap(text => [
    ...new Set([
      text,
      JSON.stringify(text).slice(1, -1),
      toAddressForm(text),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('hex').toUpperCase(),
      ...toBase32Forms(text),
      ...(text.length < shortestInner ? [] : [[...text].reverse().join('')]),
      ...toInnerForms(text),
    ]),
  ])
}

/** Shorter ones appear in other texts. */
const shortestInner = 12

/** A value inside of a longer text in base64, such as the password of `user:password`: without the characters that depend on the rest. */
function toInnerForms(text: string): string[] {
  if (text.length < shortestInner) return []
  return [0, 1, 2].flatMap(before => {
    const bytes = Buffer.from(`${' '.repeat(before)}${text}`)
    const whole = bytes
      .toString('base64')
      .slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3))
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, section 6. */
function toBase32Forms(text: string): string[] {
  if (text.length < shortestInner) return []
  const bits = [...Buffer.from(text)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const digits = bits.match(/.{5}/g) ?? [] // the last character depends on what follows
  const form = digits.map(five => base32Alphabet[Number.parseInt(five, 2)]).join('')
  return [form, form.toLowerCase()]
}

function toAddressForm(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text // not well-formed Unicode
  }
}

/** Longer values first, so that a value with another one as prefix is masked completely. */
function toPattern(): RegExp {
  const values = [...forms.keys()]
    .sort((a, b) => b.length - a.length)
    .map(text => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp([...values, ...shapes].join('|'), 'g')
}
