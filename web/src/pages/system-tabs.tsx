import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session-context.ts'
import { words } from '../text/words.ts'
import { useCurrentInView } from '../ui/use-current-in-view.ts'
import { systemPlacesFor } from './places.ts'
import styles from './system-tabs.module.css'

/** The pages about the machinery, where the navigation has room for one of them only: on a phone. */
export const SystemTabs = () => (
  <nav className={styles.tabs} ref={useCurrentInView()} aria-label={words.navigation.system}>
    {systemPlacesFor(useSession()).map(({ link, name }) => (
      <Link
        key={link.to}
        {...link}
        className={styles.tab}
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'data-active': true }}
      >
        {words.navigation[name]}
      </Link>
    ))}
  </nav>
)
