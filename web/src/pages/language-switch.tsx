import { UnstyledButton } from '@mantine/core'
import { chooseLanguage } from '../text/language.ts'
import { languages } from '../text/languages.ts'
import { useLanguage } from '../text/use-language.ts'
import { words } from '../text/words.ts'
import styles from './language-switch.module.css'

/** Deutsch or English, where there is no menu yet. */
export const LanguageSwitch = () => {
  const current = useLanguage()
  return (
    <ul className={styles.languages} aria-label={words.account.language}>
      {languages.map(language => (
        <li key={language}>
          <UnstyledButton
            className={styles.language}
            lang={language}
            aria-pressed={language === current}
            onClick={() => chooseLanguage(language)}
          >
            {words.account.languageNames[language]}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
