"""The tables that the migrations are checked against: those of every package that keeps some."""

from importlib import import_module

from sqlalchemy import MetaData


MODELS = ("directory.model", "usage.model", "web.accounts.factor_model", "web.insights.model")


def metadata() -> list[MetaData]:
    """The tables of the directory, the usage log, the staff accounts and what analysts keep."""
    return [import_module(name).Base.metadata for name in MODELS]
