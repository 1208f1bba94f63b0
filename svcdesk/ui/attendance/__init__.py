"""考勤: signing in and out at the desk, and who is here today."""
