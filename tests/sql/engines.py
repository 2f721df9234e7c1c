"""Runs a query in a real database. A job comes as JSON on standard input, the rows go as JSON to standard output."""

import json
import subprocess
import sys


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("'", "''") + "'"


def statements(job):
    table = ".".join(quoted(part) for part in job["table"].split("."))
    columns = ", ".join(f"{quoted(name)} {kind}" for name, kind in job["columns"])
    texts = [f"CREATE SCHEMA {quoted(part)}" for part in job["table"].split(".")[:-1]]
    texts.append(f"CREATE TABLE {table} ({columns})")
    for start in range(0, len(job["rows"]), 500):
        rows = job["rows"][start : start + 500]
        rows = ", ".join("(" + ", ".join(literal(value) for value in row) + ")" for row in rows)
        texts.append(f"INSERT INTO {table} VALUES {rows}")
    return texts


def duckdb(job):
    import duckdb

    connection = duckdb.connect()
    for statement in statements(job):
        connection.execute(statement)
    found = connection.execute(job["query"])
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


def postgres(job):
    query = job["query"].rstrip().rstrip(";")
    texts = ["BEGIN", *statements(job), f"SELECT row_to_json(x) FROM ({query}) AS x", "ROLLBACK"]
    command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-"]
    done = subprocess.run(command, input=";\n".join(texts) + ";\n", capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[:4000])
    return [json.loads(line) for line in done.stdout.splitlines() if line]


def spark(job):
    import sqlglot

    parsed = sqlglot.parse(job["query"], read="spark")
    return [{"statements": len(parsed)}]


def main():
    job = json.load(sys.stdin)
    rows = {"duckdb": duckdb, "postgres": postgres, "spark": spark}[sys.argv[1]](job)
    json.dump(rows, sys.stdout, default=str)


main()
