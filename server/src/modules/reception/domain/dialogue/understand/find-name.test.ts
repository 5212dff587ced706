import { describe, expect, test } from 'vitest'
import { slots } from '../testing/fake-tools.ts'
import { hearAs } from '../testing/hear-as.ts'
import { practice } from '../testing/worlds.ts'

describe('the answer to the question for a name', () => {
  test.each([
    ['Petra Lindner', 'Petra Lindner'],
    ['petra lindner', 'Petra Lindner'],
    ['PETRA LINDNER', 'Petra Lindner'],
    ['Lindner', 'Lindner'],
    ['Lindner, Petra Lindner', 'Petra Lindner'],
    ['Lindner, Petra', 'Petra Lindner'],
    ['Kurz, Ben.', 'Ben Kurz'],
    ['Spät. Arnd Spät.', 'Arnd Spät'],
    ['Mein Name ist Petra Lindner.', 'Petra Lindner'],
    ['Auf den Namen Lindner bitte', 'Lindner'],
    ['Ja, äh, Petra Lindner', 'Petra Lindner'],
    ['Frau Lindner', 'Lindner'],
    ['Petra Lindner ist mein Name', 'Petra Lindner'],
    ['Petra von der Heide', 'Petra von der Heide'],
    ['Ja bitte, auf den Namen Petra von der Heide, danke', 'Petra von der Heide'],
    ['Herr Dr. Jonas Feld', 'Dr. Jonas Feld'],
    ['Ich heiße Petra von der Heide', 'Petra von der Heide'],
    ['Das ist Müller-Lüdenscheidt', 'Müller-Lüdenscheidt'],
    ['Petra Freitag', 'Petra Freitag'],
    ['Mara Feldmann', 'Mara Feldmann'],
    ['Karl Otto Weiß', 'Karl Otto Weiß'],
    ['Der Finn', 'Finn'],
    ['Nguyễn Thị Mai', 'Nguyễn Thị Mai'],
  ])('"%s" gives "%s"', (utterance, value) => {
    expect(hearAs(utterance, { kind: 'name' }).name).toMatchObject({ kind: 'heard', value })
  })

  test.each([
    ['Acht Uhr', 'time'],
    ['Um acht Uhr', 'time'],
    ['Unbekannt', 'placeholder'],
    ['Mara', 'staff'],
    ['Salon Morgenrot', 'business'],
    ['Dauerwelle', 'service'],
  ])('"%s" is refused (failure 75)', (utterance, why) => {
    expect(hearAs(utterance, { kind: 'name' }).name).toMatchObject({ kind: 'refused', why })
  })

  test.each([
    'Das möchte ich nicht sagen',
    'Wie bitte?',
    'Was kostet das denn?',
    'der erste',
    'nein',
    'ja',
    'Können Sie das noch mal sagen?',
  ])('"%s" is none', utterance => {
    expect(hearAs(utterance, { kind: 'name' }).name).toBeNull()
  })

  test('is not also a wish for the colleague of that name', () => {
    expect(hearAs('Ja, Sommer, Petra Sommer', { kind: 'name' }, practice)).toMatchObject({
      name: { kind: 'heard', value: 'Petra Sommer' },
      staff: null,
    })
  })

  test('is not also a day', () => {
    expect(hearAs('Petra Freitag', { kind: 'name' }).time).toBeNull()
  })
})

describe('a name said unasked', () => {
  test.each([
    ['Guten Tag, mein Name ist Petra Lindner, ich hätte gern einen Termin', 'Petra Lindner'],
    ['Hallo, hier ist Lindner', 'Lindner'],
    ['hier spricht Jonas Feld', 'Jonas Feld'],
    ['Ich bin Petra Lindner und brauche einen Termin', 'Petra Lindner'],
    ['Petra Lindner am Apparat', 'Petra Lindner'],
    ['Ja hallo, Lindner hier, ich bräuchte einen Termin', 'Lindner'],
    ['Herrenschnitt morgen um zehn bei Mara, Petra Lindner', 'Petra Lindner'],
    ['Einen Herrenschnitt auf den Namen Feld', 'Feld'],
  ])('is heard in "%s"', (utterance, value) => {
    expect(hearAs(utterance).name).toMatchObject({ kind: 'heard', value })
  })

  test.each([
    'Guten Morgen, ich hätte gern einen Termin',
    'Ich bin neu hier',
    'Ich bin Kunde bei Ihnen',
    'Vielen Dank, das passt',
    'Haarschnitt Damen, Dienstag Nachmittag',
    'Guten Tag, Salon Morgenrot?',
    'Das ist mir egal',
  ])('is not imagined in "%s"', utterance => {
    const { name } = hearAs(utterance)
    expect(name?.kind === 'heard' ? name.value : null).toBeNull()
  })

  test('after a yes-or-no question needs to be announced', () => {
    expect(hearAs('Ja, Schöne Grüße', { kind: 'yes_or_no' }).name).toBeNull()
  })

  test('corrects the one read back', () => {
    const expecting = { kind: 'confirmation', options: slots.slice(0, 1).map(slot => slot.spoken) } as const
    expect(hearAs('Nein, Petra Lintner', expecting).name).toMatchObject({
      kind: 'heard',
      value: 'Petra Lintner',
    })
  })
})
