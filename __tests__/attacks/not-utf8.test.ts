import { expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

// Tries: names of files, a name of an author and a message that are not UTF-8, to have the harness take one file for another.
// Afterwards: the bytes are as they were made, a scope that does not hold the file refuses it, and the others land.
for (const sandbox of ['none', 'auto'] as const) {
  const run = sandbox === 'none' || hasSandbox ? test : test.skip
  run(
    `names and commits that are not UTF-8 are kept as they are, and are no way out of a scope (${sandbox})`,
    async () => {
      const scene = makeScene({ 'src/a.txt': 'a\n' })
      const name = '"$(printf \'bad\\377name.txt\')"'
      const report = await scene.run(
        {
          named: { script: `printf x > ${name}`, files: ['bad*'] },
          stray: { script: `printf x > ${name}; echo s > src/s.txt`, files: ['src/**'], retries: 0 },
          commits: {
            script:
              'echo c > c.txt; git add c.txt; printf "caf\\351 \\377\\n" > m; git -c i18n.commitEncoding=latin1 -c user.name="$(printf "N\\351")" -c user.email=e@x commit -q -F m; rm m',
            files: ['c.txt'],
          },
          good: { script: 'echo g > g.txt', files: ['g.txt'] },
        },
        {},
        { args: ['--sandbox', sandbox] },
      )
      const { tasks } = report

      expect(scene.repository.git('ls-tree', '--name-only', tasks.named?.branch ?? '', 'bad*')).not.toContain(
        '�',
      )
      expect(scene.repository.git('ls-tree', '-r', '--name-only', tasks.named?.branch ?? '')).toContain(
        '"bad\\377name.txt"',
      )
      expect(tasks.stray?.outcome).not.toBe('succeeded')
      expect(tasks.commits?.landing).toBe('landed')
      expect(tasks.good?.landing).toBe('landed')
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    },
  )
}
