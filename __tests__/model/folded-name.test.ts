import { expect, test } from '@jest/globals'
import { toFoldedName } from '../../src/model/names/folded-name.ts'

// APFS and casefolded ext4 fold fully (ß is ss) and ignore how accents are written; NTFS folds letter by letter.
const same: readonly (readonly [string, string])[] = [
  ['Readme.md', 'README.md'],
  ['straße.txt', 'strasse.txt'],
  ['STRAẞE.txt', 'straße.txt'],
  ['ſ.txt', 's.txt'],
  ['K.txt', 'k.txt'],
  ['ﬁle.txt', 'file.txt'],
  ['ος.txt', 'οσ.txt'],
  ['ϵ.txt', 'ε.txt'],
  ['caf\u00e9', 'cafe\u0301'],
  ['a\u200bb', 'ab'],
]
test.each(same)('%s and %s are one name to some file systems', (one, other) => {
  expect(toFoldedName(one)).toBe(toFoldedName(other))
})

// ı is no i to any of them; ² is a 2 only to compatibility forms, which no file system uses.
const different: readonly (readonly [string, string])[] = [
  ['kapı.txt', 'kapi.txt'],
  ['m²', 'm2'],
  ['ä', 'a'],
  ['ae', 'æ'],
]
test.each(different)('%s and %s are two names everywhere', (one, other) => {
  expect(toFoldedName(one)).not.toBe(toFoldedName(other))
})
