import { expect, test } from '@jest/globals'
import { isAllowed, tryEntryProblem } from '../../src/model/network/allow-list.ts'

test.each([
  ['api.example.com', 'api.example.com', 443, true],
  ['api.example.com', 'API.Example.com.', 80, true],
  ['api.example.com', 'api.example.com', 22, false],
  ['api.example.com', 'evil-api.example.com', 443, false],
  ['api.example.com', 'api.example.com.evil.net', 443, false],
  ['*.example.com', 'a.b.example.com', 443, true],
  ['*.example.com', 'example.com', 443, false],
  ['*.example.com', 'evilexample.com', 443, false],
  ['api.example.com:8443', 'api.example.com', 8443, true],
  ['api.example.com:8443', 'api.example.com', 443, false],
  ['registry:npm', 'registry.npmjs.org', 443, true],
  ['registry:npm', 'pypi.org', 443, false],
])('an entry %s and the host %s at port %i: %s', (entry, host, port, expected) => {
  expect(isAllowed([entry], { host, port })).toBe(expected)
})

test('refuses entries that are neither hosts nor registries, and lists the valid ones', () => {
  for (const entry of ['https://example.com', 'exam ple.com', '*', 'a.*.com', 'example.com:99999', ''])
    expect(tryEntryProblem(entry)).toContain('must be a host')
  expect(tryEntryProblem('registry:nmp')).toContain('registry:npm')
  for (const entry of ['example.com', '*.example.com', 'localhost:5432', '10.0.0.1', 'registry:go'])
    expect(tryEntryProblem(entry)).toBeUndefined()
})
