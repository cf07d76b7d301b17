/** Characters that file systems or people do not see in a name. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** The same text for names that differ only in case, accents or invisible characters: some file systems treat them as one. */
export function toFoldedName(name: string): string {
  return name.replace(invisible, '').normalize('NFD').toUpperCase().toLowerCase().normalize('NFD')
}
