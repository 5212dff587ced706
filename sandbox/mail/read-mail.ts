import { randomUUID } from 'node:crypto'
import { type Attachment, simpleParser } from 'mailparser'

export interface MailAttachment {
  readonly filename: string | null
  readonly content_type: string
  readonly size: number
  /** `content` is text, or base64 for what is not text. */
  readonly encoding: 'utf8' | 'base64'
  readonly content: string
}

/** One received mail, as `/_control/messages` shows it. */
export interface Mail {
  readonly id: string
  /** The sender in the header; the one of the envelope is `envelope.from`. */
  readonly from: string
  /** Those it was delivered to: the recipients of the envelope. */
  readonly to: readonly string[]
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly message_id: string | null
  /** By lower-case name, unfolded, as they came; several of one name are joined by a newline. */
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly MailAttachment[]
  readonly size: number
  readonly received_at: string
}

const TEXT_TYPES = /^(text\/|application\/(ics|json|xml)$|message\/)/

/** Reads the bytes that came after DATA. */
export async function readMail(
  source: Buffer,
  { envelope, receivedAt }: { envelope: Mail['envelope']; receivedAt: Temporal.Instant },
): Promise<Mail> {
  const parsed = await simpleParser(source, {
    skipTextLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
  })
  return {
    id: randomUUID(),
    from: parsed.from?.text ?? envelope.from,
    to: envelope.to,
    envelope,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? null : parsed.html,
    message_id: parsed.messageId ?? null,
    headers: readHeaders(parsed.headerLines),
    attachments: parsed.attachments.map(readAttachment),
    size: source.length,
    received_at: receivedAt.toString(),
  }
}

function readAttachment({ filename, contentType, content, size }: Attachment): MailAttachment {
  const encoding = TEXT_TYPES.test(contentType) ? 'utf8' : 'base64'
  return {
    filename: filename ?? null,
    content_type: contentType,
    size,
    encoding,
    content: content.toString(encoding),
  }
}

function readHeaders(lines: Iterable<{ key: string; line: string }>): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim()
    headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}\n${value}` : value
  }
  return headers
}
