"""svcdesk: the desk software of a district administrative service hall (区行政服务中心)."""

__version__ = "0.1.0"
