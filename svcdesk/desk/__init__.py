"""What people may do at the desk: one function an act or a question."""
