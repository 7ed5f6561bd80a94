import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import {
  changeDepartment,
  createDepartment,
  deleteDepartment,
  deleteDepartmentPerson,
  type Department,
  departmentCircle,
  listDepartments,
  putDepartmentPerson,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import type { LnAdminDepartments } from './departments-page.ts'
import './departments-page.ts'

const idOf = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const aPerson = (id: string, name: string): DirectoryPerson => ({
  ...{ id, name, kind: 'internal', affiliation: '研发部', disabled: false, account: name, title: '工程师' },
  ...{ email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null, version: 1 },
})
const zhao = aPerson(idOf(901), '赵启航')
const sun = aPerson(idOf(902), '孙悦')
const aDepartment = (number: number, name: string, parent: number | null, given: Partial<Department> = {}): Department => ({
  ...{ id: idOf(number), name, parentId: parent === null ? null : idOf(parent), position: 0, people: 0, peopleBelow: 0 },
  ...{ headId: null, head: null, managed: true, version: 1, ...given },
})
const head = { id: zhao.id, name: zhao.name, kind: 'internal' as const, affiliation: '研发部', disabled: false }

let departments: Department[]
let sent: unknown[]
let server: TestServer
let stop: AbortController

const drawn = async (
  query = '',
  { locale = 'zh-CN', scope = 'all' }: { locale?: 'zh-CN' | 'en'; scope?: 'all' | 'department-tree' } = {},
) => {
  const route = (words: string) => ({ path: '/admin/departments', params: {}, query: new URLSearchParams(words) })
  const drawing = await aPage(html`<main><ln-admin-departments .route=${route(query)}></ln-admin-departments></main>`, {
    server,
    locale,
    me: { grants: { 'people.manage': scope, 'people.read': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
  // there is no shell that follows the page's links
  const element = drawing.root.querySelector<LnAdminDepartments>('ln-admin-departments')!
  stop = new AbortController()
  navigation.addEventListener(
    'navigate',
    (event) => {
      event.intercept()
      element.route = route(new URL(event.destination.url).search)
    },
    { signal: stop.signal },
  )
  await expect.element(page.getByRole('treeitem').first()).toBeVisible()
  return drawing
}
const line = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name} `) })
const focused = () => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element?.querySelector('.name')?.textContent ?? element?.localName
}

afterAll(() => stop.abort())
beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  departments = [
    aDepartment(1, '恒川装备', null, { peopleBelow: 5 }),
    aDepartment(2, '研发部', 1, { people: 2, peopleBelow: 2, headId: zhao.id, head }),
    aDepartment(3, '市场部', 1, { position: 1 }),
    aDepartment(4, '硬件组', 2),
  ]
  server = new TestServer()
    .on(listDepartments, ({ query }) => {
      const from = Number(query.cursor ?? 0)
      const items = departments.slice(from, from + 2)
      return { items, next: from + 2 < departments.length ? String(from + 2) : null }
    })
    .on(listPeople, ({ query }) => ({ items: query.query === undefined ? [zhao] : [zhao, sun], next: null }))
    .on(createDepartment, ({ body }) => {
      sent.push(body)
      const made = aDepartment(9, body.name, null, { parentId: body.parentId ?? null })
      departments = [...departments, made]
      return made
    })
    .on(changeDepartment, ({ params, body }) => {
      sent.push({ id: params.id, ...body })
      departments = departments.map((one) => (one.id === params.id ? { ...one, ...body, version: one.version + 1 } : one))
      return departments.find(({ id }) => id === params.id)!
    })
    .on(deleteDepartment, ({ params }) => {
      sent.push({ deleted: params.id })
      departments = departments.filter(({ id }) => id !== params.id)
    })
    .on(putDepartmentPerson, ({ params }) => void sent.push({ joined: params.personId }))
    .on(deleteDepartmentPerson, ({ params }) => void sent.push({ left: params.personId }))
  return () => stop?.abort()
})

describe('the page of departments', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(`department=${idOf(2)}`, { locale })
    await expect.element(page.getByRole('link', { name: /赵启航/ })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('shows the tree, read page by page, with heads and people counted', async () => {
    await drawn()
    await expect.element(page.getByRole('treeitem', { name: '研发部 负责人 赵启航 人数 2' })).toHaveAttribute('aria-level', '2')
    await expect.element(line('硬件组')).toHaveAttribute('aria-level', '3')
  })

  it('finds departments with what lies above them', async () => {
    await drawn()
    await page.getByRole('searchbox').fill('硬件')
    await expect
      .poll(() =>
        page
          .getByRole('treeitem')
          .elements()
          .map((one) => one.querySelector('.name')?.textContent),
      )
      .toEqual(['恒川装备', '研发部', '硬件组'])
  })

  it('makes one below that which is shown', async () => {
    await drawn(`department=${idOf(3)}`)
    await page.getByRole('link', { name: '新建部门' }).click()
    await expect.element(page.getByRole('combobox', { name: '上级部门' })).toHaveDisplayValue('恒川装备 / 市场部')
    await page.getByRole('textbox', { name: /^部门名称/ }).fill('品牌组')
    await page.getByRole('button', { name: '创建' }).click()
    await expect.poll(() => sent).toEqual([{ name: '品牌组', parentId: idOf(3) }])
    await expect.element(line('品牌组')).toHaveAttribute('aria-selected', 'true')
  })

  it('renames one and gives it a head', async () => {
    await drawn(`department=${idOf(3)}`)
    await page.getByRole('textbox', { name: /^部门名称/ }).fill('市场与品牌部')
    await page.getByRole('combobox', { name: '查找负责人' }).fill('sun')
    await page.getByRole('option', { name: /孙悦/ }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ id: idOf(3), name: '市场与品牌部', headId: sun.id }])
  })

  it('takes somebody in and puts somebody out, each with a way back', async () => {
    const { services } = await drawn(`department=${idOf(2)}`)
    await page.getByRole('combobox', { name: '添加人员' }).fill('sun')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => sent).toEqual([{ joined: sun.id }])
    await page.getByRole('button', { name: '将赵启航移出部门' }).click()
    await expect.poll(() => sent).toEqual([{ joined: sun.id }, { left: zhao.id }])
    await expect.poll(() => services.toasts.shown.value.length).toBe(2)
    services.toasts.shown.value.at(-1)!.action!.run()
    await expect.poll(() => sent.at(-1)).toEqual({ joined: zhao.id })
  })

  it('deletes an empty one, and makes it again when that is undone', async () => {
    const { services } = await drawn(`department=${idOf(4)}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '删除' }).click()
    await expect.poll(() => sent).toEqual([{ deleted: idOf(4) }])
    await expect.element(line('硬件组')).not.toBeInTheDocument()
    services.toasts.shown.value.at(-1)!.action!.run()
    await expect.element(line('硬件组')).toBeVisible()
  })

  it('offers no deletion of one that has people or departments', async () => {
    await drawn(`department=${idOf(2)}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await expect.element(page.getByRole('menuitem', { name: '删除' })).toBeDisabled()
  })
})

describe('the keyboard alone', () => {
  it('walks the tree', async () => {
    await drawn()
    ;(line('恒川装备').element() as HTMLElement).focus()
    const steps: unknown[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'End', 'Home']) {
      await userEvent.keyboard(`{${key}}`)
      steps.push(focused())
    }
    expect(steps).toEqual(['研发部', '硬件组', '市场部', '硬件组', '研发部', '研发部', '研发部', '市场部', '恒川装备'])
  })

  it('orders, moves and takes back', async () => {
    const { services } = await drawn()
    ;(line('市场部').element() as HTMLElement).focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(() => sent).toEqual([{ id: idOf(3), parentId: idOf(1), position: 0 }])
    await expect.poll(() => services.toasts.shown.value.length).toBe(1)
    expect(focused()).toBe('市场部')
    services.toasts.shown.value[0]!.action!.run()
    await expect.poll(() => sent.at(-1)).toEqual({ id: idOf(3), parentId: idOf(1), position: 1 })
  })

  it('cuts one and puts it below another', async () => {
    await drawn()
    ;(line('市场部').element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}x{/Control}')
    await expect.element(page.getByRole('status')).toHaveTextContent('已剪切“市场部”。选中目标部门后按 Ctrl+V 移到其下，按 Esc 取消。')
    await userEvent.keyboard('{Home}{ArrowDown}{Control>}v{/Control}')
    await expect.poll(() => sent).toEqual([{ id: idOf(3), parentId: idOf(2), position: 1 }])
  })

  it('moves by a list of where it may go', async () => {
    await drawn(`department=${idOf(2)}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '移动到…' }).click()
    await expect
      .poll(() =>
        [...(page.getByRole('listbox', { name: '新的上级部门' }).element() as HTMLSelectElement).options].map(({ label }) => label),
      )
      .toEqual(['最上级', '恒川装备 / 市场部'])
    await userEvent.selectOptions(page.getByRole('listbox', { name: '新的上级部门' }), '恒川装备 / 市场部')
    await page.getByRole('button', { name: '移动', exact: true }).click()
    await expect.poll(() => sent).toEqual([{ id: idOf(2), parentId: idOf(3), position: 0 }])
  })
})

describe('the mouse', () => {
  it('drags one into another', async () => {
    await drawn()
    await userEvent.dragAndDrop(line('市场部'), line('研发部'))
    await expect.poll(() => sent).toEqual([{ id: idOf(3), parentId: idOf(2), position: 1 }])
  })
})

it('says why a move was refused, and keeps the tree as it was', async () => {
  server.on(changeDepartment, () => {
    throw departmentCircle()
  })
  await drawn()
  ;(line('市场部').element() as HTMLElement).focus()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await expect.element(page.getByText('部门不能移动到自己的下级部门')).toBeVisible()
})

it('tells what could not be read, and reads it again', async () => {
  server.reachable(false)
  const drawing = drawn()
  await expect.element(page.getByRole('button', { name: '重试' })).toBeVisible()
  server.reachable(true)
  await page.getByRole('button', { name: '重试' }).click()
  await drawing
})

describe('somebody who manages a part of the tree', () => {
  beforeEach(() => {
    departments = departments.map((one) => ({ ...one, managed: [idOf(2), idOf(4)].includes(one.id) }))
  })

  it('changes what is his and only sees the rest', async () => {
    await drawn(`department=${idOf(3)}`, { scope: 'department-tree' })
    await expect.element(page.getByRole('textbox', { name: /^部门名称/ })).toBeDisabled()
    await expect.element(page.getByRole('combobox', { name: '添加人员' })).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: '更多操作' })).not.toBeInTheDocument()
    await page.getByRole('link', { name: '新建部门' }).click()
    const above = page.getByRole('combobox', { name: '上级部门' })
    await expect.element(above).toBeVisible()
    expect([...(above.element() as HTMLSelectElement).options].map(({ label }) => label)).toEqual([
      '恒川装备 / 研发部',
      '恒川装备 / 研发部 / 硬件组',
    ])
  })

  it('names his own department, and makes and moves below it', async () => {
    await drawn(`department=${idOf(2)}`, { scope: 'department-tree' })
    await expect.element(page.getByRole('textbox', { name: /^部门名称/ })).toBeEnabled()
    await expect.element(page.getByRole('button', { name: '取消负责人' })).not.toBeInTheDocument()
    await page.getByRole('button', { name: '更多操作' }).click()
    await expect.element(page.getByRole('menuitem', { name: '新建下级部门' })).toBeVisible()
    await expect.element(page.getByRole('menuitem', { name: '移动到…' })).not.toBeInTheDocument()
  })
})
