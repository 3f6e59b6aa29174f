"""What all tests share: none reads or fills the cache of whoever runs them."""

import os

os.environ["SOP_CACHE"] = "off"

pytest_plugins = ["postgres.fixtures"]
