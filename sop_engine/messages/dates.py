"""The names of months: whole ones for papers and dates that are read, short ones where there is little room."""

from __future__ import annotations

MONTHS = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)
SHORT = 3

PHRASES: dict[str, tuple[str, str]] = {
    **{f"month_{number}": names for number, names in enumerate(MONTHS, 1)},
    **{f"short_{number}": (own[:SHORT], english[:SHORT]) for number, (own, english) in enumerate(MONTHS, 1)},
}
