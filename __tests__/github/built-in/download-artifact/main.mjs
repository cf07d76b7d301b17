import { join, matchesGlob, resolve } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { getBooleanInput, getInput, setFailed, setOutput } from '@actions/core'

try {
  await download()
} catch (error) {
  setFailed(error.message)
}

async function download() {
  const client = new DefaultArtifactClient()
  const folder = resolve(getInput('path') || process.env.GITHUB_WORKSPACE)
  for (const { artifact, path } of await choose(client, folder))
    await client.downloadArtifact(artifact.id, { path })
  setOutput('download-path', folder)
}

/** One artifact goes into the folder itself, several into folders of their own names. */
async function choose(client, folder) {
  const name = getInput('name')
  if (name !== '') return [{ ...(await client.getArtifact(name)), path: folder }]
  const { artifacts } = await client.listArtifacts({ latest: true })
  const pattern = getInput('pattern') || '*'
  const isMerged = getBooleanInput('merge-multiple')
  return artifacts
    .filter(artifact => matchesGlob(artifact.name, pattern))
    .map(artifact => ({ artifact, path: isMerged ? folder : join(folder, artifact.name) }))
}
