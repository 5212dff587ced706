/** What we write into the other calendar: the appointment and the link, 64 hexadecimal digits. */
export function referenceOf(appointmentId: string, linkId: string): string {
  return `${appointmentId}${linkId}`.replaceAll('-', '').toLowerCase()
}
