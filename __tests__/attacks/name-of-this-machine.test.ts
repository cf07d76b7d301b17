import { networkInterfaces } from 'node:os'
import { expect, test } from '@jest/globals'
import { lookUpElsewhere } from '../../src/sandbox/network/look-up.ts'

// Tries: a name below an allowed wildcard that its owner lets lead to this machine.
// Afterwards: the proxy has not connected.
test.each([true, false])('a name below a wildcard cannot lead to loopback (all addresses: %s)', async all => {
  const answer = await new Promise(resolve =>
    lookUpElsewhere('localhost', { all }, error => resolve(error?.message)),
  )

  expect(answer).toBe('localhost leads to this machine')
})

test.each(Object.values(networkInterfaces()).flatMap(list => list?.map(({ address }) => address) ?? []))(
  'nor to the address %s of this machine',
  async address => {
    const answer = await new Promise(resolve =>
      lookUpElsewhere(address, { all: true }, error => resolve(error?.message)),
    )

    expect(answer).toBe(`${address} leads to this machine`)
  },
)
