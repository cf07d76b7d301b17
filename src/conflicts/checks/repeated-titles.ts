import { countItems } from '../text/count-items.ts'
import { type MergedText, toTrimmedLines } from './merged-text.ts'

/** Routes and names that are registered twice: `app.get('/users', …)` in two places, where only one takes effect. */
export function findRepeatedTitles({ ours, theirs, result }: MergedText): string[] {
  const [merged, left, right] = [result, ours, theirs].map(text => countItems(listRegistrations(text)))
  return [...(merged ?? [])].flatMap(([name, count]) => {
    const most = Math.max(left?.get(name) ?? 0, right?.get(name) ?? 0)
    return count > 1 && count > most && most > 0 && isNewOnBoth(name, left, right) ? [name] : []
  })
}

function isNewOnBoth(
  name: string,
  left: ReadonlyMap<string, number> | undefined,
  right: ReadonlyMap<string, number> | undefined,
): boolean {
  return left?.get(name) === 1 && right?.get(name) === 1
}

const registration =
  /^@?(?:\w+\.)*(get|post|put|patch|delete|route|command|register|path|url)\(\s*(["'`][^"'`]+["'`])/

/** Routes of Go, C# and Java. */
const capitalRegistration =
  /^@?(?:\w+\.)*(Get|Post|Put|Patch|Delete|Handle|HandleFunc|Map(?:Get|Post|Put|Delete)|(?:Get|Post|Put|Patch|Delete)Mapping)\(\s*(["`]\/[^"`]*["`])/

function listRegistrations(text: string): string[] {
  return toTrimmedLines(text).flatMap(line => {
    const [, verb, title] = registration.exec(line) ?? capitalRegistration.exec(line) ?? []
    return verb === undefined || title === undefined ? [] : [`${verb}(${title}`]
  })
}
