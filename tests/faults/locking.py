"""A process that locks a whole database: `python -m tests.faults.locking URL SECONDS`."""

import sys
import time

from sqlalchemy import inspect, text

from signpost.database import make_engine


def main(url: str, seconds: float) -> None:
    """Says "locked" once it is: SQLite's one write lock, or ACCESS EXCLUSIVE on every table."""
    engine = make_engine(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            tables = ", ".join(inspect(engine).get_table_names())
            connection.execute(text(f"LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE"))
        sys.stdout.write("locked\n")
        sys.stdout.flush()
        time.sleep(seconds)
        connection.rollback()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
