"""What each code of coverage is called in Open Referral's free-text field."""

AREA_NAMES = {
    "E06000019": "Herefordshire",
    "E06000051": "Shropshire",
    "E06000020": "Telford and Wrekin",
    "E07000234": "Bromsgrove",
    "E07000235": "Malvern Hills",
    "E07000236": "Redditch",
    "E07000237": "Worcester",
    "E07000238": "Wychavon",
    "E07000239": "Wyre Forest",
    "west-mercia": "West Mercia (Herefordshire, Shropshire, Telford and Wrekin, Worcestershire)",
    "national": "England",
    "check-area": "Not yet known",
    "outside:west-midlands": "West Midlands",
    "outside:merseyside": "Merseyside",
    "outside:greater-manchester": "Greater Manchester",
    "outside:london": "London",
}
