-- What is known of a corpus. Offsets are half-open, in characters of articles.text.
--
-- Within an article, whoever acts has a local number (`member`); the table `members` alone says which actor of the
-- corpus that is. Joining or parting actors touches nothing else.

CREATE TABLE articles (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    file       TEXT NOT NULL,
    sha256     TEXT NOT NULL,     -- of the file
    title      TEXT NOT NULL,
    outlet     TEXT,
    published  TEXT,              -- When, as JSON
    day        TEXT,              -- its last day, for ordering
    words      INTEGER NOT NULL,
    verbatim   INTEGER NOT NULL,  -- quotations word for word
    head       BLOB NOT NULL,     -- the Article without its text, as JSON, pressed
    text       BLOB NOT NULL      -- pressed
);

CREATE TABLE files (              -- every file that was read or refused, in the state it was in
    file    TEXT PRIMARY KEY,
    size    INTEGER NOT NULL,
    version INTEGER NOT NULL      -- another number when it has changed, or how it is to be read
) WITHOUT ROWID;

CREATE TABLE actors (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0,
    decided  INTEGER NOT NULL DEFAULT 0  -- 1: known from a person's decision alone
);

CREATE TABLE members (
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    actor   INTEGER,              -- NULL until the corpus is resolved
    named   INTEGER NOT NULL,     -- how often, in any way
    PRIMARY KEY (article, member)
) WITHOUT ROWID;

CREATE TABLE found (              -- the members as their article tells them
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    id      TEXT NOT NULL,        -- within the article
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (article, member)
) WITHOUT ROWID;

CREATE TABLE kin (                -- under which keys they may be one with members of other articles
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    key     TEXT NOT NULL,
    PRIMARY KEY (article, member, key)
) WITHOUT ROWID;

-- What was found, where a person decided otherwise: what stands in `members`, `actors` and `articles` is as decided.

CREATE TABLE recast (
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    found   INTEGER,              -- which actor its names tell
    PRIMARY KEY (article, member)
) WITHOUT ROWID;

CREATE TABLE renamed (
    actor INTEGER PRIMARY KEY,
    name  TEXT NOT NULL
);

CREATE TABLE revised (
    article INTEGER PRIMARY KEY,
    head    BLOB NOT NULL
);

CREATE TABLE offices (            -- the roles that a person gave
    actor INTEGER NOT NULL,
    role  TEXT NOT NULL,
    body  INTEGER,                -- of which actor
    since TEXT,                   -- a day, month or year
    until TEXT
);

CREATE TABLE aliases (
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    text    TEXT NOT NULL,
    count   INTEGER NOT NULL,
    PRIMARY KEY (article, member, text)
) WITHOUT ROWID;

CREATE TABLE roles (
    article INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    role    TEXT NOT NULL,
    body    INTEGER,              -- of which member: a country, an organisation
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL
);

CREATE TABLE mentions (
    article INTEGER NOT NULL,
    n       INTEGER NOT NULL,     -- in order of their places
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    member  INTEGER,
    form    TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE quotations (
    article         INTEGER NOT NULL,
    n               INTEGER NOT NULL,
    start           INTEGER NOT NULL,
    end             INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    rule            TEXT NOT NULL,
    confidence      REAL NOT NULL,
    corrected       INTEGER NOT NULL,
    batch           TEXT,         -- what the paragraphs of one quotation share
    cue_start       INTEGER,
    cue_end         INTEGER,
    spoken          INTEGER NOT NULL,  -- 1: a speaker is given, with or without words
    speaker_start   INTEGER,
    speaker_end     INTEGER,
    addressed       INTEGER NOT NULL,
    addressee_start INTEGER,
    addressee_end   INTEGER,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE voices (
    article   INTEGER NOT NULL,
    quotation INTEGER NOT NULL,
    part      TEXT NOT NULL,      -- speaker, addressee, subject: named in it by others
    member    INTEGER NOT NULL,
    PRIMARY KEY (article, quotation, part, member)
) WITHOUT ROWID;

CREATE TABLE contacts (
    article     INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    status      TEXT NOT NULL,
    date        TEXT,             -- When, as JSON
    place_start INTEGER,
    place_end   INTEGER,
    evidence    TEXT NOT NULL,    -- [[start, end], …]
    topics      TEXT NOT NULL,    -- {name: [[start, end], …], …}
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE parties (
    article INTEGER NOT NULL,
    contact INTEGER NOT NULL,
    n       INTEGER NOT NULL,     -- as they are told: who visits before who is visited
    member  INTEGER NOT NULL,
    PRIMARY KEY (article, contact, n)
) WITHOUT ROWID;

CREATE TABLE topics (
    article  INTEGER NOT NULL,
    name     TEXT NOT NULL,
    mentions TEXT NOT NULL,       -- [[start, end], …]
    PRIMARY KEY (article, name)
) WITHOUT ROWID;

-- How a person put articles by.

CREATE TABLE stars (
    article INTEGER PRIMARY KEY
);

CREATE TABLE tags (
    article INTEGER NOT NULL,
    tag     TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) WITHOUT ROWID;

CREATE TABLE sketches (           -- what tells which articles may say the same
    article  INTEGER PRIMARY KEY,
    sketch   BLOB NOT NULL,
    compared INTEGER NOT NULL     -- 1: with all others
);

CREATE TABLE copies (             -- the articles that say the same as others
    article INTEGER PRIMARY KEY,
    alike   INTEGER NOT NULL      -- what they have in common: the number of one of them
);

CREATE TABLE problems (
    file   TEXT NOT NULL,
    reason TEXT NOT NULL,
    hint   TEXT NOT NULL
);

CREATE TABLE decided (            -- what of a person's decisions stands in the tables above
    article TEXT PRIMARY KEY,     -- its id; there may be no such article any more; `decisions.toml…`: of actors, of tags
    digest  TEXT NOT NULL,        -- of the decisions about it; set when the engine knows them, too
    unfit   TEXT NOT NULL         -- [sentence, …]: those that fit no quotation
) WITHOUT ROWID;
