"""What vendors sell, until when, and what they refuse: dated data, a file for each vendor, read by adapters and API.

Facts grow old. Each file says when it was read and where; whatever is newer than it can be allowed by a setting.
"""
