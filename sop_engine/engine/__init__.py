"""The engine: a flow, a case and an action become the next case, one event and its effects. Pure: it only computes."""
