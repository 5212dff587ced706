-- Customers and the catalogue: what can be booked, with whom, when. Empty database; no locks.

create table customer (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  name text not null,
  email text,
  language text not null default 'de',
  notes text,
  merged_into uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, merged_into) references customer (tenant_id, id),
  constraint customer_name_length check (length(name) between 1 and 200)
);
comment on column customer.email is 'Not unique: families share addresses, and many callers have none.';
call protect_tenant_table('customer');
create trigger customer_touch before update on customer for each row execute function touch_updated_at();

create table customer_phone (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  customer_id uuid not null,
  e164 text not null,
  is_primary boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (tenant_id, customer_id, e164),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  constraint customer_phone_e164 check (e164 ~ '^\+[1-9][0-9]{6,14}$')
);
call protect_tenant_table('customer_phone');
create index customer_phone_by_number on customer_phone (tenant_id, e164);
create unique index customer_phone_one_primary on customer_phone (tenant_id, customer_id) where is_primary;

create table resource (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  location_id uuid not null,
  kind text not null check (kind in ('staff', 'room', 'device')),
  name text not null,
  lanes integer not null default 1 check (lanes between 1 and 100),
  position integer not null default 0,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  constraint resource_name_unique unique (tenant_id, location_id, name)
);
comment on table resource is 'Who or what an appointment takes: staff members, rooms, devices. Booking locks the row for share, whoever changes its calendar for update.';
comment on column resource.lanes is 'How many appointments it carries at once.';
call protect_tenant_table('resource');
create trigger resource_touch before update on resource for each row execute function touch_updated_at();

create table staff_member (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  resource_id uuid not null,
  spoken_name text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, resource_id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id)
);
comment on table staff_member is 'A person is a resource with something more to say about them.';
call protect_tenant_table('staff_member');

create table service (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  synonyms text[] not null default '{}',
  position integer not null default 0,
  price_minor integer not null check (price_minor >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  grid_minutes integer not null check (grid_minutes between 1 and 1440),
  minimum_notice_minutes integer not null default 60 check (minimum_notice_minutes >= 0),
  horizon_days integer not null default 120 check (horizon_days between 1 and 730),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint service_name_unique unique (tenant_id, name)
);
call protect_tenant_table('service');
create trigger service_touch before update on service for each row execute function touch_updated_at();

-- What was sold stays readable after the service changed.
create table service_version (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  service_id uuid not null,
  version integer not null,
  name text not null,
  price_minor integer not null,
  currency text not null,
  segments jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
comment on column service_version.segments is 'List of {minutes, gap_after}; a copy for reading, never queried into.';
call protect_tenant_table('service_version');

create table service_segment (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  service_id uuid not null,
  position integer not null,
  minutes integer not null check (minutes between 1 and 1440),
  gap_after_minutes integer not null default 0 check (gap_after_minutes between 0 and 1440),
  primary key (tenant_id, service_id, position),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
comment on column service_segment.gap_after_minutes is 'Processing time after this part, in which staff are free.';
call protect_tenant_table('service_segment');

-- Who or what can be taken for a service. One of each kind that is listed is needed.
create table qualification (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  service_id uuid not null,
  resource_id uuid not null,
  primary key (tenant_id, service_id, resource_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id)
);
call protect_tenant_table('qualification');

-- Weekly hours in local wall time of the location. Without resource_id: the opening hours.
create table hours_rule (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  weekday integer not null check (weekday between 1 and 7),
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint hours_rule_forward check (from_minute < to_minute)
);
comment on column hours_rule.weekday is 'ISO 8601: 1 is Monday.';
call protect_tenant_table('hours_rule');
create index hours_rule_by_owner on hours_rule (tenant_id, location_id, resource_id);

-- Blocked time someone entered: of the whole location, or of one resource (then it is an absence).
create table closure (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint closure_forward check (starts_at < ends_at)
);
call protect_tenant_table('closure');
create index closure_by_time on closure (tenant_id, ends_at, starts_at);
