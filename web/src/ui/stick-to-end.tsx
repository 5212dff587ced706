import { type ReactNode, useEffect, useRef } from 'react'
import styles from './stick-to-end.module.css'

type Props = { children: ReactNode; className?: string | undefined }

/** How far from the end still counts as reading the end. */
const NEAR_PX = 48

/** A scrolling area that follows its growing end, until its reader scrolls up. */
export const StickToEnd = ({ children, className }: Props) => {
  const areaRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const area = areaRef.current
    const content = contentRef.current
    if (area === null || content === null) return
    let following = true
    const noticeReader = () => {
      following = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX
    }
    const follow = () => {
      if (following) area.scrollTop = area.scrollHeight
    }
    const observer = new ResizeObserver(follow)
    observer.observe(content)
    observer.observe(area)
    area.addEventListener('scrollend', noticeReader)
    area.addEventListener('wheel', noticeReader, { passive: true })
    return () => {
      observer.disconnect()
      area.removeEventListener('scrollend', noticeReader)
      area.removeEventListener('wheel', noticeReader)
    }
  }, [])

  return (
    <div ref={areaRef} className={[styles.area, className].filter(Boolean).join(' ')}>
      <div ref={contentRef}>{children}</div>
    </div>
  )
}
