"""Attribution: who said it, by which verb, in which order, and whether anybody in particular did."""
