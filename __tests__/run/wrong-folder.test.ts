import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

describe("the user's own checkout", () => {
  test('is inspected after each task: files that an agent wrote there are named, and left alone', async () => {
    const repository = makeRepository({ '.gitignore': '*.log\n', 'old.txt': 'old\n', 'mine.txt': 'mine\n' })
    repository.write({ 'mine.txt': 'changed before\n', 'before.txt': 'there before\n' })
    const { folder } = repository
    writePlan(repository, {
      a: {
        script: `echo a > ${folder}/wrong-place.txt; echo a >> ${folder}/old.txt; echo a > ${folder}/a.log; echo a > a.txt`,
      },
      b: { script: 'echo b > b.txt', needs: ['a'] },
    })
    const { tasks, status, stderr } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(tasks.a?.checkoutChanges).toEqual(['old.txt', 'wrong-place.txt'])
    expect(tasks.b?.checkoutChanges).toEqual([])
    expect(stderr).toContain(
      'old.txt, wrong-place.txt have appeared or changed in your checkout while a ran: if that was not you',
    )
    expect(repository.git('status', '--porcelain')).toBe(
      ' M mine.txt\n M old.txt\n?? before.txt\n?? plan.yml\n?? wrong-place.txt',
    )
  })

  test('is asked about once, with all tasks that may have written there', async () => {
    const repository = makeRepository()
    const isThere = `until [ -e ${repository.folder}/stray.txt ]; do sleep 0.05; done`
    writePlan(repository, {
      a: { script: `echo a > ${repository.folder}/stray.txt; echo a > a.txt` },
      b: { script: `${isThere}; echo b > b.txt` },
    })
    const { tasks, stderr } = await runToReport(repository)

    expect(tasks.a?.checkoutChanges).toEqual(['stray.txt'])
    expect(stderr.match(/stray\.txt has appeared or changed in your checkout while /g)).toHaveLength(1)
  })

  test('is read without a program that an agent has put into the configuration of git', async () => {
    const repository = makeRepository({ 'old.txt': 'old\n' })
    const { folder } = repository
    const script = [
      `git -C ${folder} config filter.x.clean 'touch ${folder}/has-run; cat'`,
      `echo '*.txt filter=x' > ${folder}/.git/info/attributes`,
      `echo new > ${folder}/old.txt`, // as long as before: git has to read it
      'echo a > a.txt',
    ].join('; ')
    writePlan(repository, { a: { script } })
    await runToReport(repository)
    repository.git('config', '--remove-section', 'filter.x')

    expect(repository.git('status', '--porcelain')).not.toContain('has-run')
  })
})
