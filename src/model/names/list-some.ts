/** The first names of a list, and the number of the others, for one sentence. */
export function listSome(names: readonly string[], most = 5): string {
  const named = names.slice(0, most).join(', ')
  return names.length > most ? `${named} and ${names.length - most} more` : named
}
