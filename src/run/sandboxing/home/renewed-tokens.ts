type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Names under which CLIs store renewable tokens. */
const renewable = /^(access|refresh|expir|id_?token|last_?refresh|scope)/i

/**
 * A CLI's copy of a sign-in file, if only tokens changed: nothing added, nothing else modified. An agent can write the copy as well
 * as its CLI.
 */
export function tryRenewed(before: Buffer, after: Buffer | undefined): string | undefined {
  if (after === undefined || after.equals(before)) return undefined
  try {
    const text = after.toString('utf8')
    return isRenewal(JSON.parse(before.toString('utf8')), JSON.parse(text), '') ? text : undefined
  } catch {
    return undefined // not JSON: encrypted files are not copied back
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
