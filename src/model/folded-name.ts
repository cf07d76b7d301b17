/** Characters that file systems or people do not see in a name. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** The same text for names that differ in case, in how accents are written, or in what cannot be seen: some file systems take them for one. */
export function toFoldedName(name: string): string {
  return name.replace(invisible, '').normalize('NFD').toUpperCase().toLowerCase().normalize('NFD')
}
