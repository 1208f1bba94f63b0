"""The 受理 tab: taking an application in at the counter, and looking after what was taken in."""
