type Props = { size?: number }

/** The product's sign: a headset with someone speaking in it. Decoration; the name stands beside it. */
export const Mark = ({ size = 28 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="9" fill="var(--mantine-color-petrol-7)" />
    <path
      d="M8.5 20.5v-3.2a7.5 7.5 0 0 1 15 0v3.2"
      fill="none"
      stroke="#fff"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
    <rect x="6.6" y="17.4" width="5" height="7.4" rx="2.5" fill="#fff" />
    <rect x="20.4" y="17.4" width="5" height="7.4" rx="2.5" fill="#fff" />
    <circle cx="16" cy="17.6" r="2.4" fill="#ff8f73" />
  </svg>
)
