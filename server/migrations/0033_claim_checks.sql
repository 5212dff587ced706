-- What a hosted agent claimed to have done, and whether it was (failure 68). A new table.

create table claim_check (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  call_id uuid not null,
  kind text not null,
  position integer not null,
  sentence text,
  proof_tool text,
  verdict text not null,
  callback_request_id uuid,
  heard_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (tenant_id, call_id, kind, position),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  foreign key (tenant_id, callback_request_id) references callback_request (tenant_id, id),
  constraint claim_check_kind_known check (kind in ('booked', 'moved', 'cancelled', 'waitlisted', 'callback')),
  constraint claim_check_position_counts check (position >= 1),
  constraint claim_check_sentence_length check (length(sentence) <= 4000),
  constraint claim_check_verdict_known check (verdict in ('proven', 'ghost')),
  constraint claim_check_proven_by_something check ((verdict = 'proven') = (proof_tool is not null))
);
comment on column claim_check.position is 'The how many claim of its kind in the call.';
comment on column claim_check.sentence is 'Null where the business keeps no words of its calls.';
call protect_tenant_table('claim_check');
create index claim_check_by_time on claim_check (tenant_id, heard_at);
