-- An address or a note that is filled in after the booking is a change of the appointment and leaves its record.
-- Allows one more kind. Locks appointment_change while its rows are read once: under a second for a million.

alter table appointment_change
  drop constraint appointment_change_kind_check,
  add constraint appointment_change_kind_check check (kind in ('booked', 'attendee_corrected', 'contact_completed'));
