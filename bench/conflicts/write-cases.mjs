// Writes what was resolved differently, or declined, into a folder for reading: the versions, the result, and the difference from what people did.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export function writeCase(folder, { case: name, path, conflict, resolved, answer, verdict }) {
  const place = join(folder, verdict, name.replaceAll('/', '-'))
  mkdirSync(place, { recursive: true })
  const texts = { ...conflict, resolved, result: answer.text }
  for (const version of ['base', 'ours', 'theirs', 'resolved', 'result'])
    if (texts[version] !== undefined) writeFileSync(join(place, version + extname(path)), texts[version])
  const said = answer.kind === 'declined' ? answer.reasons : [answer.tier, answer.proof]
  writeFileSync(join(place, 'answer.txt'), `${[path, ...said].join('\n')}\n`)
  const compared = {
    'difference.diff': ['result', 'resolved'],
    'ours.diff': ['base', 'ours'],
    'theirs.diff': ['base', 'theirs'],
  }
  for (const [file, versions] of Object.entries(compared)) {
    if (versions.some(version => texts[version] === undefined)) continue
    const names = versions.map(version => version + extname(path))
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', ...names], {
      cwd: place,
      encoding: 'utf8',
    })
    writeFileSync(join(place, file), stdout)
  }
  const sides = ['ours', 'base', 'theirs']
  if (sides.every(version => texts[version] !== undefined)) {
    const names = sides.map(version => version + extname(path))
    const { stdout } = spawnSync('git', ['merge-file', '-p', '--zdiff3', ...names], {
      cwd: place,
      encoding: 'utf8',
    })
    writeFileSync(join(place, `markers${extname(path)}`), stdout)
  }
}
