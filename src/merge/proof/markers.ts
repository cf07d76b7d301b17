/** The number of the first line that git's conflict markers are left in. A line of `=` alone may underline a heading. */
export function findMarker(text: string): number | undefined {
  const index = text.split('\n').findIndex(line => /^(<{7}|>{7}|\|{7})( |\r?$)/.test(line))
  return index === -1 ? undefined : index + 1
}
