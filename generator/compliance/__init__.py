"""The arithmetic: what the records amount to on a day, as pure functions of (records, as_of).

Source: design, section 2, *Counting, exactly*.
"""
