"""Taxonomies: the terms by which services are found, the 24 needs first of all."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.declarative import Base, Key, Name, Reference, Words


NEEDS = "needs"
ROLES = "roles"
NOT_FOR = "not-for"  # terms are needs for which a service is never offered


class Taxonomy(Base):
    """A list of terms (HSDS `taxonomy`)."""

    __tablename__ = "taxonomy"

    id: Mapped[Key]
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[Name]
    description: Mapped[Words]
    uri: Mapped[Words | None]
    version: Mapped[Name | None]


class TaxonomyTerm(Base):
    """One term (HSDS `taxonomy_term`); `term` is its slug, a need's slug for a need."""

    __tablename__ = "taxonomy_term"
    __table_args__ = (UniqueConstraint("taxonomy_id", "term"),)

    id: Mapped[Key]
    taxonomy_id: Mapped[Reference] = mapped_column(ForeignKey("taxonomy.id", ondelete="CASCADE"))
    parent_id: Mapped[Reference | None] = mapped_column(ForeignKey("taxonomy_term.id"))
    term: Mapped[str] = mapped_column(String(80), index=True)
    name: Mapped[Name]
    description: Mapped[Words]
    term_uri: Mapped[Words | None]

    taxonomy: Mapped[Taxonomy] = relationship()


class Attribute(Base):
    """A term said of a record (HSDS `attribute`).

    `first_line` is ours: where the service stands among the first to try for a need, 1 is best.
    """

    __tablename__ = "attribute"
    __table_args__ = (UniqueConstraint("link_id", "taxonomy_term_id"),)

    id: Mapped[Key]
    link_id: Mapped[Reference] = mapped_column(index=True)
    link_type: Mapped[str] = mapped_column(String(40), default="service")
    taxonomy_term_id: Mapped[Reference] = mapped_column(
        ForeignKey("taxonomy_term.id", ondelete="CASCADE"), index=True
    )
    first_line: Mapped[int | None]

    taxonomy_term: Mapped[TaxonomyTerm] = relationship()
