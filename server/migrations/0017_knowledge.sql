-- What a business has to say about itself, found by the words of a caller, and the questions nobody has answered yet.
-- New tables and functions; nothing existing is locked. The extension is trusted: the owner of the database may create it.

create extension if not exists unaccent;

create text search configuration spoken_german (copy = german);
alter text search configuration spoken_german
  alter mapping for asciihword, asciiword, hword, hword_asciipart, hword_part, word with unaccent, german_stem;
create text search configuration spoken_english (copy = english);
alter text search configuration spoken_english
  alter mapping for asciihword, asciiword, hword, hword_asciipart, hword_part, word with unaccent, english_stem;

-- The stems of what was said, without the words that every sentence has.
create function spoken_stems(language text, words text) returns text[]
  language sql immutable parallel safe
  return tsvector_to_array(case language
    when 'en' then to_tsvector('public.spoken_english'::regconfig, words)
    else to_tsvector('public.spoken_german'::regconfig, words) end);

create function stems_of_questions(language text, questions text[]) returns jsonb
  language sql immutable parallel safe
  return (select coalesce(jsonb_agg(to_jsonb(spoken_stems(language, question)) order by number), '[]'::jsonb)
    from unnest(questions) with ordinality as form (question, number));

create table knowledge_article (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  language text not null,
  questions text[] not null,
  answer text not null,
  stems jsonb not null generated always as (stems_of_questions(language, questions)) stored,
  version integer not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint knowledge_article_language_known check (language in ('de', 'en')),
  constraint knowledge_article_has_questions check (cardinality(questions) between 1 and 30),
  constraint knowledge_article_answer_length check (length(answer) between 1 and 600)
);
comment on column knowledge_article.questions is 'Ways to ask for it, whole or as keywords. It answers when most of the words of one of them were said.';
comment on column knowledge_article.answer is 'Spoken word for word.';
call protect_tenant_table('knowledge_article');
create trigger knowledge_article_touch before update on knowledge_article for each row execute function touch_updated_at();
create index knowledge_article_by_time on knowledge_article (tenant_id, created_at, id);

create table unanswered_question (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid not null,
  language text not null,
  question text not null,
  state text not null default 'open',
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint unanswered_question_once unique (tenant_id, call_id, question),
  constraint unanswered_question_state_known check (state in ('open', 'done')),
  constraint unanswered_question_length check (length(question) between 1 and 300)
);
call protect_tenant_table('unanswered_question');
grant delete on unanswered_question to askpro_app;
create index unanswered_question_by_time on unanswered_question (tenant_id, asked_at desc, id desc);
create index unanswered_question_old on unanswered_question (asked_at);
