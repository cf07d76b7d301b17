import { globSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { getBooleanInput, getInput, getMultilineInput, setFailed, setOutput, warning } from '@actions/core'

try {
  await upload()
} catch (error) {
  setFailed(error.message)
}

async function upload() {
  const name = getInput('name')
  const patterns = getMultilineInput('path', { required: true })
  const files = findFiles(patterns)
  if (files.length === 0)
    return reportNothing(`No files were found with the provided path: ${patterns.join(', ')}.`)
  const client = new DefaultArtifactClient()
  if (getBooleanInput('overwrite')) await client.deleteArtifact(name).catch(() => {}) // there may be none
  const { id, digest } = await client.uploadArtifact(name, files, toRoot(patterns, files))
  setOutput('artifact-id', id)
  setOutput('artifact-digest', digest)
}

function findFiles(patterns) {
  const found = patterns
    .flatMap(pattern => globSync(pattern))
    .flatMap(path => (isFile(path) ? [path] : globSync(`${path}/**`)))
  const files = [...new Set(found.filter(isFile).map(path => resolve(path)))]
  return getBooleanInput('include-hidden-files')
    ? files
    : files.filter(path => !/\/\./.test(path.replace(process.cwd(), '')))
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** The folder that paths in the artifact begin at: the one that was named, or the nearest above all files. */
function toRoot(patterns, files) {
  const [first] = patterns
  if (patterns.length === 1 && statSync(first, { throwIfNoEntry: false })?.isDirectory())
    return resolve(first)
  let root = dirname(files[0])
  while (!files.every(path => path.startsWith(join(root, '/')))) root = dirname(root)
  return root
}

function reportNothing(message) {
  const way = getInput('if-no-files-found')
  if (way === 'error') setFailed(message)
  else if (way === 'warn') warning(message)
}
