import { type Language, languageIn } from '../../../platform/i18n/language.ts'
import type { Tenant } from '../../tenants/index.ts'

/** The language of the people at work: what is noted for them is worded in it, whatever the caller speaks. */
export function homeLanguage({ locale }: Pick<Tenant, 'locale'>): Language {
  return languageIn(locale) ?? 'de'
}
