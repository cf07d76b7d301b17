import { lookup } from 'node:dns'
import { BlockList, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Addresses of this machine, and of the metadata of clouds. */
const ownAddresses = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
] as const)
  ownAddresses.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
] as const)
  ownAddresses.addSubnet(network, prefix, 'ipv6')

/** Refuses names that lead to the machine itself: who owns a name decides where it leads. */
export const lookUpElsewhere: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, '')
    const own = new Set(
      Object.values(networkInterfaces()).flatMap(list => list?.map(({ address }) => address)),
    )
    const isOwn = addresses.some(
      ({ address, family }) =>
        ownAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4') ||
        own.has(address.replace(/^::ffff:/i, '')),
    )
    if (isOwn) return done(new Error(`${host} leads to this machine`), '')
    const [first] = addresses
    if (options.all) done(null, addresses)
    else done(null, first?.address ?? '', first?.family)
  })
}
