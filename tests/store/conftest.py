import pytest
import stepping


@pytest.fixture(autouse=True)
def _no_store_stays_open():
    yield
    stepping.close_all()
