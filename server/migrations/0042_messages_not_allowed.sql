-- A message that a business does not allow is on record with its state, and is never sent. The check gets one state
-- more: an exclusive lock on "message" while its rows are looked at once.

alter table message
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sent', 'failed', 'not_configured', 'no_address', 'not_allowed', 'superseded'));
