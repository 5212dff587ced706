-- Customers as records: finding them by any word of name or address, suggesting duplicates, merging and undoing it,
-- tiers with effect, and who changed what.
-- Locks customer while its columns are added and filled once: the generated column rewrites it, about ten seconds for a
-- million. The words are made for every row, about a minute for a million; customer is written by nobody meanwhile.

-- Words compared as people mean them: case, accents and the spelling of umlauts do not matter. "ae" is folded too, so
-- that Müller, Mueller and Muller are one; both sides of a comparison go through here. Accents go first: in a database
-- without a locale, lower() knows letters without them only.
create function fold_text(said text) returns text
  language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select replace(replace(replace(replace(lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g')),
    'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;

-- Kölner Phonetik (Postel 1969) of one word of A to Z: what sounds alike in German has the same digits.
-- What depends on its neighbours is replaced first, while these are still letters; x stands for an X behind C, K or Q
-- until C has looked at it. PH sounds as F, because H itself has no digit. Plain replacements, for ten expressions took
-- 110 µs a word and a booking waits for them.
create function sound_of_word(word text) returns text
  language plpgsql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  letters text := replace(replace(replace(replace(word, 'PH', 'F'), 'CX', 'Cx'), 'KX', 'Kx'), 'QX', 'Qx');
begin
  letters := replace(replace(replace(letters, 'DC', '8C'), 'DS', '8S'), 'DZ', '8Z');
  letters := replace(replace(replace(letters, 'TC', '8C'), 'TS', '8S'), 'TZ', '8Z');
  if position('C' in letters) > 0 then
    letters := replace(replace(letters, 'SC', 'S8'), 'ZC', 'Z8');
    letters := regexp_replace(letters, '^C(?=[LR])', '4');
    letters := regexp_replace(letters, 'C(?=[AHKOQUXx])', '4', 'g');
  end if;
  letters := replace(replace(letters, 'x', '8'), 'X', '48');
  letters := translate(letters, 'AEIJOUYBPDTFVWGKQCLMNRSZH', '000000011223334448566788');
  letters := regexp_replace(letters, '(.)\1+', '\1', 'g');
  return left(letters, 1) || replace(substr(letters, 2), '0', '');
end
$$;

-- A whole name: the words in any order, titles left out. Empty for one word alone, which says too little.
create function sound_of_name(name text) returns text
  language sql immutable strict parallel safe
  set search_path = pg_catalog, public, pg_temp
as $$
  select case when count(*) < 2 then '' else string_agg(heard.sound, ' ' order by heard.sound collate "C") end
  from (
    select public.sound_of_word(words.word) as sound
    from string_to_table(regexp_replace(
      replace(translate(upper(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), '-.,/', '    '), 'ß', 'SS'),
      '[^A-Z ]', '', 'g'), ' ') as words (word)
    where words.word not in ('', 'DR', 'PROF', 'HERR', 'FRAU')
  ) as heard
  where heard.sound <> ''
$$;

create table vip_tier (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  name text not null,
  extra_horizon_days integer not null default 0,
  waives_notice boolean not null default false,
  waitlist_priority integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint vip_tier_name_unique unique (tenant_id, name),
  constraint vip_tier_name_length check (length(name) between 1 and 60),
  constraint vip_tier_horizon check (extra_horizon_days between 0 and 730),
  constraint vip_tier_priority check (waitlist_priority between 0 and 100)
);
comment on table vip_tier is 'What belonging to a group of customers changes for them.';
comment on column vip_tier.waitlist_priority is 'Higher is asked first; without a tier it is 0.';
call protect_tenant_table('vip_tier');
create trigger vip_tier_touch before update on vip_tier for each row execute function touch_updated_at();

alter table customer
  add column date_of_birth date,
  add column vip_tier_id uuid,
  add column name_sound text collate "C" not null generated always as (sound_of_name(name)) stored,
  add constraint customer_vip_tier foreign key (tenant_id, vip_tier_id) references vip_tier (tenant_id, id),
  add constraint customer_not_merged_into_itself check (merged_into <> id);
comment on column customer.name_sound is 'Names that sound alike have the same: a suggestion, never a proof of who somebody is.';
create index customer_by_sound on customer (tenant_id, name_sound) where name_sound <> '' and merged_into is null;
create index customer_merged on customer (tenant_id, merged_into) where merged_into is not null;
create index call_by_customer on call (tenant_id, customer_id, started_at desc) where customer_id is not null;
-- A number is looked for by its beginning.
create index customer_phone_by_beginning on customer_phone (tenant_id, e164 collate "C");

-- Every word of name and address, to be found by its beginning. Not trigrams: under row-level security their index cannot
-- be used, because "like" is not leakproof; comparing text is.
create table customer_word (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  word text collate "C" not null,
  customer_id uuid not null,
  primary key (tenant_id, word, customer_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete cascade
);
call protect_tenant_table('customer_word');
grant delete on customer_word to askpro_app;
create index customer_word_by_customer on customer_word (tenant_id, customer_id);

-- The parts of a double name are words too.
create function words_of_customer(name text, email text) returns setof text
  language sql immutable parallel safe
  set search_path = pg_catalog, public, pg_temp
as $$
  select distinct left(words.word, 60)
  from regexp_split_to_table(public.fold_text(concat_ws(' ', name, translate(name, '-.,/''()', '       '), email)), '\s+')
    as words (word)
  where words.word <> ''
$$;

create function make_customer_words() returns trigger
  language plpgsql
as $$
begin
  insert into customer_word (tenant_id, word, customer_id)
  select added.tenant_id, words.word, added.id
  from added, words_of_customer(added.name, added.email) as words (word);
  return null;
end
$$;
create trigger customer_words_made after insert on customer
  referencing new table as added for each statement execute function make_customer_words();

create function replace_customer_words() returns trigger
  language plpgsql
as $$
begin
  delete from customer_word where customer_word.tenant_id = new.tenant_id and customer_word.customer_id = new.id;
  insert into customer_word (tenant_id, word, customer_id)
  select new.tenant_id, words.word, new.id from words_of_customer(new.name, new.email) as words (word);
  return null;
end
$$;
create trigger customer_words_replaced after update on customer for each row
  when (old.name is distinct from new.name or old.email is distinct from new.email)
  execute function replace_customer_words();

-- Forced row-level security binds the owner too, who would see no row: it is lifted for the one statement that makes the
-- words of what is there already, under the lock this transaction has on both tables.
alter table customer no force row level security;
alter table customer_word no force row level security;
insert into customer_word (tenant_id, word, customer_id)
select customer.tenant_id, words.word, customer.id
from customer, words_of_customer(customer.name, customer.email) as words (word);
alter table customer force row level security;
alter table customer_word force row level security;

-- Who changed a record. The names of the fields only: what they said is the person's and goes with the record.
create table customer_change (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'imported', 'merged', 'merge_undone')),
  fields text[] not null default '{}',
  actor text not null,
  at timestamptz not null,
  request_id text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call protect_tenant_table('customer_change');
revoke update on customer_change from askpro_app;
create index customer_change_by_customer on customer_change (tenant_id, customer_id, at);

-- Two records that were one person. What moved is kept, so that exactly that can go back.
create table customer_merge (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  actor text not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references customer (tenant_id, id),
  foreign key (tenant_id, merged_id) references customer (tenant_id, id),
  constraint customer_merge_of_two check (kept_id <> merged_id),
  constraint customer_merge_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
comment on column customer_merge.moved is 'Numbers, fields filled in, and ids by what follows a customer.';
call protect_tenant_table('customer_merge');
create unique index customer_merge_once on customer_merge (tenant_id, merged_id) where undone_at is null;
create index customer_merge_by_kept on customer_merge (tenant_id, kept_id);
