"""Whatever officers do, the desk does what the reference interpreter does. ``run_model.py`` does it for long."""

from hypothesis import HealthCheck, settings
from model import Desk

Desk.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=50,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
TestDesk = Desk.TestCase
