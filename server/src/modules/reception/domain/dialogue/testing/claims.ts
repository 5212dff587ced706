/** Words that assert something done, found or promised. Only a tool, which knows, may use them. */
export const claim =
  /gebucht|reserviert|eingetragen|vorgemerkt|vermerkt|notiert|bestätigt|storniert|abgesagt|verschoben|verlegt|vereinbart|erledigt|hinterlegt|gesichert|freigehalten|weitergeleitet|\bfrei\b|verfügbar|belegt|ausgebucht|rufen? Sie (?:.* )?zurück|meldet sich|melden uns|ich (?:prüfe|schaue|sehe|buche|trage|notiere)/iu
