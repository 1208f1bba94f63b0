"""The window: shows rows, asks, does; no rule, no SQL, no thread but in background."""
