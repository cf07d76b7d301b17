import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { unpackZip } from '../../src/action/artifacts/unpack-zip.ts'
import { DamagedArtifactError } from '../../src/jobs/transport/artifact-store.ts'
import { makeFolder } from '../support/repository.ts'
import { makeZip } from './make-zip.ts'

const limits = { files: 3, bytes: 1 << 20 }
const text = Buffer.from('content')

async function unpack(archive: Buffer): Promise<string> {
  const [folder, outer] = [makeFolder('unpacked'), makeFolder('archive')]
  const path = join(outer, 'artifact.zip')
  writeFileSync(path, archive)
  await unpackZip(path, folder, limits)
  return folder
}

describe('an untrusted archive', () => {
  test('is unpacked, folders too', async () => {
    const folder = await unpack(
      makeZip([
        { name: 'a.json', content: text },
        { name: 'files/b.kept.bundle', content: Buffer.alloc(70_000, 7) },
        { name: 'empty', content: Buffer.alloc(0) },
      ]),
    )

    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('content')
    expect(readFileSync(join(folder, 'files/b.kept.bundle'))).toEqual(Buffer.alloc(70_000, 7))
    expect(readFileSync(join(folder, 'empty'))).toHaveLength(0)
  })

  const paths = ['../a', '/a', 'a/../../b', 'a//b', '.git/config', 'a\\b', 'a\0b', '', 'a/', '..']
  for (const name of paths) {
    test(`is refused with the path ${JSON.stringify(name)}`, async () => {
      await expect(unpack(makeZip([{ name, content: text }]))).rejects.toThrow('an unsafe path')
    })
  }

  test('is refused when it holds a path twice', async () => {
    const twice = makeZip([
      { name: 'a', content: text },
      { name: 'a', content: text },
    ])

    await expect(unpack(twice)).rejects.toThrow('a path twice')
  })

  test.each([
    ['a', 'a/b'],
    ['a/b', 'a'],
    ['a', 'a/b/c'],
  ])('is refused when %s is a file, and %s is, too', async (...names) => {
    const both = unpack(makeZip(names.map(name => ({ name, content: text }))))

    await expect(both).rejects.toThrow(DamagedArtifactError)
  })

  test('is refused when it holds too many files', async () => {
    const many = makeZip(['a', 'b', 'c', 'd'].map(name => ({ name, content: text })))

    await expect(unpack(many)).rejects.toThrow('more than 3')
  })

  test('is refused when it is larger than allowed, whether it says so or not', async () => {
    const bomb = Buffer.alloc(32 << 20)

    await expect(unpack(makeZip([{ name: 'a', content: bomb }]))).rejects.toThrow('too large')
    await expect(unpack(makeZip([{ name: 'a', content: bomb, claimedBytes: 10 }]))).rejects.toThrow(
      DamagedArtifactError,
    )
  })

  test('is refused when a part of it is missing', async () => {
    const whole = makeZip([{ name: 'a', content: Buffer.alloc(5000, 'abc') }])
    const broken = [
      Buffer.alloc(0),
      Buffer.from('no archive'),
      whole.subarray(0, whole.length - 1),
      whole.subarray(30),
    ]

    for (const archive of broken) await expect(unpack(archive)).rejects.toThrow(DamagedArtifactError)
  })

  test('leaves nothing outside of its folder', async () => {
    const outer = makeFolder('outer')
    writeFileSync(join(outer, 'artifact.zip'), makeZip([{ name: '../escaped', content: text }]))

    await expect(unpackZip(join(outer, 'artifact.zip'), join(outer, 'in'), limits)).rejects.toThrow()
    expect(readdirSync(outer)).toEqual(['artifact.zip'])
  })
})
