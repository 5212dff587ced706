/** What a column of an imported file can mean. */
export const IMPORT_FIELDS = [
  'name',
  'first_name',
  'last_name',
  'phone',
  'email',
  'language',
  'date_of_birth',
  'vip_tier',
  'notes',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** As programs that people come from name them; compared without case, spaces and punctuation. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['name', 'kunde', 'kundin', 'kundenname', 'customer', 'fullname', 'vollername'],
  first_name: ['vorname', 'firstname', 'givenname'],
  last_name: ['nachname', 'familienname', 'lastname', 'surname', 'familyname'],
  phone: [
    'telefon',
    'telefonnummer',
    'phone',
    'phones',
    'phonenumber',
    'mobil',
    'mobile',
    'handy',
    'rufnummer',
  ],
  email: ['email', 'mail', 'emailadresse', 'emailaddress'],
  language: ['sprache', 'language'],
  date_of_birth: ['geburtsdatum', 'geburtstag', 'dateofbirth', 'birthday', 'birthdate', 'dob'],
  vip_tier: ['vip', 'vipstufe', 'viptier', 'stufe', 'tier'],
  notes: ['notiz', 'notizen', 'bemerkung', 'bemerkungen', 'notes', 'note', 'comment'],
}

export type Columns = {
  /** By place in the line; null: not read. */
  readonly fields: ReadonlyArray<ImportField | null>
  readonly ignored: readonly string[]
}

/** What the head of a file says; null when nothing in it is a name. Several columns may be numbers. */
export function readColumns(head: readonly string[]): Columns | null {
  const fields = head.map(title => {
    const comparable = title.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
    return IMPORT_FIELDS.find(field => NAMES[field].includes(comparable)) ?? null
  })
  if (!fields.some(field => field === 'name' || field === 'first_name' || field === 'last_name')) return null
  return { fields, ignored: head.filter((_title, index) => fields[index] === null) }
}
