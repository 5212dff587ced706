import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'
import { practice, salon } from '../testing/worlds.ts'

describe('a member of staff', () => {
  test.each([
    ['bei Mara', 'Mara', salon],
    ['Herrenschnitt morgen mit Jonas', 'Jonas', salon],
    ['zu Aylin bitte', 'Aylin', salon],
    ['Ist Mara morgen da?', 'Mara', salon],
    ['bei Dr. Sommer', 'Dr. Sommer', practice],
    ['bei Doktor Sommer', 'Dr. Sommer', practice],
    ['zu Frau Doktor Sommer', 'Dr. Sommer', practice],
    ['Prophylaxe bei Frau Winkler', 'Frau Winkler', practice],
  ])('is found in "%s"', (utterance, name, catalogue) => {
    expect(hearAs(utterance, undefined, catalogue).staff).toEqual({ kind: 'named', name })
  })

  test.each(['egal bei wem', 'bei wem ist mir egal', 'egal wer', 'wer halt frei ist', 'bei jemand anderem'])(
    'may be anyone: "%s"',
    utterance => {
      expect(hearAs(utterance).staff).toEqual({ kind: 'anyone' })
    },
  )

  test.each([
    ['im Sommer', practice],
    ['Marathon', salon],
    ['Guten Tag', salon],
  ])('is not heard in "%s"', (utterance, catalogue) => {
    expect(hearAs(utterance, undefined, catalogue).staff).toBeNull()
  })

  test('who shares a name with the caller is not meant by the caller saying it', () => {
    const heard = hearAs('Hier ist Mara Feldmann, ich hätte gern einen Termin')
    expect(heard.staff).toBeNull()
    expect(heard.name).toMatchObject({ kind: 'heard', value: 'Mara Feldmann' })
  })

  test('needs a preposition where the caller is asked for their own name', () => {
    expect(hearAs('Mara', { kind: 'name' }).staff).toBeNull()
    expect(hearAs('Lieber doch bei Jonas', { kind: 'name' }).staff).toEqual({ kind: 'named', name: 'Jonas' })
  })
})
