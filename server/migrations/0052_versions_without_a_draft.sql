-- What a business allows to be kept is published at once, also while somebody's draft is unfinished: a version that is
-- made of the live one stands beside the draft, as "prepared", until it is frozen. Two constraints of a small table are
-- replaced under a lock of an instant. Older code writes no such version and publishes one that it meets.

alter table agent_version
  drop constraint agent_version_state_known,
  drop constraint agent_version_published_is_read_back,
  add constraint agent_version_state_known check (state in ('draft', 'prepared', 'published', 'live', 'retired')),
  add constraint agent_version_published_is_read_back check (
    state in ('draft', 'prepared') or (rendered is not null and published_hash is not null
      and read_back_hash is not null and external_version is not null and published_hash = read_back_hash));

create unique index agent_version_one_prepared on agent_version (tenant_id, agent_id) where state = 'prepared';
