"""Python runs this first in a process that has this folder on its path: a test can ask what it holds."""

import looking


looking.begin()
