import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A registry of npm on loopback, with one package whose program is a script of the shell. */
export class NpmRegistry {
  /** What was downloaded. */
  readonly downloads: string[] = []
  private readonly server: Server
  private readonly versions: ReadonlyMap<string, Buffer>
  private readonly name: string
  private readonly program: string

  private constructor(name: string, program: string, versions: ReadonlyMap<string, Buffer>) {
    this.name = name
    this.program = program
    this.versions = versions
    this.server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '')
      const tarball = this.versions.get(/-\/(.+)\.tgz$/.exec(path)?.[1] ?? '')
      if (tarball !== undefined) this.downloads.push(path)
      if (path !== `/${name}` && tarball === undefined) response.writeHead(404)
      response.end(tarball ?? (path === `/${name}` ? JSON.stringify(this.toPackument()) : '{}'))
    })
  }

  /** @param programs What each version does. */
  static async start(
    name: string,
    program: string,
    programs: Readonly<Record<string, string>>,
  ): Promise<NpmRegistry> {
    const packed = Object.entries(programs).map(
      ([version, script]) => [version, pack({ name, version, program, script })] as const,
    )
    const registry = new NpmRegistry(name, program, new Map(packed))
    await new Promise<void>(resolve => registry.server.listen(0, '127.0.0.1', resolve))
    return registry
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise(resolve => this.server.close(resolve))
  }

  private toPackument(): object {
    const versions = [...this.versions].map(([version, tarball]) => {
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
      const dist = { tarball: `${this.url}${this.name}/-/${version}.tgz`, integrity }
      return [version, { name: this.name, version, bin: { [this.program]: 'program' }, dist }]
    })
    const latest = [...this.versions.keys()].at(-1)
    return { name: this.name, 'dist-tags': { latest }, versions: Object.fromEntries(versions) }
  }
}

interface Packed {
  readonly name: string
  readonly version: string
  readonly program: string
  readonly script: string
}

function pack({ name, version, program, script }: Packed): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pa-package-'))
  mkdirSync(join(folder, 'package'))
  const manifest = { name, version, bin: { [program]: 'program' } }
  writeFileSync(join(folder, 'package/package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package/program'), script, { mode: 0o755 })
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder })
  const packed = readFileSync(join(folder, 'package.tgz'))
  rmSync(folder, { recursive: true })
  return packed
}
