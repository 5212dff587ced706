/** Words that assert something done, found or promised. Only a tool, which knows, may use them. */
export const claim = new RegExp(
  `${/gebucht|reserviert|eingetragen|vorgemerkt|vermerkt|notiert|bestätigt|storniert|abgesagt|verschoben|verlegt|vereinbart|erledigt|hinterlegt|gesichert|freigehalten|weitergeleitet|\bfrei\b|verfügbar|belegt|ausgebucht|rufen? Sie (?:.* )?zurück|meldet sich|melden uns|ich (?:prüfe|schaue|sehe|buche|trage|notiere)/.source}|${/\bbooked|reserved|\bnoted|\bconfirmed|cancelled|\bmoved|rescheduled|\barranged|\bis free\b|\bare free\b|\bavailable|fully booked|will (?:be called|call you)|put you through now|I (?:check|am checking|will book|have put|am keeping|can see)/.source}`,
  'iu',
)
