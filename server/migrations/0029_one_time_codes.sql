-- Who calls proves in the call who they are: by a code sent to an address we know, or by their date of birth. A new
-- table. `customer` gets a column with a constant default: nothing is rewritten, and it is locked for an instant.

create table one_time_code (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  code_hash text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  verified_at timestamptz,
  voided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  constraint one_time_code_kind_known check (kind in ('email', 'sms', 'birth_date')),
  constraint one_time_code_hashed check ((code_hash is null) = (kind = 'birth_date')),
  constraint one_time_code_attempts_counted check (attempts >= 0),
  constraint one_time_code_forward check (expires_at > created_at),
  constraint one_time_code_ends_once check (verified_at is null or voided_at is null)
);
comment on table one_time_code is 'What a caller was asked to prove, and whether they did. It counts in its call and nowhere else.';
comment on column one_time_code.code_hash is 'HMAC of id and code under the secret key; the code itself is stored nowhere.';
call protect_tenant_table('one_time_code');
create index one_time_code_by_call on one_time_code (tenant_id, call_id, created_at desc);
create index one_time_code_by_customer on one_time_code (tenant_id, customer_id, created_at desc);
-- One that counts at a time: a new code makes the one before it worthless.
create unique index one_time_code_open on one_time_code (tenant_id, call_id, kind)
  where verified_at is null and voided_at is null;

alter table customer
  add column email_from text not null default 'booking',
  add constraint customer_email_from_known check (email_from in ('office', 'booking')),
  add constraint customer_email_from_nobody check (email is not null or email_from = 'booking');
comment on column customer.email_from is 'Who entered the address. One that came with a booking may be that of whoever forged the number: no code goes there.';
