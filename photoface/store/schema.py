"""The tables. Each change of them is one migration, and a saved library of each past schema must open for ever.

Seen and guessed tables can be made again from the photos; decided ones cannot. A decided table's foreign keys are
checked at the end of a transaction, so that the journal may put rows back in any order.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from photoface.store.schema_v1 import TABLES_V1
from photoface.store.schema_v2 import TABLES_V2, move_unsure
from photoface.store.schema_v2_calibration import TABLES_V3
from photoface.store.schema_v4 import TABLES_V4
from photoface.store.schema_v5 import TABLES_V5, keep_dates
from photoface.store.schema_v6 import TABLES_V6
from photoface.store.schema_v7 import TABLES_V7
from photoface.store.schema_v11 import TABLES_V11

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x50464143
"""'PFAC', in the header of the file: https://sqlite.org/fileformat.html#application_id"""

SCHEMA_VERSION = 8


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to SCHEMA_VERSION in one transaction.

    One for all: whoever dies after the first table of a new library leaves an empty file, not one of nobody's.
    """
    from sqlite_utils import Database  # 0.1 s to import: only where there is something to migrate

    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    with database.atomic():
        migrations().apply(database)


def migrations() -> Migrations:
    """Every migration there ever was, in order."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("photoface")

    @steps(name="0001 seen, guessed, decided")
    def first(database: Database) -> None:
        run(database.conn, TABLES_V1)
        stamp(database.conn, 1)

    @steps(name="0002 answers by faces and people")
    def second(database: Database) -> None:
        run(database.conn, TABLES_V2)
        move_unsure(database.conn)
        stamp(database.conn, 2)

    @steps(name="0003 reviewed suggestions, calibration")
    def third(database: Database) -> None:
        run(database.conn, TABLES_V3)
        stamp(database.conn, 3)

    @steps(name="0004 names in files")
    def fourth(database: Database) -> None:
        run(database.conn, TABLES_V4)
        stamp(database.conn, 4)

    @steps(name="0005 dates, pairs, likeness")
    def fifth(database: Database) -> None:
        run(database.conn, TABLES_V5)
        keep_dates(database.conn)
        stamp(database.conn, 5)

    @steps(name="0006 groups suggested to people")
    def sixth(database: Database) -> None:
        run(database.conn, TABLES_V6)
        stamp(database.conn, 6)

    @steps(name="0007 drives, originals")
    def seventh(database: Database) -> None:
        run(database.conn, TABLES_V7)
        stamp(database.conn, 7)

    @steps(name="0011 files on drives")
    def eleventh(database: Database) -> None:
        run(database.conn, TABLES_V11)
        stamp(database.conn, 8)

    return steps


def run(connection: sqlite3.Connection, script: str) -> None:
    """Statements one by one: executescript would commit the open transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def stamp(connection: sqlite3.Connection, version: int) -> None:
    """Whose file it is, and which schema; part of the open transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
