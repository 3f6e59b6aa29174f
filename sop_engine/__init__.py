"""SOP engine: one YAML file per service standard, checked, run as a case, drawn and printed."""

__version__ = "0.1.0"
