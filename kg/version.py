"""The version of the software, said once."""

__version__ = "0.1.0"
