import type { Outline } from '../graph/outline.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'

/** Finds globs that name a folder: they would match no file, and every attempt would be refused. */
export function checkFolders(outline: Outline, isFolder: (path: string) => boolean): Problem[] {
  const lists: [readonly string[], PlanPath][] = [
    [outline.protected, ['protected']],
    ...outline.tasks.map((task): [readonly string[], PlanPath] => [task.files, ['tasks', task.id, 'files']]),
  ]
  return lists.flatMap(([globs, path]) =>
    globs.flatMap((glob, index) => {
      const name = glob.replace(/^!/, '')
      if (name === '' || /[*?[{(/]$|[*?[{(]/.test(name) || !isFolder(name)) return []
      return [
        {
          path: [...path, index],
          message: `\`${glob}\` is a folder: write \`${glob}/**\` for everything in it`,
        },
      ]
    }),
  )
}
