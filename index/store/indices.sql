-- The indices of `schema.sql`. Of a new store they are made when its articles are in it, in a fifth of the time that
-- they take row by row, and without gaps.

CREATE INDEX IF NOT EXISTS articles_by_day ON articles (day DESC, n);
CREATE INDEX IF NOT EXISTS articles_by_file ON articles (file);
CREATE INDEX IF NOT EXISTS members_by_actor ON members (actor);
CREATE INDEX IF NOT EXISTS kin_by_key ON kin (key);
CREATE INDEX IF NOT EXISTS roles_by_member ON roles (article, member);
