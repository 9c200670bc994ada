"""The editor at `/admin/`: Decap CMS, its configuration derived from the models.

Source: issue *Submission*, Door 3; research/submission.md (what was tried, and the traps).
"""
