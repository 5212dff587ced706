-- What callers were asked to prove is forgotten after a while, so rows go. A grant alone: it locks the table for an
-- instant and touches no row.

grant delete on one_time_code to askpro_app;
