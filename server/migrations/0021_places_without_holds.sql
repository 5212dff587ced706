-- A booking takes its place before its own row is there, without a hold in between that is written and deleted again:
-- whether it got the place decides whether there is a row at all. The reference is looked at when the transaction
-- commits. Changes the catalogue only; both tables are locked for an instant.

alter table allocation alter constraint allocation_tenant_id_appointment_id_fkey deferrable initially deferred;
alter table capacity_count alter constraint capacity_count_tenant_id_appointment_id_fkey deferrable initially deferred;
comment on column hold.number is 'Which of the places of its holder it takes.';
