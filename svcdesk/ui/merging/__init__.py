"""综合窗口: which units are rarely used and could share a window."""
