-- command lines that are too long for a button; the button names the id
CREATE TABLE long_lines (
    workspace TEXT NOT NULL REFERENCES workspaces (workspace),
    id TEXT NOT NULL,
    line TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, id));
