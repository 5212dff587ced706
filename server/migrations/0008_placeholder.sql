-- Holds the number until its migration is merged; delete this file with that merge.
select 1;
