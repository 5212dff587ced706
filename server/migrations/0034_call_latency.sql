-- How long callers waited for an answer. The new columns are null, so nothing is rewritten.

alter table call
  add column latency_p50_ms integer,
  add column latency_p95_ms integer,
  add constraint call_latency_possible check (latency_p50_ms between 0 and 600000 and latency_p95_ms between 0 and 600000);
comment on column call.latency_p50_ms is 'From the caller''s last word to the agent''s first, as the provider measured it: the middle of the call''s turns.';
