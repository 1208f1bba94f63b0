"""办公室: what an administrator keeps (people, posts, seats), and one's own password."""
