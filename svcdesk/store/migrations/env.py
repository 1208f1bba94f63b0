"""How Alembic runs here: on the connection it is handed, as the owner of the schema."""

from alembic import context

from svcdesk.store.base import SCHEMA

context.configure(
    connection=context.config.attributes["connection"],
    version_table="revision",
    version_table_schema=SCHEMA,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
