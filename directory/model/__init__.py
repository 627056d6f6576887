"""The directory's records in Open Referral's terms (HSDS-UK 3.0), a file for each noun."""

from directory.model.areas import ServiceArea
from directory.model.assurance import ConfirmLink, LinkCheck, Synonym
from directory.model.change_sets import ChangeSet, ChangeSetRow, Feed, NotDuplicates
from directory.model.changes import HistoryHead, Metadata
from directory.model.contacts import Contact, Phone
from directory.model.declarative import Base
from directory.model.findings import Finding
from directory.model.locations import Accessibility, Address, Location, ServiceAtLocation
from directory.model.organizations import Funding, Organization, OrganizationIdentifier
from directory.model.proposals import Proposal
from directory.model.reports import Report
from directory.model.schedules import Schedule
from directory.model.services import Service
from directory.model.sources import Source, UnverifiedContact
from directory.model.taxonomies import Attribute, Taxonomy, TaxonomyTerm
from directory.model.terms_of_use import CostOption, Language


__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "Base",
    "ChangeSet",
    "ChangeSetRow",
    "ConfirmLink",
    "Contact",
    "CostOption",
    "Feed",
    "Finding",
    "Funding",
    "HistoryHead",
    "Language",
    "LinkCheck",
    "Location",
    "Metadata",
    "NotDuplicates",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "Proposal",
    "Report",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "Source",
    "Synonym",
    "Taxonomy",
    "TaxonomyTerm",
    "UnverifiedContact",
]
