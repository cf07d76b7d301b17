import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ArtifactStore, Blob } from './artifact-store.ts'
import type { CacheStore } from './cache-service.ts'
import { type Responder, readBody } from './http.ts'

/** The blob storage that artifacts and caches are sent to and fetched from by signed URLs: whole, or as blocks and a list of them. */
export function toBlobResponder(artifacts: ArtifactStore, caches?: CacheStore): Responder {
  return async (request, response, url) => {
    const match = /^\/blobs\/(artifacts|caches)\/(\d+)$/.exec(url.pathname)
    if (match === null) return false
    const store = match[1] === 'artifacts' ? artifacts : caches
    const artifact: Blob | undefined = store?.tryFindById(Number(match[2]))
    if (artifact === undefined || url.searchParams.get('sig') !== artifact.signature) {
      response.writeHead(403).end()
    } else if (request.method === 'PUT') {
      await storeContent(request, response, artifact, url.searchParams)
    } else {
      response.writeHead(200, {
        'content-type': artifact.mimeType,
        'content-disposition': `attachment; filename="${encodeURIComponent(artifact.name)}"`,
        'content-length': artifact.content.length,
      })
      response.end(artifact.content)
    }
    return true
  }
}

async function storeContent(
  request: IncomingMessage,
  response: ServerResponse,
  artifact: Blob,
  query: URLSearchParams,
): Promise<void> {
  const body = await readBody(request)
  const part = query.get('comp')
  if (part === 'block') artifact.blocks.set(query.get('blockid') ?? '', body)
  else if (part === 'blocklist') artifact.content = joinBlocks(artifact.blocks, body.toString())
  else artifact.content = body
  response
    .writeHead(201, { etag: `"${artifact.signature}"`, 'last-modified': new Date().toUTCString() })
    .end()
}

function joinBlocks(blocks: ReadonlyMap<string, Buffer>, list: string): Buffer {
  const ids = [...list.matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(match => match[1] as string)
  return Buffer.concat(
    ids.map(id => {
      const block = blocks.get(id)
      if (block === undefined) throw new Error(`the list names block ${id}, which was not sent`)
      return block
    }),
  )
}
