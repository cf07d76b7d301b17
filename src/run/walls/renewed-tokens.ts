type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Names under which CLIs keep what a service gives them again and again. */
const renewable = /^(access|refresh|expir|id_?token|last_?refresh|scope)/i

/**
 * What a CLI has made of its copy of a file with tokens, if that is the same file with other tokens: nothing added, nothing else changed.
 * An agent can write the copy as well as its CLI does.
 */
export function tryRenewed(before: Buffer, after: Buffer | undefined): string | undefined {
  if (after === undefined || after.equals(before)) return undefined
  try {
    const text = after.toString('utf8')
    return isRenewal(JSON.parse(before.toString('utf8')), JSON.parse(text), '') ? text : undefined
  } catch {
    return undefined // it is no JSON: encrypted files are not taken back
  }
}

function isRenewal(before: Json, after: Json, name: string): boolean {
  if (isObject(before) && isObject(after)) {
    const names = Object.keys(before)
    const isSameShape = names.length === Object.keys(after).length && names.every(key => key in after)
    return isSameShape && names.every(key => isRenewal(before[key] as Json, after[key] as Json, key))
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return true
  const isPlain = typeof before === typeof after && ['string', 'number'].includes(typeof before)
  return isPlain && renewable.test(name) && token.test(String(after))
}

const token = /^[\x20-\x7e]{1,20000}$/

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
