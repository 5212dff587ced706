-- Whoever asks a provider anew for what is kept of it says so first, so that two do not ask at once: the schedule and the
-- command line, or two jobs of one account. A column without a default: the lock is held for a moment.

alter table provider_metadata add column asking_until timestamptz;
comment on column provider_metadata.asking_until is 'Somebody asks the provider; over by then, if they were killed.';
