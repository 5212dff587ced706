import { describe, expect, test } from 'vitest'
import { at, doneValue, outgoing, searched } from '../testing/provider-account.ts'
import { calendarAtMicrosoft, foreignGraphEvent, graphHour } from '../testing/simulated-microsoft.ts'

const { graph, adapter, mailbox, account, calendar, read, book } = await calendarAtMicrosoft()

describe('writing', () => {
  test('an appointment stands there without attendees and without a meeting online', async () => {
    await book()
    const [event] = graph.events(calendar())
    expect(event).toMatchObject({ subject: outgoing().title, showAs: 'busy' })
    expect([event?.attendees, event?.isOnlineMeeting]).toEqual([undefined, undefined])
  })

  test('a copy of an event of ours is not ours', async () => {
    const { id } = await book()
    const [event] = graph.events(calendar())
    const properties = event?.singleValueExtendedProperties ?? []
    graph.insertEvent(calendar(), { ...foreignGraphEvent(), singleValueExtendedProperties: properties })
    const found = doneValue(await adapter.findEvents(account(), calendar(), searched()))
    expect(found.map(one => one.id)).toEqual([id])
  })

  test('a 400 for what was created all the same is a success (failure 58)', async () => {
    graph.failApi({ status: 400, times: 1, method: 'POST', path: '/v1.0', when: 'after' })
    expect((await book()).state).toBe('confirmed')
  })

  test('a 400 for what was not created is a refusal', async () => {
    graph.failApi({ status: 400, times: 1, method: 'POST', path: '/v1.0' })
    expect((await adapter.createEvent(account(), calendar(), outgoing())).kind).toBe('refused')
  })

  test('a transaction that was used up by a deleted event does not stand in the way', async () => {
    graph.failApi({
      ...{
        status: 409,
        reason: 'ErrorDuplicateTransactionId',
        times: 1,
        method: 'POST' as const,
        path: '/v1.0',
      },
    })
    await book()
    expect((await read()).events.map(({ reference }) => reference)).toEqual([outgoing().reference])
  })

  test('what somebody moved between our tries is not taken for done', async () => {
    const { id } = await book()
    graph.changeEvent(calendar(), id, graphHour(16))
    expect(await adapter.createEvent(account(), calendar(), outgoing())).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const written = await book()
    graph.changeEvent(calendar(), written.id, graphHour(16))
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    expect(await adapter.changeEvent(account(), calendar(), moved, written)).toEqual({
      kind: 'changed_meanwhile',
    })
    expect(await adapter.removeEvent(account(), calendar(), written, null)).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('a change whose answer got lost is done when it is tried again', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    graph.failApi({ status: 503, times: 1, method: 'PATCH', when: 'after' })
    expect((await adapter.changeEvent(account(), calendar(), moved, written)).kind).toBe('unclear')
    expect((await adapter.changeEvent(account(), calendar(), moved, written)).kind).toBe('done')
  })

  test('a wish to be confirmed is tentative there, and then is not', async () => {
    const wish = outgoing({ state: 'requested' })
    const written = doneValue(await adapter.createEvent(account(), calendar(), wish))
    expect(written.state).toBe('requested')
    const confirmed = doneValue(await adapter.changeEvent(account(), calendar(), outgoing(), written))
    expect(confirmed.state).toBe('confirmed')
  })

  test('a calendar that may only be read refuses, and nobody has to connect anew', async () => {
    const shown = graph.addCalendar({ mailbox: mailbox(), canEdit: false })
    expect((await adapter.createEvent(account(), shown, outgoing())).kind).toBe('refused')
  })
})
