PRAGMA application_id = 1346781507;
PRAGMA user_version = 8;
PRAGMA journal_mode = wal;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'photoface','0001 seen, guessed, decided','2026-11-27 23:32:55.133271+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'photoface','0002 answers by faces and people','2026-11-27 23:32:55.133586+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'photoface','0003 reviewed suggestions, calibration','2026-11-27 23:32:55.133958+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'photoface','0004 names in files','2026-11-27 23:32:55.138591+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'photoface','0005 dates, pairs, likeness','2026-11-27 23:32:55.139703+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'photoface','0006 groups suggested to people','2026-11-27 23:32:55.139941+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'photoface','0007 drives, originals','2026-11-27 23:32:55.140180+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'photoface','0011 files on drives','2026-11-27 23:32:55.140357+00:00');
CREATE TABLE analysis (
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    detector TEXT NOT NULL,
    embedder TEXT NOT NULL,
    PRIMARY KEY (photo_id, detector, embedder)
) STRICT, WITHOUT ROWID;
INSERT INTO "analysis" VALUES(1,'d','m');
INSERT INTO "analysis" VALUES(2,'d','m');
INSERT INTO "analysis" VALUES(3,'d','m');
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
    person_id INTEGER,
    faces TEXT NOT NULL,
    size INTEGER NOT NULL,
    other_id INTEGER,
    other_faces TEXT NOT NULL,
    other_size INTEGER NOT NULL
) STRICT;
INSERT INTO "answer" VALUES(1,'same','unsure',NULL,'[2, 5]',2,1,'[]',2);
CREATE TABLE apart (
    photo_id INTEGER NOT NULL REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    other_id INTEGER NOT NULL REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (photo_id, other_id),
    CHECK (photo_id < other_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "apart" VALUES(1,2);
CREATE TABLE bond (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "bond" VALUES(1,'asked');
CREATE TABLE bond_face (
    bond_id INTEGER NOT NULL REFERENCES bond (id) DEFERRABLE INITIALLY DEFERRED,
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (bond_id, face_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "bond_face" VALUES(1,2);
INSERT INTO "bond_face" VALUES(1,5);
CREATE TABLE calibration (
    model TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    faces INTEGER NOT NULL,
    decisions INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    seq INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (operation_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "change" VALUES(1,0,'person','{"id":1}',NULL,'{"birth_date":null,"cover_face_id":null,"created_at":"2026-01-01","hidden":0,"id":1,"name":"Zoë","notes":"","uuid":"495eecd0-ee0f-4245-9e19-ff7ef89b58f7"}');
INSERT INTO "change" VALUES(1,1,'verdict','{"face_id":1}',NULL,'{"face_id":1,"person_id":1,"state":"named"}');
INSERT INTO "change" VALUES(1,2,'verdict','{"face_id":3}',NULL,'{"face_id":3,"person_id":1,"state":"named"}');
INSERT INTO "change" VALUES(1,3,'membership','{"face_id":4}','{"cluster_id":1,"face_id":4}',NULL);
INSERT INTO "change" VALUES(2,0,'rejection','{"face_id":2,"person_id":1}',NULL,'{"face_id":2,"person_id":1}');
INSERT INTO "change" VALUES(2,1,'repeat_photo','{"photo_id":2}',NULL,'{"photo_id":2}');
INSERT INTO "change" VALUES(2,2,'separation','{"id":1}',NULL,'{"id":1,"reason":"asked"}');
INSERT INTO "change" VALUES(2,3,'bond','{"id":1}',NULL,'{"id":1,"reason":"asked"}');
INSERT INTO "change" VALUES(2,4,'separation_face','{"face_id":1,"separation_id":1}',NULL,'{"face_id":1,"separation_id":1,"side":0}');
INSERT INTO "change" VALUES(2,5,'separation_face','{"face_id":5,"separation_id":1}',NULL,'{"face_id":5,"separation_id":1,"side":1}');
INSERT INTO "change" VALUES(2,6,'bond_face','{"bond_id":1,"face_id":2}',NULL,'{"bond_id":1,"face_id":2}');
INSERT INTO "change" VALUES(2,7,'bond_face','{"bond_id":1,"face_id":5}',NULL,'{"bond_id":1,"face_id":5}');
INSERT INTO "change" VALUES(2,8,'answer','{"id":1}',NULL,'{"answer":"unsure","faces":"[2, 5]","id":1,"other_faces":"[]","other_id":1,"other_size":2,"person_id":null,"question":"same","size":2}');
INSERT INTO "change" VALUES(2,9,'review','{"face_id":2,"person_id":1}',NULL,'{"correct":0,"face_id":2,"person_id":1,"was":"suggested"}');
INSERT INTO "change" VALUES(2,10,'draw','{"id":1}',NULL,'{"asked_of":2,"id":1,"person_id":1}');
INSERT INTO "change" VALUES(2,11,'draw_face','{"draw_id":1,"face_id":4}',NULL,'{"answer":"unsure","draw_id":1,"face_id":4,"place":0}');
INSERT INTO "change" VALUES(2,12,'name_question','{"id":1}',NULL,'{"face_id":null,"height":null,"id":1,"kind":"where","name":"Ñandú","origin":"Google Takeout","photo_id":2,"state":"open","uuid":null,"width":null,"x":null,"y":null}');
INSERT INTO "change" VALUES(2,13,'dated','{"photo_id":1}',NULL,'{"photo_id":1,"taken":"1983-06","words":"summer 1983"}');
INSERT INTO "change" VALUES(2,14,'apart','{"other_id":2,"photo_id":1}',NULL,'{"other_id":2,"photo_id":1}');
INSERT INTO "change" VALUES(2,15,'setting','{"key":"pack"}',NULL,'{"key":"pack","value":"standard"}');
INSERT INTO "change" VALUES(2,16,'verdict','{"face_id":2}',NULL,'{"face_id":2,"person_id":null,"state":"ignored"}');
INSERT INTO "change" VALUES(3,0,'person','{"id":2}',NULL,'{"birth_date":null,"cover_face_id":null,"created_at":"2026-01-01","hidden":0,"id":2,"name":"dropped","notes":"","uuid":"98a8a7ab-75e0-4269-9157-359255fb91eb"}');
INSERT INTO "change" VALUES(4,0,'folder','{"id":3}','{"added_at":"2026-11-27T23:32:55.181+00:00","id":3,"offline_since":null,"path":{"base64":"L290aGVy/w=="},"scanned_at":null,"state":"active"}','{"added_at":"2026-11-27T23:32:55.181+00:00","id":3,"offline_since":null,"path":{"base64":"L290aGVy/w=="},"scanned_at":null,"state":"removed"}');
INSERT INTO "change" VALUES(5,0,'person','{"id":3}',NULL,'{"birth_date":null,"cover_face_id":null,"created_at":"2026-01-01","hidden":0,"id":3,"name":"undone","notes":"","uuid":"c3b845f2-2b09-4c26-80ff-2938c8afab3e"}');
INSERT INTO "change" VALUES(5,1,'verdict','{"face_id":5}',NULL,'{"face_id":5,"person_id":3,"state":"confirmed"}');
CREATE TABLE cluster (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO "cluster" VALUES(1,'2026-11-27T23:32:55.181+00:00');
INSERT INTO "cluster" VALUES(2,'2026-11-27T23:32:55.181+00:00');
CREATE TABLE companion (
    path BLOB PRIMARY KEY,
    photo_path BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('film', 'sidecar', 'takeout')),
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dated (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    taken TEXT NOT NULL CHECK (length(taken) >= 4),
    words TEXT NOT NULL
) STRICT;
INSERT INTO "dated" VALUES(1,'1983-06','summer 1983');
CREATE TABLE draw (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    asked_of INTEGER NOT NULL
) STRICT;
INSERT INTO "draw" VALUES(1,1,2);
CREATE TABLE draw_face (
    draw_id INTEGER NOT NULL,
    face_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    answer TEXT CHECK (answer IN ('right', 'wrong', 'unsure')),
    PRIMARY KEY (draw_id, face_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "draw_face" VALUES(1,4,0,'unsure');
CREATE TABLE drive (
    path BLOB PRIMARY KEY,
    away_since TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "drive" VALUES(X'2F70686F746F73',NULL);
CREATE TABLE embedding (
    model TEXT NOT NULL,
    face_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    vector BLOB NOT NULL CHECK (length(vector) > 0),
    PRIMARY KEY (model, face_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "embedding" VALUES('m',1,X'10260FC32A15E71B110E011ADEF8E91C02F2DBF400F33D2F81A8F8EC0A0A63CCEE601E1FE8B30805C7E0FDD4FB0402E81C2A0FDA22E929CE2BFFC6F1030DD2CC09EA0B24B30C39F2DA230C2AF0BBFBEB2409B4C82920E2001516290CFCF43197FA02BD10E128FA1F3912D7B952FBE007F7280201DF16D01F47B98C1D77D1C51C');
INSERT INTO "embedding" VALUES('m',2,X'0AE5EB825D3BEF280FE333F0EFD718FB1CE107D22B0A1115CC286AABA7B22B0738250B0FF72DC6EA0D5DD8C8E332F4449F3A35B7083F05347B0EF2D821F6F7FB22C9B1823E044E00DA19FCBFD25B1216F2DC2EFBD9F9D10A3AD54ADD08D5F502EADCDDD6AFF2152F217F10E861CA32CF129A2EF8CE572802D9FEF82529DDE4E5');
INSERT INTO "embedding" VALUES('m',3,X'10260FC32A15E71B110E011ADEF8E91C02F2DBF400F33D2F81A8F8EC0A0A63CCEE601E1FE8B30805C7E0FDD4FB0402E81C2A0FDA22E929CE2BFFC6F1030DD2CC09EA0B24B30C39F2DA230C2AF0BBFBEB2409B4C82920E2001516290CFCF43197FA02BD10E128FA1F3912D7B952FBE007F7280201DF16D01F47B98C1D77D1C51C');
INSERT INTO "embedding" VALUES('m',4,X'10260FC32A15E71B110E011ADEF8E91C02F2DBF400F33D2F81A8F8EC0A0A63CCEE601E1FE8B30805C7E0FDD4FB0402E81C2A0FDA22E929CE2BFFC6F1030DD2CC09EA0B24B30C39F2DA230C2AF0BBFBEB2409B4C82920E2001516290CFCF43197FA02BD10E128FA1F3912D7B952FBE007F7280201DF16D01F47B98C1D77D1C51C');
INSERT INTO "embedding" VALUES('m',5,X'4E9E10EAEFF8B3F7DF7F09F3F5E6D8F112F725F8013B15EDF9154AF6F726DEF52216031A9427DBC00B1BEFD701FE361D072AF8DD1616F8E209A11A13C102DB1DB2DD1B2CAEED0DE93DD20ED836FFF2BE401D1D2B0DE8E1E134C8E9F40916D0BE002E1D08F40BF71FE205FC1509613939B2F3E914A92D29CEDBE102184EF81D06');
CREATE TABLE export_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    target TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE TABLE face (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    landmarks BLOB CHECK (length(landmarks) = 40),
    score REAL NOT NULL DEFAULT 1,
    quality REAL NOT NULL DEFAULT 0,
    detector TEXT NOT NULL DEFAULT '',
    drawn INTEGER NOT NULL DEFAULT 0 CHECK (drawn IN (0, 1)),
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
INSERT INTO "face" VALUES(1,1,100.0,50.0,80.0,80.0,X'0000F8420000944200001C430000944200000C430000BC42000000430000E442000018430000E442',0.95,0.9,'d',0,0);
INSERT INTO "face" VALUES(2,1,500.0,50.0,80.0,80.0,X'000003440000944200000B4400009442000007440000BC42000004440000E44200000A440000E442',0.95,0.9,'d',0,0);
INSERT INTO "face" VALUES(3,2,100.0,50.0,80.0,80.0,X'0000F8420000944200001C430000944200000C430000BC42000000430000E442000018430000E442',0.95,0.9,'d',0,0);
INSERT INTO "face" VALUES(4,2,500.0,50.0,80.0,80.0,X'000003440000944200000B4400009442000007440000BC42000004440000E44200000A440000E442',0.95,0.9,'d',0,0);
INSERT INTO "face" VALUES(5,3,100.0,50.0,80.0,80.0,X'0000F8420000944200001C430000944200000C430000BC42000000430000E442000018430000E442',0.95,0.9,'d',0,0);
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folder (id),
    photo_id INTEGER REFERENCES photo (id),
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    orientation INTEGER,
    failure_kind TEXT,
    failure TEXT,
    missing_since TEXT
) STRICT;
INSERT INTO "file" VALUES(1,1,1,X'2F70686F746F732F612E6A7067',10,20,1,NULL,NULL,'2026-11-27T23:32:55.181+00:00');
INSERT INTO "file" VALUES(2,1,2,X'2F70686F746F732F6D6972726F722E6A7067',10,20,1,NULL,NULL,NULL);
INSERT INTO "file" VALUES(3,3,3,X'2F6F74686572FF2F622E6A7067',10,20,1,NULL,NULL,NULL);
INSERT INTO "file" VALUES(4,1,NULL,X'2F70686F746F732F626164FFFE2E6A7067',3,4,NULL,'unreadable','cut short',NULL);
CREATE TABLE file_said (
    file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    taken TEXT,
    source TEXT,
    rank INTEGER,
    utc_offset TEXT,
    film INTEGER NOT NULL DEFAULT 0,
    CHECK ((taken IS NULL) = (source IS NULL) AND (taken IS NULL) = (rank IS NULL))
) STRICT;
INSERT INTO "file_said" VALUES(1,NULL,NULL,NULL,NULL,0);
INSERT INTO "file_said" VALUES(2,NULL,NULL,NULL,NULL,0);
INSERT INTO "file_said" VALUES(3,NULL,NULL,NULL,NULL,0);
CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed')),
    added_at TEXT NOT NULL,
    scanned_at TEXT,
    offline_since TEXT
) STRICT;
INSERT INTO "folder" VALUES(1,X'2F70686F746F73','active','2026-11-27T23:32:55.178+00:00',NULL,NULL);
INSERT INTO "folder" VALUES(3,X'2F6F74686572FF','removed','2026-11-27T23:32:55.181+00:00',NULL,NULL);
CREATE TABLE looks (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    hash BLOB NOT NULL CHECK (length(hash) = 8)
) STRICT;
CREATE TABLE membership (
    face_id INTEGER PRIMARY KEY REFERENCES face (id) ON DELETE CASCADE,
    cluster_id INTEGER NOT NULL REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "membership" VALUES(1,1);
INSERT INTO "membership" VALUES(2,2);
INSERT INTO "membership" VALUES(3,1);
INSERT INTO "membership" VALUES(4,1);
INSERT INTO "membership" VALUES(5,2);
CREATE TABLE name_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('other', 'set_aside', 'rejected', 'two_names', 'ambiguous', 'where')),
    photo_id INTEGER NOT NULL,
    face_id INTEGER,
    x REAL,
    y REAL,
    width REAL,
    height REAL,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    uuid TEXT,
    origin TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'file', 'library'))
) STRICT;
INSERT INTO "name_question" VALUES(1,'where',2,NULL,NULL,NULL,NULL,NULL,'Ñandú',NULL,'Google Takeout','open');
CREATE TABLE neighbors (
    model TEXT NOT NULL,
    face_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    ids BLOB NOT NULL,
    angles BLOB NOT NULL CHECK (2 * length(angles) = length(ids)),
    PRIMARY KEY (model, face_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "neighbors" VALUES('m',1,X'03000000000000000400000000000000',X'0000803E0000003F');
CREATE TABLE on_volume (
    file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    volume TEXT NOT NULL
) STRICT;
INSERT INTO "on_volume" VALUES(1,'5E0D-1F2A');
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
    undone INTEGER
) STRICT;
INSERT INTO "operation" VALUES(1,'2026-11-27T23:32:55.197+00:00','user','name','name Zoë','','done',NULL);
INSERT INTO "operation" VALUES(2,'2026-11-27T23:32:55.212+00:00','user','reject','not Zoë','she says so','done',NULL);
INSERT INTO "operation" VALUES(3,'2026-11-27T23:32:55.221+00:00','user','name','name dropped','','dropped',NULL);
INSERT INTO "operation" VALUES(4,'2026-11-27T23:32:55.242+00:00','user','remove folder','stop indexing /other','','done',NULL);
INSERT INTO "operation" VALUES(5,'2026-11-27T23:32:55.252+00:00','user','name','name undone','','undone',1);
CREATE TABLE original (
    photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    PRIMARY KEY (photo_id, original_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "original" VALUES(2,1);
CREATE TABLE other_identity (
    identity BLOB PRIMARY KEY CHECK (length(identity) = 32),
    orientation INTEGER NOT NULL,
    photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    birth_date TEXT,
    notes TEXT NOT NULL DEFAULT '',
    cover_face_id INTEGER REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO "person" VALUES(1,'495eecd0-ee0f-4245-9e19-ff7ef89b58f7','Zoë',NULL,'',NULL,0,'2026-01-01');
CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 32),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    orientation INTEGER NOT NULL CHECK (orientation BETWEEN 1 AND 8),
    format TEXT NOT NULL,
    taken TEXT,
    damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;
INSERT INTO "photo" VALUES(1,X'84EF856E6C21246D8B577A5E5D5ECA11FE1B5B5072CDB3F3EB5B189F6A18002C',1000,500,1,'JPEG','1983-06',0,'2026-11-27T23:32:55.178+00:00');
INSERT INTO "photo" VALUES(2,X'C578B3AE38787C57F34F591E27852C0C5AE4146229AE0DB4AC30C9A49538AF49',1000,500,1,'JPEG',NULL,0,'2026-11-27T23:32:55.180+00:00');
INSERT INTO "photo" VALUES(3,X'A81B540D336D13494B084731944358ED9DD5918B6760CC0FC428C87A20EA8CF1',1000,500,1,'JPEG',NULL,0,'2026-11-27T23:32:55.181+00:00');
CREATE TABLE rejection (
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (face_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "rejection" VALUES(2,1);
CREATE TABLE repeat_photo (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "repeat_photo" VALUES(2);
CREATE TABLE reread (photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE) STRICT;
CREATE TABLE review (
    face_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    was TEXT NOT NULL CHECK (was IN ('suggested', 'named')),
    correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
    PRIMARY KEY (face_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "review" VALUES(2,1,'suggested',0);
CREATE TABLE separation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "separation" VALUES(1,'asked');
CREATE TABLE separation_face (
    separation_id INTEGER NOT NULL REFERENCES separation (id) DEFERRABLE INITIALLY DEFERRED,
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    side INTEGER NOT NULL CHECK (side IN (0, 1)),
    PRIMARY KEY (separation_id, face_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "separation_face" VALUES(1,1,0);
INSERT INTO "separation_face" VALUES(1,5,1);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('pack','standard');
CREATE TABLE suggestion (
    cluster_id INTEGER PRIMARY KEY REFERENCES cluster (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    wrong REAL NOT NULL CHECK (wrong BETWEEN 0 AND 1)
) STRICT;
CREATE TABLE twin (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    first_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('same', 'edited'))
) STRICT;
CREATE TABLE verdict (
    face_id INTEGER PRIMARY KEY REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('confirmed', 'named', 'ignored', 'not_a_face')),
    person_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((state IN ('confirmed', 'named')) = (person_id IS NOT NULL))
) STRICT;
INSERT INTO "verdict" VALUES(1,'named',1);
INSERT INTO "verdict" VALUES(2,'ignored',NULL);
INSERT INTO "verdict" VALUES(3,'named',1);
CREATE TABLE written (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES export_run (id),
    photo_id INTEGER NOT NULL,
    path BLOB NOT NULL,
    target TEXT NOT NULL CHECK (target IN ('sidecar', 'file', 'record')),
    target_path BLOB NOT NULL,
    before BLOB,
    after BLOB,
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX file_photo ON file (photo_id, missing_since, folder_id);
CREATE INDEX file_folder ON file (folder_id);
CREATE INDEX file_failed ON file (id) WHERE failure_kind IS NOT NULL;
CREATE INDEX face_photo ON face (photo_id);
CREATE INDEX face_retired ON face (id) WHERE retired = 1;
CREATE INDEX membership_cluster ON membership (cluster_id);
CREATE INDEX person_name ON person (name COLLATE NOCASE);
CREATE INDEX verdict_person ON verdict (person_id, state);
CREATE INDEX rejection_person ON rejection (person_id);
CREATE INDEX separation_face_face ON separation_face (face_id);
CREATE INDEX bond_face_face ON bond_face (face_id);
CREATE INDEX operation_undone ON operation (undone) WHERE state = 'undone';
CREATE INDEX change_row ON change (table_name, key) WHERE table_name NOT IN ('membership', 'cluster');
CREATE VIEW present_file AS
    SELECT file.* FROM file JOIN folder ON folder.id = file.folder_id
    WHERE file.missing_since IS NULL AND folder.state = 'active';
CREATE VIEW present_photo AS
    SELECT * FROM photo WHERE EXISTS (SELECT 1 FROM present_file WHERE present_file.photo_id = photo.id);
CREATE INDEX review_person ON review (person_id);
CREATE INDEX draw_person ON draw (person_id);
CREATE INDEX name_question_photo ON name_question (photo_id);
CREATE INDEX name_question_open ON name_question (id) WHERE state = 'open';
CREATE INDEX written_run ON written (run_id);
CREATE INDEX written_path ON written (path);
CREATE INDEX companion_photo ON companion (photo_path);
CREATE INDEX other_identity_photo ON other_identity (photo_id);
CREATE INDEX twin_first ON twin (first_id);
CREATE TRIGGER dated_insert AFTER INSERT ON dated BEGIN
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id = new.photo_id; END;
CREATE TRIGGER dated_update AFTER UPDATE ON dated BEGIN
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id = new.photo_id; END;
CREATE TRIGGER dated_delete AFTER DELETE ON dated BEGIN
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id = old.photo_id; END;
CREATE TRIGGER file_said_insert AFTER INSERT ON file_said BEGIN
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id = (SELECT photo_id FROM file WHERE id = new.file_id); END;
CREATE TRIGGER file_said_update AFTER UPDATE ON file_said BEGIN
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id = (SELECT photo_id FROM file WHERE id = new.file_id); END;
CREATE INDEX suggestion_person ON suggestion (person_id);
CREATE INDEX original_of ON original (original_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('folder',3);
INSERT INTO "sqlite_sequence" VALUES('photo',3);
INSERT INTO "sqlite_sequence" VALUES('face',5);
INSERT INTO "sqlite_sequence" VALUES('file',4);
INSERT INTO "sqlite_sequence" VALUES('cluster',2);
INSERT INTO "sqlite_sequence" VALUES('person',3);
INSERT INTO "sqlite_sequence" VALUES('operation',5);
INSERT INTO "sqlite_sequence" VALUES('separation',1);
INSERT INTO "sqlite_sequence" VALUES('bond',1);
INSERT INTO "sqlite_sequence" VALUES('answer',1);
INSERT INTO "sqlite_sequence" VALUES('draw',1);
INSERT INTO "sqlite_sequence" VALUES('name_question',1);
COMMIT;
