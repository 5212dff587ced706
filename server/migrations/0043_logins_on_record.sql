--! no-transaction
-- Logins become part of the record of changes: entries whose entity is `login`, written by the module identity when
-- somebody logs in or out, is locked out, or changes what opens the account. The new check allows more than the old
-- one; while the rows are looked at (validate), reading and writing go on.

alter table audit_event
  drop constraint audit_event_action_known,
  add constraint audit_event_action_known check (
    action in ('created', 'changed', 'removed') or (
      entity = 'login' and action in (
        'logged_in', 'logged_out', 'locked_out', 'password_changed', 'password_reset', 'second_factor_on',
        'second_factor_off', 'backup_codes_made', 'session_ended', 'passkey_added', 'passkey_removed'
      )
    )
  ) not valid;

alter table audit_event validate constraint audit_event_action_known;
