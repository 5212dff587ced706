-- When a person is away: vacation, illness, training. Until now that was a closure of one resource, which says neither
-- why nor that it is about a person. A new table; nothing is locked.

create table absence (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  resource_id uuid not null,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references staff_member (tenant_id, resource_id),
  constraint absence_kind_known check (kind in ('vacation', 'illness', 'training', 'other')),
  constraint absence_forward check (starts_at < ends_at),
  constraint absence_note_length check (length(note) between 1 and 500),
  constraint absence_removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create index absence_by_time on absence (tenant_id, ends_at, starts_at);
create index absence_by_start on absence (tenant_id, starts_at, id);
comment on column absence.kind is 'For the business only: callers are never told why somebody is away.';
comment on column absence.removed_at is 'Taken back, and blocks nothing.';
call protect_tenant_table('absence');
