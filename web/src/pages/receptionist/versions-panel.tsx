import { Link } from '@tanstack/react-router'
import type { AgentVersion } from '../../api/contract.ts'
import { versionPagesQuery } from '../../api/receptionist-queries.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './receptionist.module.css'

const tones: Record<AgentVersion['state'], Tone> = {
  draft: 'notice',
  prepared: 'neutral',
  published: 'neutral',
  live: 'positive',
  retired: 'neutral',
}

/** Every version there was; each leads to what it says. */
export const VersionsPanel = () => {
  const receptionist = words.telephone.receptionist
  const { time } = useFormats()
  const query = usePrefetchedPages(versionPagesQuery())
  return (
    <Panel title={receptionist.versions}>
      <QueryState query={query}>
        {({ pages }) => {
          const versions = pages.flatMap(page => page.items)
          if (versions.length === 0) return <EmptyState title={receptionist.versionsNone} />
          return (
            <>
              <ul>
                {versions.map(version => (
                  <li key={version.id} className={styles.row}>
                    <Link className={styles.what} {...pb.receptionistVersion(version.id)}>
                      {receptionist.version(version.number)}
                    </Link>
                    <span className={styles.more}>
                      {receptionist.brain[version.definition.brain]} · {time.moment(version.created_at)} ·{' '}
                      {wordFor(receptionist.actors, version.made_by) ?? version.made_by}
                    </span>
                    <Badge tone={tones[version.state]}>{receptionist.states[version.state]}</Badge>
                  </li>
                ))}
              </ul>
              <MorePages query={query} />
            </>
          )
        }}
      </QueryState>
    </Panel>
  )
}
