"""The glossary explains every word that a table can hold."""

from tests.web.staff_browser import StaffBrowser
from usage.release import POLICY


def test_the_glossary_explains_what_figures_say(analyst: StaffBrowser) -> None:
    page = analyst.open("/insights/glossary")
    terms = {each.text for each in page.all("dt")}

    assert terms >= {
        "Visit",
        "Need",
        "Area",
        "Services shown",
        "Contact opened",
        "No service found",
        "Month",
        "Only noise, no more than noise",
        "Fewer than 10, <10",
    }
    assert f"Any number below {POLICY.threshold}, none included." in page.text
    assert "Wyre Forest, for example, is a district of Worcestershire" in page.text
