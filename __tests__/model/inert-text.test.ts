import { expect, test } from '@jest/globals'
import { toInertLine } from '../../src/model/inert-text.ts'

test('a title by another person mentions no user, closes no issue, and stays readable', () => {
  const inert = toInertLine('Closes #1, fixes GH-2 and\nowner/repo#3 https://github.com/o/r/issues/4 @team')

  expect(inert).not.toMatch(/#\d|GH-\d|:\/\/|@\w|\n/)
  expect(inert.replaceAll('\u200b', '')).toBe(
    'Closes #1, fixes GH-2 and owner/repo#3 https://github.com/o/r/issues/4 @team',
  )
  expect(toInertLine('Add e-mail <a@b> to C# #define')).toContain('C# #define')
})
