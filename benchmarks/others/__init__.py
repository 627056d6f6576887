"""Our chat beside other people's: the same page, the same slow phone, the same questions to each."""
