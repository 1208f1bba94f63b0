"""What is kept: tables, guards, migrations, connections, and this machine's own store."""
