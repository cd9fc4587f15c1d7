"""The database: engine, sessions, change log, migrations, backups, integrity."""
