import { expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** A text with a place, `‸`, what each side adds there, and the result if that is not ours followed by theirs. */
export type Place = readonly [
  title: string,
  path: string,
  text: string,
  ours: string,
  theirs: string,
  result?: string,
]

/** Tests that both additions are kept. */
export function expectKept(places: readonly Place[]): void {
  test.each(places)('keeps %s in %s', async (...place) => {
    const [base, ours, theirs, both] = toVersions(place)
    expect(textOf(await resolve(place[1], [base, ours, theirs]))).toBe(both)
  })
}

/** Tests that no rule decides about both additions. */
export function expectRefused(places: readonly Place[]): void {
  test.each(places)('declines %s in %s', async (...place) => {
    const [base, ours, theirs] = toVersions(place)
    const answer = await resolve(place[1], [base, ours, theirs])
    expect(answer.kind === 'declined' ? 'declined' : answer.text).toBe('declined')
  })
}

function toVersions([, , text, ours, theirs, result]: Place): readonly [string, string, string, string] {
  const fill = (added: string) => text.replace('‸', () => added)
  return [fill(''), fill(ours), fill(theirs), result ?? fill(ours + theirs)]
}
