import { useEffect, useState } from 'react'

/** A value that changes with every key, once it has stayed the same for a moment. */
export const useSettled = <Value>(value: Value, ms = 160): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
