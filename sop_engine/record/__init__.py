"""The record as evidence: verified from its first event on, its heads kept outside, exported, and brought to safety."""
