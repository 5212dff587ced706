import { VisuallyHidden } from '@mantine/core'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { openLiveUpdates } from '../api/live-updates.ts'
import { sessionQuery } from '../api/queries.ts'
import { SessionContext, useSession } from '../api/session-context.ts'
import { useLanguage } from '../text/use-language.ts'
import { words } from '../text/words.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { Mark } from '../ui/mark.tsx'
import { pb } from '../util/path-builder.ts'
import { phoneText } from '../util/phone-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { ArrivingPage } from './arriving-page.tsx'
import { Commands } from './commands/commands.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import styles from './office-layout.module.css'
import { dailyPlacesFor, type Place, systemPlacesFor } from './places.ts'
import { ConversationProvider } from './test-call/conversation-context.tsx'

export const OfficeLayout = () => {
  const session = useQuery(sessionQuery()).data
  const queryClient = useQueryClient()
  const language = useLanguage()
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  useEffect(() => openLiveUpdates(queryClient), [queryClient])
  if (session === undefined) return null
  return (
    <SessionContext value={session}>
      <a className={styles.skip} href="#content">
        {words.skipToContent}
      </a>
      <div className={styles.shell}>
        <header className={styles.side}>
          <div className={styles.brand}>
            <Mark size={30} />
            <span className={styles.tenant}>
              <span className={styles.tenantName}>{session.tenant.name}</span>
              <span className={styles.product}>
                {words.productName}
                {session.demo && <span className={styles.demo}>{words.account.demo}</span>}
              </span>
            </span>
          </div>
          <button type="button" className={styles.find} onClick={() => setShown('palette')}>
            <IconSearch className={styles.placeIcon} stroke={1.75} aria-hidden="true" />
            <span className={styles.findName}>{words.commands.palette.open}</span>
            <span className={styles.findKeys} aria-hidden="true">
              ⌘K
            </span>
          </button>
          <Navigation />
          <div className={styles.foot}>
            <OwnNumber number={session.tenant.phone_numbers[0]} />
            <AccountMenu session={session} />
          </div>
        </header>
        <main className={styles.main} id="content" tabIndex={-1}>
          <ConnectionBanner />
          <ConversationProvider>
            <ArrivingPage>
              {/* Pages are drawn anew in another language; the frame and a running test call stay as they are. */}
              <Outlet key={language} />
            </ArrivingPage>
          </ConversationProvider>
        </main>
      </div>
      <Commands shown={shown} onShow={setShown} />
    </SessionContext>
  )
}

const Navigation = () => {
  const groupId = useId()
  const session = useSession()
  const places = systemPlacesFor(session)
  const daily = dailyPlacesFor(session)
  return (
    <nav className={styles.nav} aria-label={words.navigation.label}>
      {daily.map(place => (
        <PlaceLink key={place.name} place={place} />
      ))}
      <p className={styles.group} id={groupId}>
        {words.navigation.system}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className={styles.system} role="group" aria-labelledby={groupId}>
        {places.map(place => (
          <PlaceLink key={place.name} place={place} />
        ))}
      </div>
      <MoreLink places={[...places, ...daily.filter(({ bar }) => bar !== undefined)]} />
    </nav>
  )
}

const PlaceLink = ({ place: { link, name, Icon, bar } }: { place: Place }) => (
  <Link
    {...link}
    className={styles.place}
    data-bar={bar}
    activeOptions={{ exact: link.to === pb.today().to, includeSearch: false }}
    activeProps={{ 'data-active': true }}
  >
    <Icon className={styles.placeIcon} stroke={1.75} aria-hidden="true" />
    <span>{words.navigation[name]}</span>
  </Link>
)

/** On a phone one place stands for all that the bar has no room for. */
const MoreLink = ({ places }: { places: Place[] }) => {
  const { pathname } = useLocation()
  const active = [pb.more(), ...places.map(({ link }) => link)].some(({ to }) => pathname.startsWith(to))
  return (
    <Link {...pb.more()} className={`${styles.place} ${styles.oneForAll}`} data-active={active || undefined}>
      <IconDots className={styles.placeIcon} stroke={1.75} aria-hidden="true" />
      <span>{words.navigation.more}</span>
      <VisuallyHidden>{words.navigation.morePages}</VisuallyHidden>
    </Link>
  )
}

const OwnNumber = ({ number }: { number: string | undefined }) => {
  if (number === undefined) return null
  return (
    <div className={styles.number}>
      <span className={styles.numberLabel}>{words.account.numberLabel}</span>
      <CopyText text={number} shown={phoneText(number)} font="plain" />
    </div>
  )
}
