-- The language a call is held in, so that tools, dialogue, callback notes and e-mails speak the same one. What was
-- recorded before was held in German. Locks call for the time of one scan, which checks the rule: under a second
-- for a million rows.

alter table call
  add column language text not null default 'de' constraint call_language_known check (language in ('de', 'en'));
comment on column call.language is 'Begins as the known caller''s or the business''s; follows the caller when they change it.';
