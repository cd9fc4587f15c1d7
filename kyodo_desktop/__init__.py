"""Kyodo Desktop: the desk program of a Japanese city's civic-collaboration counter."""

__version__ = "0.1.0"
