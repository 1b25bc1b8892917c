"""Property tests look for new cases on a developer's machine; in CI they look at the same ones every time.

HYPOTHESIS_PROFILE=long looks for many more. What the tests' commands keep between runs goes to a folder of their own.
"""

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(scope="session", autouse=True)
def own_cache() -> Iterator[None]:
    """A cache folder that no other run has."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COPYDESK_CACHE"] = folder
        yield
        del os.environ["COPYDESK_CACHE"]
