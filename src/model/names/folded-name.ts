/** Characters that file systems or people do not see in a name. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * The same text for names that differ only in case, in how accents are written, or in invisible characters: some file systems treat
 * them as one. APFS and casefolded ext4 fold fully: `straße` is `STRASSE`, `ﬁ` is `FI`. NTFS folds letter by letter, so this covers it.
 */
export function toFoldedName(name: string): string {
  const letters = name.replace(invisible, '').normalize('NFD')
  // Lower case first: only there, ẞ has the upper case SS. JavaScript would also make an i of ı, which no file system does.
  const parts = letters.split('ı').map(part => part.toLowerCase().toUpperCase().toLowerCase())
  return parts.join('ı').normalize('NFD')
}
