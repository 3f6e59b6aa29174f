"""The picture of a promise: how long each step takes, beside the time that was promised."""
