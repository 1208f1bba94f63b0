"""Frozen sheets in, bytes out: PDF, xlsx and docx."""
