-- The tables of the index.  Numbers are given in the order of IRIs, with room between them (kg/index/numbers.py).
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE content (graph TEXT PRIMARY KEY, digest TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;  -- of what it was made: where each graph stands in the copy beside it

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  kind TEXT,                 -- the kind of organisation, by its concept
  label TEXT NOT NULL,
  folded TEXT NOT NULL,      -- the label as it is compared and sorted
  facts INTEGER NOT NULL,
  meetings INTEGER NOT NULL, -- in whose minutes a fact names it
  first TEXT,                -- the day of the first and the last of these
  last TEXT,
  ties INTEGER NOT NULL      -- how many entities are related to it
);

CREATE TABLE name (entity INTEGER NOT NULL, rank INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (entity, rank)) WITHOUT ROWID;

CREATE TABLE told (  -- a plain triple: what it says, and the graph that says it
  entity INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, graph TEXT NOT NULL, other INTEGER,
  PRIMARY KEY (entity, property, value, graph)
) WITHOUT ROWID;

CREATE TABLE seen (entity INTEGER NOT NULL, day TEXT NOT NULL, meeting INTEGER NOT NULL, PRIMARY KEY (entity, day, meeting)) WITHOUT ROWID;

CREATE TABLE quote (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, document INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, words TEXT NOT NULL);
CREATE TABLE own_words (entity INTEGER NOT NULL, quote INTEGER NOT NULL, PRIMARY KEY (entity, quote)) WITHOUT ROWID;

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,    -- in the order of day, document and place
  iri TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  document INTEGER, meeting INTEGER, day TEXT, quote INTEGER,
  act TEXT, strength TEXT, status TEXT,
  begins TEXT, ends TEXT, phrase TEXT, detail TEXT, agenda TEXT, rule TEXT,
  answers TEXT, made_in TEXT, follows TEXT,
  open INTEGER NOT NULL,     -- a question without an answer, a commitment that is not told as ended
  binding INTEGER NOT NULL   -- a commitment that can be overdue
);

CREATE TABLE evidence (fact INTEGER NOT NULL, quote INTEGER NOT NULL, PRIMARY KEY (fact, quote)) WITHOUT ROWID;
CREATE TABLE role (
  fact INTEGER NOT NULL, role TEXT NOT NULL, entity INTEGER NOT NULL,
  through INTEGER NOT NULL,  -- the agent that stood for the entity; 0 where the words name the entity itself
  quote INTEGER,             -- the words of this role, where they are not those of the fact
  PRIMARY KEY (fact, role, entity, through)
) WITHOUT ROWID;

CREATE TABLE event (entity INTEGER NOT NULL, day TEXT NOT NULL, fact INTEGER NOT NULL, what TEXT NOT NULL, PRIMARY KEY (entity, day, fact, what)) WITHOUT ROWID;

CREATE TABLE ties (  -- the ties of an entity, each column of numbers (32 bits) after the other; kg/index/packed.py reads them
  entity INTEGER PRIMARY KEY,
  near BLOB NOT NULL,     -- target, score; the strongest first
  reasons BLOB NOT NULL,  -- target, kind and direction: of every tie that has a day
  dated BLOB NOT NULL     -- reason, day, fact, quote: every such tie, by day and fact
);

CREATE TABLE related (  -- what the ties of two entities come to; reasons as JSON: [kind, way, count, first, last, [the latest facts]]
  source INTEGER NOT NULL, rank INTEGER NOT NULL, target INTEGER NOT NULL, score INTEGER NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (source, rank)
) WITHOUT ROWID;

CREATE TABLE first_related (entity INTEGER PRIMARY KEY, items TEXT NOT NULL);  -- the fifty strongest of them as they go out, a line of JSON each

CREATE TABLE minutes (entity INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, source TEXT NOT NULL, text TEXT NOT NULL, sentences INTEGER NOT NULL, mapped INTEGER NOT NULL, sha256 TEXT);
CREATE TABLE unmapped (minutes INTEGER NOT NULL, quote INTEGER NOT NULL, PRIMARY KEY (minutes, quote)) WITHOUT ROWID;

CREATE TABLE concept (scheme TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL, broader TEXT, PRIMARY KEY (scheme, name)) WITHOUT ROWID;

CREATE TABLE found (id INTEGER PRIMARY KEY, what TEXT NOT NULL, entity INTEGER, fact INTEGER);  -- what a row of the full text is
CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = "porter unicode61 remove_diacritics 2");
