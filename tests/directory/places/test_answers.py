"""A table of answers to "where do you live", as people give them, with what each has to become."""

import pytest

from directory.places import find_place
from directory.places.gazetteer import gazetteer


INSIDE = {
    "Telford and Wrekin": """
        Dawley Bank; ketley; Trench, Telford; madely; malinsleee; oakengate; donnigton
        lawley village; leegomry; priorslee; woodside; brookside; sutton hill; Randlay
        hollinswood; near the wrekin; newport, shropshire; newport near telford; stafford park
        TELFORD!!!; telfrod; telford innit; ｔｅｌｆｏｒｄ; st georges, telford; stirchley near telford
        wellington telford; tf2; TF7 5; im in telford but i used to live in birmingham
        between dawley and madeley; lilleshal; wrockwardine wood; iron bridge
    """,
    "Shropshire": """
        Harlescott; meole; shrewsbury, meole brace; bayston hil; the sundorne estate
        whitchurch shropshire; market draton; oswestery; osswestry; gobowen; church streton
        cleobury; clun; bridgenorth; brignorth; ludlo; much wenlok; shifnall
        albrighton wolverhampton; near bridgnorth; a village near bridgnorth
        just outside ludlow; shrewsbury?; clee hill; sy1; wv16; wem; ellesmere
        i moved from leeds to shrewsbury; salop; crayven arms; highly; hodnett
    """,
    "Herefordshire": """
        herefored; tupsley; bobblestock; newton farm; belmont hereford; ross on why; ledburry
        leominister; lemster; Madley; madley near hereford; whitchurch in herefordshire
        wellington near hereford; kingstone; not far from hereford; hereford or maybe leominster
        cradley, malvern; credenhil; bromyard downs; hr4; i moved from london to hereford
        ewyas harrold; ross; much markle; kington
    """,
    "Bromsgrove": """
        bromsgrave; catshill; hagley, stourbridge; wythall; clent; alvechurch; barnt green
        sidemoor; charford; belbroghton; lickey end; cofton hacket; aston fields; hunnington
        rubery bromsgrove
    """,
    "Redditch": """
        reditch; church hill redditch; winyates; matchborough; headless cross; webheath
        crabs cross; batchley; astwood bank; woodrow, redditch; feckenham; st georges redditch
        lodge park in redditch
    """,
    "Worcester": """
        worster; wooster; worcestor; warndon; tolladine; st johns worcester; ronkswood
        dines green; diglis; barbourne; the arboretum, worcester; warndon villages
    """,
    "Malvern Hills": """
        great malven; barnards green; upton on severn; tenbury well; hallow; lower broadheath
        kempsey; hanley swan; hanley swwan; great witley; clifton upon teme; malvern link; wr14
    """,
    "Wychavon": """
        eversham; evshm; perswhore; droitwitch; broadway; bengeworth; inkberow; ombersly
        honeybourn; wychbold; upton snodsbury; harvington near evesham; tibberton near droitwich
        vale of evesham
    """,
    "Wyre Forest": """
        kiddy; kidderminister; kiddermister; stourprt; bewdly; franche; habberley; offmore
        wolverly; areley kings; far forest; i live on worcester street in stourport; DY10 2
        blakedown; harvington kidderminster
    """,
}

ASKED_ABOUT = """
    wellington; wellingtn; Newport; whitchurch; harvington; stoke prior; stirchley; st georges
    withington; cradley; castlefields; belmont; romsley; church hill; woodrow; st johns; upton
    callow hill; tibberton; whittington; rubery, birmingham; near birmingham; near stourbridge
    near hay on wye; worcs; shropshire; west mercia; b45; b97; between telford and shrewsbury
    redditch or bromsgrove; llanymynech; clows top; herford; herfordshire; stoke heath
"""

OUTSIDE = """
    birmingham; brum; stourbridge; dudley; wolves; walsall; welshpool; wrexham; gloucester
    glouster; cheltenham; stratford; alcester; studley; london; manchestr; leeds; kinver
    kinver near kidderminster; stoke on trent; hanley; newport wales; newport gwent
    newport pagnell; whitchurch, cardiff; withington, manchester; ellesmere port; cradley heath
    castle donington; dorchester; hertford; hertfordshire; kingston; hadley wood; south wales
    SW1A 1AA
"""

NO_PLACE = """
    i dont want to say; rather not say; prefer not to; skip; none of your business
    why do you need to know; not telling you; id rather not; pass; no; anywhere; nowhere
    dont know; somewhere safe; homeless; all over; here; no fixed abode; my mums; my house
    hereford road; a small village; private; in the sticks; england; uk; no comment
    whats it to you; i cant say; next question; does it matter; dont ask me that
    im scared to say; moved around a lot; sofa surfing; in my car; with a friend; on the street
    does this go to the police; ????; 07700 900123; is it private
"""


def _answers(block: str) -> list[str]:
    return [answer.strip() for line in block.splitlines() for answer in line.split(";") if answer.strip()]


def test_the_table_is_large_enough_to_mean_something() -> None:
    blocks = [*INSIDE.values(), ASKED_ABOUT, OUTSIDE, NO_PLACE]

    assert sum(len(_answers(block)) for block in blocks) >= 250


@pytest.mark.parametrize(
    ("answer", "district"), [(answer, name) for name, block in INSIDE.items() for answer in _answers(block)]
)
def test_a_place_that_is_ours_is_its_district(answer: str, district: str) -> None:
    place = find_place(answer, asked=True)

    assert (place.status, gazetteer().councils.get(place.gss or "")) == ("inside", district)


@pytest.mark.parametrize("answer", _answers(ASKED_ABOUT))
def test_a_place_that_could_be_two_is_asked_about(answer: str) -> None:
    place = find_place(answer, asked=True)

    assert place.status == "ambiguous"
    assert place.candidates


@pytest.mark.parametrize("answer", _answers(OUTSIDE))
def test_a_place_that_is_not_ours_is_outside(answer: str) -> None:
    assert find_place(answer, asked=True).status == "outside"


@pytest.mark.parametrize("answer", _answers(NO_PLACE))
def test_a_refusal_or_no_place_is_none(answer: str) -> None:
    assert find_place(answer, asked=True).status == "none"


@pytest.mark.parametrize(
    ("answer", "force"),
    [
        ("cradley heath", "West Midlands Police"),
        ("kinver near kidderminster", "Staffordshire Police"),
        ("ellesmere port", "Cheshire Constabulary"),
        ("chipping campden", "Gloucestershire Constabulary"),
        ("leamington", "Warwickshire Police"),
        ("builth wells", "Dyfed-Powys Police"),
        ("gresford", "North Wales Police"),
        ("chepstow", "Gwent Police"),
        ("newport wales", None),
        ("withington, manchester", None),
    ],
)
def test_a_force_is_named_only_where_the_data_knows_it(answer: str, force: str | None) -> None:
    assert find_place(answer, asked=True).force == force


@pytest.mark.parametrize(
    "sentence",
    [
        "they make me trench through mud",
        "my dealer clifford wants his money",
        "he hit me with a rock",
        "the ripple effect of what he did",
        "im reading this at night",
        "im slow at reading",
        "im at their beck and call, picking things up in wolverhampton twice a week",
        "they make us steal from shops",
        "can i tell west mercia police",
        "he is from manchester and he scares me",
        "she took a bath and then left",
        "theres a battle going on outside",
        "i used to live in london",
        "my mate astley got robbed",
        "i was in wembley when it happened",
        "they keep it in walsh's car",
    ],
)
def test_a_sentence_unasked_that_is_about_something_else_is_none(sentence: str) -> None:
    assert find_place(sentence, asked=False).status == "none"


@pytest.mark.parametrize(
    ("sentence", "district"),
    [
        ("lads from birmingham have taken over my flat in kidderminster", "Wyre Forest"),
        ("dealers outside my house in tupsley every night", "Herefordshire"),
        ("theyre using kids in winyates to sell it", "Redditch"),
        ("i'm near oswestry and my son owes money", "Shropshire"),
        ("we live in bewdly and my daughters gone missing", "Wyre Forest"),
        ("they come to mine in trench", "Telford and Wrekin"),
    ],
)
def test_a_sentence_unasked_that_says_where_is_understood(sentence: str, district: str) -> None:
    place = find_place(sentence, asked=False)

    assert (place.status, gazetteer().councils.get(place.gss or "")) == ("inside", district)
