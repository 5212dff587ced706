import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Customer } from '../api/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { pb } from '../util/path-builder.ts'
import { phoneText } from '../util/phone-text.ts'
import styles from './customer-row.module.css'

export const CustomerRow = ({ customer }: { customer: Customer }) => (
  <li className={styles.item}>
    <Link className={styles.row} {...pb.customer(customer.id)}>
      <span className={styles.sign} aria-hidden="true">
        {initialsOf(customer.name)}
      </span>
      <span className={styles.who}>
        <span className={styles.name}>
          {customer.name}
          {customer.vip_tier && <Badge tone="notice">{customer.vip_tier.name}</Badge>}
        </span>
        {customer.notes && <span className={styles.notes}>{customer.notes}</span>}
      </span>
      <span className={styles.reach}>
        <span>{phoneOf(customer)}</span>
        {customer.email && <span className={styles.email}>{customer.email}</span>}
      </span>
      <IconChevronRight className={styles.arrow} size={18} stroke={1.75} aria-hidden="true" />
    </Link>
  </li>
)

/** The number somebody is called under first. */
export const phoneOf = ({ phones }: Customer): string | null => {
  const phone = phones.find(({ is_primary }) => is_primary) ?? phones[0]
  return phone ? phoneText(phone.e164) : null
}

const initialsOf = (name: string) => {
  const parts = name.split(/\s+/).filter(Boolean)
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(part => part?.[0] ?? '').join('')
}
